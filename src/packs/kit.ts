/** All that the parts of one pack are made from. */
import type { Criterion, Library, Loop, Rubric } from '../model/content.ts';
import { findQuestions, rubricsFor, type Shelved } from '../model/library.ts';
import type { PackGap, PackWish } from '../model/pack.ts';
import type { FormRound } from './choose/form.ts';
import type { Topic } from './choose/wish.ts';
import type { Logo } from './sheet/sheet.ts';

export interface Kit {
  id: string;
  title: string;
  company?: string;
  logo?: Logo;
  /** As given: nobody asks a clock. */
  date?: string;
  level: string;
  breakMinutes: number;
  facts: Loop['facts'];
  rounds: readonly FormRound[];
  /** What was asked for. */
  topics: readonly Topic[];
  missing: readonly PackGap[];
  /** What the questions were chosen by, or the loop that they were taken from. */
  wish?: PackWish;
  from?: string;
  form: number;
  forms: number;
  seed: number;
  /** Of mockloop. */
  version: string;
  library: Library;
}

/** Of the whole interview, breaks left out. */
export const minutesOf = ({ rounds }: Pick<Kit, 'rounds'>): number =>
  rounds.reduce((sum, it) => sum + it.round.minutes, 0);

/** The main questions in the order in which they are asked. */
export const askedIn = ({ rounds }: Pick<Kit, 'rounds'>): Shelved[] => rounds.flatMap(it => it.questions);

/** What each round ends with: the candidate's own questions, once each. */
export function closingsIn({ rounds, library }: Pick<Kit, 'rounds' | 'library'>): Shelved[] {
  const names = new Set(rounds.flatMap(it => it.round.closing?.question ?? []));
  return [...names].flatMap(name => findQuestions(library, name).slice(0, 1));
}

/** The rubrics of a question, its own or the one for its type. */
export function rubricsOf(library: Library, { question }: Pick<Shelved, 'question'>): Rubric[] {
  return rubricsFor(library, question).flatMap(id => library.rubrics.get(id) ?? []);
}

/** A criterion by the name that results and scorecards use: with its rubric where a question has several. */
export interface Named {
  name: string;
  criterion: Criterion;
}

export function criteriaOf(library: Library, asked: Pick<Shelved, 'question'>): Named[] {
  const rubrics = rubricsOf(library, asked);
  return rubrics.flatMap(({ id, criteria }) =>
    criteria.map(criterion => ({
      name: rubrics.length > 1 ? `${id}/${criterion.id}` : criterion.id,
      criterion,
    })),
  );
}
