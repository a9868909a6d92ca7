/** What is remembered over interviews: single answers with what a judge found, and what only the user can say. */
import type { QuestionType } from './content.ts';
import type { Level } from './level.ts';
import type { InputMode } from './session.ts';

/** A criterion's finding, named `rubric/criterion`, so that it means the same in every question. */
export interface PartLevel {
  id: string;
  /** 0 to 100. */
  score: number;
  level: Level;
}

/**
 * A first answer to a main question. Another try is written with the card at hand: it shows what was
 * read, not what is known, and is no attempt.
 */
export interface Attempt {
  session: string;
  /** When it was handed in, Unix time in milliseconds; when its interview began, where nobody knows better. */
  at: number;
  /** `bank/question`. */
  question: string;
  type: QuestionType;
  competencies: readonly string[];
  principles: readonly string[];
  parts: readonly PartLevel[];
  /** 0 to 100; a skipped or empty answer has 0. */
  score: number;
  level: Level;
  /** `name version`. */
  judge: string;
  /** What it was judged by: ids and hash of its rubrics. */
  rubric: { id: string; hash: string };
  /** Time used, brought to the clock at scale 1. */
  seconds: number;
  input: InputMode;
}

/** Something that could not be read, and why: told, and nothing else is harmed by it. */
export interface Skipped {
  /** A session's id, or the name of a file. */
  what: string;
  why: string;
}

/** What one session adds. */
export interface SessionHistory {
  attempts: Attempt[];
  /** Answers that no judge could judge: no figure stands for them. */
  unjudged: number;
  /** Answers that the judge asked for has not judged yet, since that costs. */
  waiting: number;
  /** Of its loop; may be empty. */
  level: string;
}

/** The fold of all sessions: attempts, the oldest first; the level of the last loop that has one. */
export interface History extends SessionHistory {
  sessions: number;
  skipped: Skipped[];
}

/** One of the candidate's own stories. */
export interface Story {
  id: string;
  title: string;
  /** What it tells, part by part (the parts of a rubric, or symptom, investigation and fix). */
  parts: Readonly<Record<string, string>>;
  principles: readonly string[];
  /** The question that it was told for, where it was taken from an answer. */
  question?: string;
}

export const RESULTS = ['offer', 'rejected', 'next-round', 'withdrawn', 'no-answer'] as const;

/** How a real interview went. */
export interface Outcome {
  /** Day of the interview, as `2027-01-15`. */
  date: string;
  /** Of whom, as the user calls them. */
  company: string;
  /** What kind of round, as the user calls it; empty for the whole. */
  round: string;
  result: (typeof RESULTS)[number];
  note: string;
}

/** What an interview, or a day of another program, said of a card. */
export interface CardReview {
  /** Unix time in milliseconds: no two of one card have the same. */
  at: number;
  level: Level;
}

/** One line of decisions.jsonl. `at` is Unix time in milliseconds. */
export type Decision = { at: number } & (
  | { type: 'suspended' | 'unsuspended' | 'reset'; card: string }
  /** From a file of cards (docs/formats.md). */
  | { type: 'reviewed'; card: string; reviews: readonly CardReview[] }
  | { type: 'outcome'; outcome: Outcome }
  | { type: 'story'; story: Story }
  | { type: 'story-removed'; id: string }
  /** What the candidate will ask in a round (`loop/round`), in place of what was said before; nothing takes it back. */
  | { type: 'closing'; round: string; questions: readonly string[] }
);

/** The fold of all decisions. */
export interface Decided {
  /** Cards that were suspended, and when that was said. */
  suspended: ReadonlyMap<string, number>;
  /** The same of cards that are asked again. */
  unsuspended: ReadonlyMap<string, number>;
  /** Cards that begin anew, and when they were reset; what was answered until then moves them no more. */
  resets: ReadonlyMap<string, number>;
  /** What was said of cards elsewhere, and came in as a file. */
  reviews: ReadonlyMap<string, readonly CardReview[]>;
  stories: readonly Story[];
  /** The candidate's own questions for the end of a round, by `loop/round`. */
  closing: ReadonlyMap<string, readonly string[]>;
  outcomes: readonly Outcome[];
}

export const CARD_KINDS = ['question', 'principle', 'part'] as const;
export type CardKind = (typeof CARD_KINDS)[number];

/** Something that comes back until it is known. */
export interface Card {
  /** `bank/question`, `principle:ID` or `part:rubric/criterion`: no text is part of it, so texts may be mended. */
  id: string;
  kind: CardKind;
  /** Day on which it is due, as `2027-01-15`. */
  due: string;
  /** 0 to 1: the chance that it is recalled today, as the scheduler estimates it. */
  recall: number;
  answers: number;
  /** How often it was known before and then was at level 1. */
  lapses: number;
  /** Of the last answer. */
  level: Level;
  suspended: boolean;
}

/** All that is known of one card, in a file. Times are ISO 8601 in UTC. */
export interface CardEntry {
  id: string;
  /** Day on which it is due; null while it has no schedule. For people: it follows from the rest. */
  due: string | null;
  suspended: boolean;
  /** When `suspended` was last decided; null where it never was. */
  decidedAt: string | null;
  resetAt: string | null;
  reviews: { at: string; level: Level }[];
}

/** Cards as they go from one computer to another (docs/formats.md). */
export interface CardFile {
  kind: 'cards';
  exportedAt: string;
  cards: CardEntry[];
}

/** What a line of progress is about. */
export const LINE_KINDS = ['competency', 'principle', 'part', 'kind'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

/** How one thing went over time. Scores from 0 to 100, one decimal. */
export interface ProgressLine {
  id: string;
  /** Main answers that speak for it. */
  answers: number;
  /** The mean of each interview that asked for it, the oldest first. */
  scores: number[];
  /** Mean of the last answers (docs/progress.md). */
  now: number;
  /** The same as it stood a week ago; null when there was nothing then, or nothing since. */
  before: number | null;
  /** What is missing to the bar; 0 at or above it. */
  gap: number;
  /** Median time of an answer, over those that came in as the latest did; null where none did. */
  seconds: number | null;
}

/** What to practise on one day. */
export interface PracticeDay {
  day: string;
  items: { question: string; minutes: number }[];
}

export interface PracticePlan {
  /** Day of the interview; nothing is planned on it. */
  interview: string;
  minutesADay: number;
  days: PracticeDay[];
  /** Questions that take longer than a day has. */
  tooLong: string[];
}

/** What `mockloop progress` tells. */
export interface Progress {
  kind: 'progress';
  /** Today, as the user's calendar has it. */
  day: string;
  /** `name version`; null without answers. */
  judge: string | null;
  /** The level whose bar is set beside the scores; empty for the general bar. */
  level: string;
  /** The score that a hire at this level begins with. */
  bar: number;
  sessions: number;
  answers: number;
  /** How the answers came in whose times are told. */
  input: InputMode | null;
  lines: Record<LineKind, ProgressLine[]>;
  /** The mean of each interview's main answers, the oldest first. */
  interviews: { session: string; day: string; score: number }[];
  setAside: { why: string; answers: number }[];
  unjudged: number;
  waiting: number;
  skipped: Skipped[];
  /** Real interviews, beside which the figures stand. */
  outcomes: Outcome[];
  plan: PracticePlan | null;
}
