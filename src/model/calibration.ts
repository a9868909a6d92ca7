/** How far a judge agrees with people who graded the same answers: what is measured (Graded) and what is told of it. */
import type { RowResult } from './cohort.ts';
import type { Cuts } from './level.ts';
import type { JudgedBy } from './score.ts';

/** An answer that people graded and a judge judged. */
export interface Graded {
  /** As the row names itself; null where it has no id. */
  id: string | null;
  /** `bank/question`, or the name of an inline question: what belongs together. */
  question: string;
  /** What an inline question asks: its name says nothing to a reader. */
  prompt?: string;
  /** The judge's, 0 to 100; null where there is none. */
  score: number | null;
  /** The grade that a person gave, on any scale where more is better; null where nobody did. */
  human: number | null;
  /** Of a second person, on the same scale. */
  human2?: number;
  /** Any trait of the candidate that must not sway a judge. */
  group?: string;
  /** Of the answer. */
  words: number;
  answer: string;
  /** What the judge says of its score. */
  result: RowResult;
  /** Where the row stands, `file:line`, for messages. */
  place?: string;
}

/** A figure and its 95 % interval; null where there is none: a correlation with what never varies is not 0. */
export interface Figure {
  value: number | null;
  interval: readonly [number, number] | null;
}

export const MEASURES = ['pearson', 'spearman', 'kappa', 'rmse', 'pairs'] as const;

export type Measure = (typeof MEASURES)[number];

/**
 * Agreement of something with the grades. pearson, spearman -1 to 1; kappa up to 1, quadratically weighted over the
 * steps of the grade; rmse from 0 on the grade's scale; pairs 0 to 1, the share of pairs of answers to one question,
 * graded differently, that are put in the right order (half of those that are put level).
 */
export interface Agreement extends Readonly<Record<Measure, Figure>> {
  rows: number;
}

/** Rows that have something in common, and how far the judge is off on them. All on the grade's scale. */
export interface Bias {
  /** Name of the question or group; of lengths `3 to 12 words`. */
  id: string;
  /** Of an inline question. */
  prompt?: string;
  rows: number;
  /** Mean of the grades, and of the judge's scores on the same scale. */
  human: number;
  judge: number;
  /** Mean of judge less human: above 0 the judge is kinder. */
  error: Figure;
  /** That error less the mean error on all other rows: what is particular to these. */
  apart: Figure;
  /** `apart` differs from none by more than chance gives, allowing for how many rows of this table were looked at. */
  distinct: boolean;
}

/** A row that judge and human see differently. */
export interface Disagreement extends Pick<Graded, 'id' | 'question' | 'prompt' | 'answer' | 'place'> {
  human: number;
  score: number;
  /** The score on the grade's scale. */
  judge: number;
  /** Where each puts it among all rows: the share of rows below it, and half of those level with it; 0 to 1. */
  places: { human: number; judge: number };
  /** Why the judge thinks so, a sentence each: criteria, missing points, pitfalls, flags. Its own text, not yet escaped. */
  why: readonly string[];
}

/** A row that should have been measured and could not be: an error, or an answer with a grade that cannot be assessed. */
export interface Unmeasured extends Pick<Graded, 'id' | 'place'> {
  /** Empty where the row could not be read. */
  question: string;
  status: 'error' | 'cannot-assess';
  cause: string;
}

/** Why nothing was measured or decided, in a sentence. */
export interface Refusal {
  refused: string;
}

/** Levels told by cuts, against the levels that the grades stand for; on answers to questions the cuts were not fitted on. */
export interface CutsTried {
  cuts: Cuts | null;
  kappa: Figure;
  /** Share of rows on the very same level, 0 to 1. */
  accuracy: Figure;
}

/** Cuts fitted on one half of the questions and tried on the other. */
export interface Fitted {
  cuts: Cuts;
  fittedOn: { questions: number; rows: number };
  triedOn: { questions: number; rows: number };
  /** With the levels that the judge gave, under the cuts of the rubrics. */
  before: CutsTried;
  after: CutsTried;
  /** Kappa after less kappa before; better when its whole interval is above 0. */
  gain: Figure;
  verdict: 'better' | 'worse' | 'undecided';
}

export interface GateVerdict {
  /** The least kappa that was asked for. */
  under: number;
  verdict: 'passed' | 'failed' | 'undecided';
  why: string;
  /** Undecided: about how many rows it would take, of as many questions more; null where that cannot be told. */
  rowsNeeded: number | null;
}

/** Everything that is told of a judge and the people beside it. */
export interface Calibration {
  kind: 'calibration';
  /** `scored` have grade and score, and are measured; `ungraded` have no grade; the others no score. */
  rows: { read: number; scored: number; cannotAssess: number; errors: number; ungraded: number };
  /** Errors first; at most MOST_UNMEASURED. */
  unmeasured: readonly Unmeasured[];
  questions: number;
  /** Those of five rows or more on which no grade comes above the middle of the range: as if their full marks were fewer. */
  lowGraded: number;
  range: { least: number; most: number; from: 'given' | 'data' };
  /** What kappa counts in: the grades that occur, or eleven even steps where more occur. */
  steps: { values: readonly number[]; from: 'grades' | 'even' };
  /** What the intervals were made from: drawn again and again, whole questions or single answers. */
  resampled: { unit: 'questions' | 'answers'; times: number };
  judge: Agreement;
  /** The best that one and the same grade for every answer can do. */
  constant: Agreement & { grade: number | null };
  /** The count of words instead of a judge; it has no grade, so no kappa and no rmse. */
  length: Agreement;
  /** The second human against the first, on the rows that have both. */
  humans: Agreement | null;
  /** What the judge is worth against each, drawn together; above 0 it is the better one. */
  lead: {
    /** rmse of the constant less rmse of the judge. */
    constant: Figure;
    /** pairs of the judge less pairs of length. */
    length: Figure;
    /** kappa of the judge less kappa of the humans, on the rows that have both. */
    humans: Figure | null;
  };
  bias: {
    all: Figure;
    lengths: readonly Bias[];
    /** Farthest from the rest first; at most MOST_BIASES, as are groups. */
    questions: readonly Bias[];
    groups: readonly Bias[];
    more: { questions: number; groups: number };
  };
  /** Those that are farthest apart first, at most MOST_DISAGREEMENTS. */
  disagreements: readonly Disagreement[];
  fit: Fitted | Refusal | null;
  gate: GateVerdict | null;
  judges: readonly Pick<JudgedBy, 'name' | 'version'>[];
  rubrics: readonly JudgedBy['rubric'][];
  versions: { mockloop: string };
}

export const MOST_BIASES = 200;
export const MOST_DISAGREEMENTS = 20;
export const MOST_UNMEASURED = 20;

/** A row in the scatter plot, on the grade's scale. */
export interface ScatterPoint {
  id: string | null;
  question: string;
  human: number;
  judge: number;
}

/** Points drawn at most; of more rows every n-th is. */
export const MOST_POINTS = 2_000;
