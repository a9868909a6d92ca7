/** Waist 2, many answers: one result a row, and the Cohort that a batch of them makes. */
import type { Level } from './level.ts';
import type { ModelUsage } from './llm.ts';
import type { AnswerScore, CriterionScore, Flag, JudgedBy } from './score.ts';

/** What a batch says of one row; as JSON it is one result line (docs/formats.md), the keys in this order. */
export interface RowResult extends Omit<AnswerScore, 'question' | 'judge'> {
  /** As the row names itself; null where it has no id, or none that can be read. */
  id: string | null;
  /** `bank/question`, or the name of an inline question; null where the row cannot be read. */
  question: string | null;
  candidate?: string;
  group?: string;
  /** Null for a row that no judge has seen. */
  judge: JudgedBy | null;
  /** Of a row that ended in an error: where it stands. `file` as it was named, `-` for standard input; `line` from 1. */
  file?: string;
  line?: number;
  /** First 16 hexadecimal digits of a SHA-256 over the row: what an unfinished run is continued by. */
  input?: string;
}

/** `rubric/criterion`, also where one rubric judged and its criteria bear short names. */
export function fullId({ id }: Pick<CriterionScore, 'id'>, judge: Pick<JudgedBy, 'rubric'> | null): string {
  return id.includes('/') || judge === null ? id : `${judge.rubric.id}/${id}`;
}

/** How many rows of each status, and the mean score of those that have one. */
export interface Tally {
  rows: number;
  scored: number;
  cannotAssess: number;
  errors: number;
  /** 0 to 100; null where no row was scored. */
  mean: number | null;
  /** 95 % interval of the mean (Student's t over the scored rows), kept within 0 to 100; null under two of them. */
  interval: readonly [number, number] | null;
}

export interface NamedTally extends Tally {
  id: string;
}

/** A criterion over all scored rows whose rubric has it. */
export interface CriterionTally {
  /** `rubric/criterion`. */
  id: string;
  /** Rows in which it could be scored. */
  scored: number;
  mean: number | null;
  /** How many rows reached each level, 1 to 4. */
  levels: readonly [number, number, number, number];
}

/** Scores 0 to 100 in steps of five; 100 counts in the last. */
export const HISTOGRAM_BINS = 20;

/** Names listed at most in each table of a cohort, in the order of their first row; the rest is counted in `more`. */
export const MOST_NAMES = 2_000;

/** A table by name: `more` counts the rows of names after the first MOST_NAMES, and of those beyond 256 characters. */
export interface Named<Item> {
  listed: readonly Item[];
  more: number;
}

/** Everything that is told of many answers together: a fold of their results in input order. */
export interface Cohort {
  kind: 'cohort';
  all: Tally;
  /** Rows that a gate for single rows does not let through (src/model/gates.ts); 0 without such a gate. */
  failed: number;
  /** Standard deviation of the scores as a sample (n − 1); null under two. */
  deviation: number | null;
  /** The lowest, median and highest score; null without one. */
  least: number | null;
  median: number | null;
  most: number | null;
  /** HISTOGRAM_BINS counts. */
  histogram: readonly number[];
  levels: readonly [number, number, number, number];
  questions: Named<NamedTally & { prompt: string }>;
  criteria: readonly CriterionTally[];
  candidates: Named<NamedTally>;
  groups: Named<NamedTally>;
  flags: readonly { kind: Flag['kind']; rows: number }[];
  /** In the order of their first row, at most MOST_NAMES, as are rubrics. */
  judges: readonly Pick<JudgedBy, 'name' | 'version' | 'model'>[];
  rubrics: readonly JudgedBy['rubric'][];
  /** Of this run, where a model was asked. */
  usage?: ModelUsage;
  versions: { mockloop: string };
}

/** Rows shown one by one where not all can be: errors first, then flagged ones, then the lowest and highest scores. */
export const MOST_ROWS = 2_000;

/** What a run must reach, as the options --fail-* say; none of them is met by an answer without a score. */
export interface Gates {
  /** The mean of all scored rows. */
  under?: number;
  /** Every scored row. */
  anyUnder?: number;
  /** Every row that has the criterion (`criterion` or `rubric/criterion`): its least level. */
  criteria?: readonly { id: string; level: Level }[];
}
