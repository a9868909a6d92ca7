/** What every report says of one answer, in the same words: plain text, not yet escaped for any format. */
import type { Point } from '../model/content.ts';
import type { Debrief, DebriefQuestion, DebriefTry } from '../model/debrief.ts';
import type { AskKind, Chain } from '../model/session.ts';
import { changesBetween } from './changes.ts';
import { criterionNamed, type JudgedBy } from './findings.ts';
import { chainWord, levelWord, scoreWord } from './words.ts';

export const KIND_WORDS: Readonly<Record<AskKind, string>> = {
  opening: 'Opening',
  question: 'Question',
  'follow-up': 'Follow-up',
  probe: 'Probe',
  closing: 'Closing',
};

/** What moves no figure, and the words that say so. */
export const UNCOUNTED: Readonly<Partial<Record<AskKind, string>>> = {
  opening: 'An opening is not judged.',
  probe: 'A probe does not move the score.',
};

/** A question of its own, which nothing before it led to. */
export const isMain = ({ kind }: Pick<DebriefQuestion, 'kind'>) => kind !== 'follow-up' && kind !== 'probe';

/** The rubrics that judged an answer, as far as they are known. */
export function judgedBy(question: DebriefQuestion, rubrics: Debrief['rubrics']): JudgedBy[] {
  return question.rubrics.flatMap(id => (rubrics[id] ? [{ id, criteria: rubrics[id].criteria }] : []));
}

/** `own level: 3, there (1 higher)`: against the judge's, where there is one; undefined where none was given. */
export function ownLevelWord({ selfLevel, result }: DebriefTry): string | undefined {
  if (selfLevel === undefined) return undefined;
  const by = selfLevel - (result.level ?? selfLevel);
  const distance = by === 0 ? 'the same' : `${Math.abs(by)} ${by > 0 ? 'higher' : 'lower'}`;
  return `own level: ${levelWord(selfLevel)}${result.level === null ? '' : ` (${distance})`}`;
}

/** How deep each line of questions went, by the names that the questions have in their headings. */
export function chainItems({ key: main, chains = [], followUps }: DebriefQuestion): string[] {
  const nameOf = (key: string) => followUps.find(it => it.key === key)?.question.id ?? key;
  const from = ({ key }: Chain) => (key === main ? '' : `${nameOf(key)}: `);
  return chains.map(chain => `${from(chain)}${chainWord(chain)}`);
}

/** What the try of this index changed against the one before, in the words of the question and its rubrics. */
export function changeItems(
  { question, tries }: DebriefQuestion,
  rubrics: readonly JudgedBy[],
  index: number,
): string[] {
  const changes = changesBetween(tries[index - 1]!.result, tries[index]!.result);
  const named = (among: readonly Pick<Point, 'id' | 'text'>[], ids: readonly string[], word: string) =>
    among.filter(it => ids.includes(it.id)).map(it => `${word}: ${it.text[0] ?? it.id}`);
  const pitfalls = question.pitfalls.map(({ id, text }) => ({ id, text: [text] }));
  return [
    `Score: ${scoreWord(changes.from)} to ${scoreWord(changes.to)}`,
    ...changes.criteria.map(
      ({ id, from, to }) => `${criterionNamed(id, rubrics)?.title ?? id}: level ${from} to ${to}`,
    ),
    ...named(question.points, changes.gained, 'Gained'),
    ...named(question.points, changes.lost, 'Lost'),
    ...named(pitfalls, changes.mended, 'Mistake mended'),
    ...named(pitfalls, changes.touched, 'New mistake'),
  ];
}
