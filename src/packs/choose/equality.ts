/** How equal the forms of a pack are. */
import { SLACK } from './cost.ts';
import { difficultyOf, type Form, minutesIn, questionsOf, sharedBy } from './form.ts';
import { type TypeCounts, typesApart, typesOf } from './types.ts';
import { shows, type Topic } from './wish.ts';

/** Forms are equal that differ by no more than this. */
export const TOLERANCE = {
  /** Minutes that the questions take. */
  minutes: SLACK,
  /** Mean difficulty, on its scale from 1 to 5. */
  difficulty: 0.5,
} as const;

export interface Equality {
  forms: number;
  /** Least and most over the forms. */
  minutes: readonly [number, number];
  difficulty: readonly [number, number];
  /** What the first form asks, by type. */
  types: TypeCounts;
  /** Whether every form asks as many questions of each type as the first. */
  sameTypes: boolean;
  /** How many topics were asked for. */
  topics: number;
  /** Whether every form shows the same of the topics asked for; true of none. */
  sameCoverage: boolean;
  /** Over all pairs of forms: mean and most of the questions that both ask. */
  shared: { mean: number; most: number };
  /** All of this within the tolerance; shared questions have none. */
  equal: boolean;
}

/** Measured on the forms themselves, whoever chose them. */
export function equalityOf(forms: readonly Form[], topics: readonly Topic[]): Equality {
  const minutes = span(forms.map(minutesIn));
  const difficulty = span(forms.map(difficultyOf));
  const types = forms.map(it => typesOf(questionsOf(it)));
  const sameTypes = types.every(it => typesApart(it, types[0]!) === 0);
  const shown = forms.map(form => topics.filter(it => questionsOf(form).some(q => shows(q.question, it))));
  const sameCoverage =
    new Set(shown.map(it => it.map(topic => `${topic.kind} ${topic.id}`).join())).size <= 1;
  const pairs = forms.flatMap((one, at) => forms.slice(at + 1).map(other => sharedBy(one, other)));
  return {
    forms: forms.length,
    minutes,
    difficulty,
    types: types[0]!,
    sameTypes,
    topics: topics.length,
    sameCoverage,
    shared: {
      mean: pairs.reduce((sum, it) => sum + it, 0) / (pairs.length || 1),
      most: Math.max(0, ...pairs),
    },
    equal:
      sameTypes &&
      sameCoverage &&
      within(minutes, TOLERANCE.minutes) &&
      within(difficulty, TOLERANCE.difficulty),
  };
}

const span = (values: readonly number[]) => [Math.min(...values), Math.max(...values)] as const;

/** Sums of decimals are not exact. */
const EXACT = 1e-9;

const within = ([least, most]: readonly [number, number], tolerance: number) =>
  most - least <= tolerance + EXACT;
