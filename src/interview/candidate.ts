/** The port between an interview and whoever sits it: a person at a terminal, lines on a pipe, or a script. */
import type { Coding } from '../model/content.ts';
import type { Level } from '../model/level.ts';
import type { Review } from '../model/review.ts';
import type { AskState, Draft, Outcome, Plan, PlannedRound } from '../model/session.ts';
import type { TestRun } from '../model/test-run.ts';

export interface Candidate {
  /**
   * A round begins: the interviewer introduces themselves in the given words. Returns when the candidate is
   * ready to begin, or `stop` when they would rather go on another day.
   */
  welcome(round: PlannedRound, number: number, plan: Plan, words: string): Promise<'begin' | 'stop'>;
  /** Says what is asked and waits for the answer. */
  answer(ask: AskState, room: Room): Promise<Reply>;
  /** Runs the tests of a coding question on the last try. @returns what came of it, or why they were not run. */
  test?(ask: AskState, coding: Coding): Promise<TestRun | string>;
  /** What the candidate would give the answer just handed in; undefined when they do not want to say. */
  selfScore(ask: AskState): Promise<Level | undefined>;
  /** Coach mode: shows what the last try was worth. */
  review(ask: AskState, review: Review): Promise<'again' | 'next'>;
  /** The round is over; what the interviewer says then. */
  farewell?(words: string): void | Promise<void>;
  /** A break of at most so many seconds; returns the seconds taken, or `stop` to go on another day. */
  rest(seconds: number): Promise<number | 'stop'>;
  /** The interview is over, or was left: lets go of whatever was read from. */
  leave?(): void | Promise<void>;
}

/** What one answer has to go by. Times in seconds. */
export interface Room {
  round: PlannedRound;
  /** What the interviewer says before the question: that they heard the last answer, what comes, how late it is. */
  remarks: readonly string[];
  /** From vague to telling. */
  hints: readonly string[];
  /** Left for this question and for its round, before what `draft` has used. */
  left: { question: number; round: number };
  /** Real mode: the round's end hands in what is there. */
  hard: boolean;
  /** What was typed before a crash or a break. */
  draft: Draft | undefined;
  /** Keeps what is typed. Called before it is drawn; `flush` forces it to the disk. */
  save(text: string, seconds: number, flush: boolean): void;
  /** What is to be coded; none where words are wanted. */
  coding?: Coding;
  /** Records that tests were run on a code before it was handed in. */
  tested(code: string, run: TestRun): void;
}

interface Given {
  text: string;
  /** Used in all, earlier parts of a draft included, pauses taken off. */
  seconds: number;
  /** Hints shown, and seconds paused. */
  hints: string[];
  paused: number;
}

/**
 * `left`: gone in the middle, with a draft in `text`; `signal` is the number of the one that made them leave, `cut` that the
 * input ended and nobody said so.
 */
export type Reply =
  | (Given & { outcome: Outcome })
  | (Given & { outcome: 'left'; signal?: number; cut?: true });
