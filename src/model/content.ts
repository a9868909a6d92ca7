/** What authors write: banks, loops and rubrics. The YAML keys equal these names (docs/content.md). */
import type { Cuts, Level } from './level.ts';

/** What an id is made of: in YAML, on the command line, and in the names of files. */
export const ID = /^[a-z0-9][a-z0-9-]*$/;

export const QUESTION_TYPES = [
  'technical',
  'coding',
  'design',
  'behavioral',
  'prioritization',
  'closing',
] as const;
export type QuestionType = (typeof QUESTION_TYPES)[number];

/** Something a full answer contains. */
export interface Point {
  id: string;
  /** Phrasings of the same fact; the best-matching one counts. */
  text: string[];
  /** 1 to 3. */
  weight: number;
  /** Short terms any of which hints at the point; none suffices alone. */
  cues: string[];
}

/** What a wrong or clumsy answer does: makes a claim, leaves something out, or takes a manner. */
export interface Pitfall {
  id: string;
  text: string;
  /** The same wrong claim in other words. */
  also?: string[];
  /** Touched when none of these terms occurs; without it (and without `signal`) `text` is a wrong claim. */
  absent?: string[];
  /** Touched when this signal reads at least one half. */
  signal?: SignalSpec;
}

/** A term of the field. Keywords never score by themselves; they are reported as explained, dropped or unused. */
export interface Keyword {
  term: string;
  aliases: string[];
  means?: string;
}

/** When a planned follow-up is asked, seen from the answer to its parent; ids name the parent's points and pitfalls. */
export type When = 'always' | { missing: string[] } | { covered: string[] } | { pitfall: string[] };

export interface FollowUp {
  id: string;
  prompt: string;
  when: When;
  points: Point[];
  pitfalls: Pitfall[];
  /** Model answers; none means that only the points count. */
  answer: string[];
  hints: string[];
  followUps: FollowUp[];
}

export const CODING_LANGUAGES = ['go', 'javascript', 'typescript', 'python'] as const;
export type CodingLanguage = (typeof CODING_LANGUAGES)[number];

export interface Coding {
  language: CodingLanguage;
  /** Paths inside the bank's folder. */
  starter?: string;
  tests?: string;
  /** What these files hold, read when the content is loaded: an interview needs the bank's folder no more. */
  files?: { starter?: string; tests?: string };
}

export interface Question {
  id: string;
  prompt: string;
  type: QuestionType;
  /** Minutes for the answer with all its follow-ups. */
  minutes: number;
  /** 1 (warm-up) to 5 (hardest). */
  difficulty: number;
  levels: string[];
  competencies: string[];
  principles: string[];
  /** Rubric ids; empty means the rubric whose `for` names the type. */
  rubric: string[];
  points: Point[];
  pitfalls: Pitfall[];
  keywords: Keyword[];
  outline: string[];
  lookFor: string[];
  reading: string[];
  related: string[];
  /** Model answers; the best-matching one counts. */
  answer: string[];
  hints: string[];
  followUps: FollowUp[];
  coding?: Coding;
}

/** Canonical term to the other words people use for it. */
export type Aliases = Readonly<Record<string, string[]>>;

export interface Bank {
  kind: 'bank';
  id: string;
  title: string;
  /** Where the content comes from. */
  sources?: string[];
  aliases: Aliases;
  questions: Question[];
}

/** A seeded choice of questions that match every named property. */
export interface Draw {
  banks?: string[];
  types?: QuestionType[];
  principles?: string[];
  competencies?: string[];
  levels?: string[];
  /** Inclusive range within 1 to 5. */
  difficulty?: [number, number];
  count: number;
}

export interface Round {
  id: string;
  title: string;
  /** The whole round, greeting and closing included. */
  minutes: number;
  interviewer: string;
  brief?: string;
  principles: string[];
  /** `bank/question` (the bank left out where the id is unique) or a draw. */
  questions: (string | { draw: Draw })[];
  /** The candidate's own questions at the end; `question` names who asks for them. */
  closing?: { minutes: number; question: string };
  barRaiser: boolean;
}

export interface Fact {
  text: string;
  source: string;
  trust: 'low' | 'medium' | 'high';
}

export interface Loop {
  kind: 'loop';
  id: string;
  title: string;
  /** Where the content comes from. */
  sources?: string[];
  level: string;
  breakMinutes: number;
  facts: Fact[];
  rounds: Round[];
}

/** One thing to look for in an answer: a kind of the closed set in scoring/signals, and its parameters. */
export interface SignalSpec {
  kind: string;
  /** Share among the signals of its criterion; default 1. */
  weight?: number;
  [parameter: string]: unknown;
}

/**
 * When a probe is asked. `low`: a signal of its criterion, named by its kind, reads low; for `coverage` that is a point
 * which is not there. `pitfall`: a wrong claim was made. `admitted`: the candidate said that they do not know.
 * `told-before`: the story was told in an earlier answer of the interview.
 */
export type ProbeWhen = { low: string } | 'pitfall' | 'admitted' | 'told-before';

/** A question to ask because something was missing. */
export interface Probe {
  id: string;
  ask: string;
  /** Default: whenever the criterion as a whole is thin. */
  when?: ProbeWhen;
}

export interface Criterion {
  id: string;
  title: string;
  /** 0.5 to 5; share in the rubric's score. */
  weight: number;
  signals: SignalSpec[];
  anchors: Readonly<Record<Level, string>>;
  /** A ladder: the first that is due and was not yet heard is asked. */
  probes: Probe[];
  advice: string;
}

export interface Rubric {
  kind: 'rubric';
  id: string;
  title: string;
  /** Where the content comes from. */
  sources?: string[];
  /** Question types that use this rubric when they name none. */
  for: QuestionType[];
  cuts: Cuts;
  criteria: Criterion[];
}

/** All content that one run can see: shipped, then overridden or extended by --content. Frozen. */
export interface Library {
  banks: ReadonlyMap<string, Bank>;
  loops: ReadonlyMap<string, Loop>;
  rubrics: ReadonlyMap<string, Rubric>;
}
