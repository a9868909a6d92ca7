/** Waist 2: what is told. A Debrief is one candidate's scored session; its JSON is the JSON report. */
import type { Criterion } from './content.ts';
import type { Level } from './level.ts';
import type { AnswerScore, Asked } from './score.ts';
import type { AskKind, Chain, Mode, Outcome } from './session.ts';
import type { TestRun } from './test-run.ts';

export interface DebriefTry {
  answer: string;
  seconds: number;
  budget: number;
  outcome: Outcome;
  /** Coding questions: how the tests ended on this answer, or why they were not run. */
  run?: TestRun;
  untested?: string;
  /** What the candidate gave it before they saw the card. */
  selfLevel?: Level;
  result: AnswerScore;
}

export interface DebriefQuestion {
  key: string;
  kind: AskKind;
  why: string;
  /** The question (or follow-up, or probe) as asked, with its points and model answers. */
  question: Asked & { id: string; competencies?: string[]; principles?: string[]; reading?: string[] };
  /** Rubric ids that judged it. */
  rubrics: string[];
  hints: string[];
  tries: DebriefTry[];
  /** Of a main question that was done with: how deep each line of questions went below it, and how it ended. */
  chains?: Chain[];
  followUps: DebriefQuestion[];
}

export interface DebriefRound {
  id: string;
  title: string;
  interviewer: string;
  /** Seconds. */
  budget: number;
  seconds: number;
  /** Mean over its main questions; a skipped or empty answer counts as 0; null when nothing was asked or could be judged. */
  score: number | null;
  level: Level | null;
  votes: { before: Level | null; after: Level | null };
  questions: DebriefQuestion[];
  notAsked: { refs: string[]; why: string }[];
}

/** The candidate's own levels against the judge's, over the first tries that have both. */
export interface SelfScores {
  answers: number;
  /** Answers to which the candidate gave a higher level than the judge, the same, a lower one. */
  higher: number;
  same: number;
  lower: number;
  /** Mean of own level less judged level, one decimal: above 0 the candidate overrates themselves. */
  difference: number;
}

/** A line of the overall scorecard. */
export interface Standing {
  id: string;
  score: number | null;
  level: Level | null;
  /** How many answers it rests on. */
  answers: number;
}

/** Something to work on first. */
export interface WorkItem {
  /** The question it came from. */
  question: string;
  title: string;
  /** What was missing, from the content and the answer. */
  why: string;
  /** What to do, from the rubric or the question's outline. */
  advice: string;
}

export interface Debrief {
  kind: 'debrief';
  session: string;
  loop: { id: string; title: string };
  level: string;
  mode: Mode;
  scale: number;
  /** ISO 8601, UTC. */
  startedAt: string;
  finished: boolean;
  score: number | null;
  rounds: DebriefRound[];
  /** Answered before the first round; in no figure. */
  warmUp?: DebriefQuestion;
  selfScores?: SelfScores;
  rubrics: Record<string, { title: string; hash: string; criteria: Criterion[] }>;
  competencies: Standing[];
  principles: Standing[];
  /** Null until there is a debrief with votes. */
  outcome: null;
  workOn: WorkItem[];
  judge: { name: string; version: string };
  versions: { mockloop: string };
}
