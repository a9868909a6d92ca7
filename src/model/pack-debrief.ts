/** What interviewers marked, put together; its JSON is what `pack debrief --json` prints. */
import type { Criterion } from './content.ts';
import type { Level } from './level.ts';
import type { Pack } from './pack.ts';

/** One interviewer's level for one criterion of one answer. */
export interface Mark {
  interviewer: string;
  /** Empty where the scorecards name nobody. */
  candidate: string;
  /** `bank/question`. */
  question: string;
  /** As in the blank scorecard: with its rubric where a question has several. */
  criterion: string;
  level: Level;
  note: string;
}

/** A row that could not be read, by its line. */
export interface BadRow {
  file: string;
  line: number;
  message: string;
}

/** All marks of one criterion of one answer. */
export interface Marked extends Pick<Criterion, 'title' | 'anchors' | 'weight'> {
  criterion: string;
  marks: Pick<Mark, 'interviewer' | 'level' | 'note'>[];
  /** Mean level. */
  mean: number;
  /** Highest level less the lowest. */
  apart: number;
}

export interface MarkedQuestion {
  question: string;
  prompt: string;
  criteria: Marked[];
  /** Weighted mean level over its criteria. */
  mean: number;
}

export interface MarkedCandidate {
  candidate: string;
  /** In the order of the pack; questions without marks are left out. */
  questions: MarkedQuestion[];
  /** Mean over the questions. */
  mean: number;
  /** What each marked, in alphabetical order, with the mean of that over the questions, weighted in the same way. */
  interviewers: { interviewer: string; marks: number; mean: number }[];
}

/** How far interviewers who marked the same agree, over all candidates. */
export interface PackAgreement {
  /** Criteria of answers that at least two interviewers marked. */
  units: number;
  /** Krippendorff's alpha for ordinal levels, at most 1; null where it cannot be told. */
  alpha: number | null;
  /** Why it is null. */
  why?: string;
  /** 95 %, of alpha; null where it is too little to tell one. */
  interval: AlphaInterval | null;
  /** Shares of pairs of marks, 0 to 1: the same level, at most one apart. Null without pairs. */
  same: number | null;
  withinOne: number | null;
}

/** What alpha would be with others of the same kind. */
export interface AlphaInterval {
  low: number;
  high: number;
  /** What was drawn anew: whole candidates, or, of few candidates, whole answers. */
  drawn: 'candidates' | 'answers';
  /** How many of them there are. */
  units: number;
  /** Draws. */
  times: number;
}

/** An interviewer against the others on what both marked. */
export interface Severity {
  interviewer: string;
  /** Criteria of answers that others marked, too. */
  units: number;
  /** Mean of own level less the mean of the others: below 0 is stricter. Null without units. */
  difference: number | null;
}

export interface PackDebrief {
  kind: 'pack-debrief';
  pack: Pick<Pack, 'id' | 'title' | 'level' | 'form' | 'forms'>;
  candidates: MarkedCandidate[];
  agreement: PackAgreement;
  severity: Severity[];
  badRows: BadRow[];
  /** Rows left without a level. */
  blank: number;
}
