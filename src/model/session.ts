/** An interview that is kept: the plan it follows, the events that happened, and their fold. */
import type { Aliases, Loop, Question, Rubric } from './content.ts';
import type { Level } from './level.ts';
import type { TestRun } from './test-run.ts';

export type Mode = 'coach' | 'real';

/** How answers came in; times are never compared across these: what is said in two minutes takes six to type. */
export type InputMode = 'typed' | 'dictated' | 'plain' | 'scripted';

export interface PlannedQuestion {
  /** `bank/question`; for what is asked about the candidate's work `round/opening`, for their own questions `round/closing`. */
  ref: string;
  question: Question;
  /** Seconds for the answer with all its follow-ups, already scaled. */
  budget: number;
  aliases: Aliases;
  /** Ids into Plan.rubrics. */
  rubrics: string[];
}

export interface PlannedRound {
  id: string;
  title: string;
  interviewer: string;
  brief?: string;
  principles: string[];
  barRaiser: boolean;
  /** One easy question before the first round: always coached, never counted, nothing follows it. */
  warmUp?: true;
  /** Seconds, already scaled. */
  budget: number;
  /** Asked first, about the candidate's own work; nothing follows it, and it is not judged. */
  opening?: PlannedQuestion;
  questions: PlannedQuestion[];
  /** The candidate's own questions at the end. */
  closing?: PlannedQuestion;
}

/** Everything that is fixed when a session is opened; the journal holds it whole, so no later edit of content changes it. */
export interface Plan {
  loop: Pick<Loop, 'id' | 'title' | 'level' | 'facts'>;
  mode: Mode;
  /** Before each card the candidate says what they would give themselves. */
  selfScore?: true;
  /** An exercise that asks for less, or for something else, than whole answers: it is in no trend and moves no card. */
  drill?: string;
  /** What follows the answer to a question: nothing, or everything that is planned, whatever was said; else what calls for it. */
  further?: 'nothing' | 'all';
  input: InputMode;
  /** Every clock is multiplied by this; 1 is real time. */
  scale: number;
  seed: number;
  /** What --content named, as it was given; absent where the shipped content and MOCKLOOP_CONTENT were all there was. */
  content?: string[];
  /** Seconds, already scaled. */
  breakSeconds: number;
  rounds: PlannedRound[];
  rubrics: Readonly<Record<string, Rubric>>;
}

/** What a probe is after. */
export interface Aim {
  /** Key of the ask whose answer, or whose chain, lacked it. */
  of: string;
  /** A kind of signal of the probe's criterion that read low. */
  signal?: string;
  /** A point of that ask that was not there. */
  point?: string;
}

export type ChainEnd =
  /** What was asked for came. */
  | 'answered'
  /** Something was said, but not what was asked for. */
  | 'open'
  /** The candidate said that they do not know. */
  | 'admitted'
  /** The last answer claims something wrong. */
  | 'wrong'
  | 'skipped'
  | 'out-of-time';

/** A main answer and one line of questions that went deeper from it. */
export interface Chain {
  /** The first ask below the main one; the main one itself where nothing followed. */
  key: string;
  /** Answers from the main one, which is the first layer, to the deepest. */
  layers: number;
  end: ChainEnd;
}

export type AskKind = 'opening' | 'question' | 'follow-up' | 'probe' | 'closing';

/** One thing said to the candidate that wants an answer. */
export interface Ask {
  /** Unique within a session: see Submission.question for the forms. */
  key: string;
  kind: AskKind;
  round: string;
  /** The main question this belongs to (`bank/question`, `round/opening` or `round/closing`). */
  ref: string;
  prompt: string;
  /** Why this and why now, with ids of points and pitfalls; only the report tells it, in words: it may give the answer away. */
  why: string;
  /** 0 for a main question, 1 for what follows it, and so on. */
  depth: number;
  /** Seconds left for it when it was asked. */
  budget: number;
  /** Of a probe; journals of older versions have none. */
  aim?: Aim;
  /** Of a probe that a language model put into other words: the words of the content, by which it is judged. */
  meant?: string;
}

export type Outcome =
  /** Handed in by the candidate. */
  | 'answered'
  /** Handed in by the clock, with what was on the screen. */
  | 'time-up'
  | 'skipped';

export interface Try {
  /** When it was handed in, Unix time in milliseconds. */
  at?: number;
  answer: string;
  /** Time used, without pauses. */
  seconds: number;
  outcome: Outcome;
  /** What the candidate gave it before they saw the card. */
  selfLevel?: Level;
  /** Coding questions: the tests as they were run on just this code, or why they were not. */
  run?: TestRun;
  untested?: string;
}

/** That tests were run on a code, or why they were not. */
export interface Tested {
  /** Names the code by a hash of it (interview/tested.ts). */
  code: string;
  run?: TestRun;
  untested?: string;
}

/** What was typed and not yet handed in. */
export interface Draft {
  key: string;
  /** Which try it was going to be, from 0: a draft of the first is not the beginning of the second. */
  attempt: number;
  text: string;
  /** Time used so far, without pauses. */
  seconds: number;
}

/** One line of the journal. `at` is Unix time in milliseconds. */
export type SessionEvent = { at: number } & (
  | { type: 'opened'; session: string; version: string; plan: Plan }
  | { type: 'round-started'; round: string }
  | ({ type: 'asked' } & Ask)
  | { type: 'hinted'; key: string; hint: string }
  | { type: 'paused'; key: string; seconds: number }
  /** Before or after the code was handed in. */
  | ({ type: 'tested'; key: string } & Tested)
  | ({ type: 'answered'; key: string } & Try)
  /** The candidate's own level for the last try, said before the card is shown. */
  | { type: 'self-scored'; key: string; level: Level }
  /** Coach mode: the candidate wants another go at it. */
  | { type: 'again'; key: string }
  /** Coach mode: feedback was shown and the candidate goes on. */
  | { type: 'moved-on'; key: string }
  /** Left in the middle: the draft, kept twice (here and in draft.json). */
  | { type: 'left'; draft?: Draft }
  | { type: 'resumed' }
  /** A main question is done with: how deep each chain went, and how it ended. */
  | { type: 'dug'; round: string; ref: string; chains: Chain[] }
  /** Main questions that the round had no time for. */
  | { type: 'not-asked'; round: string; refs: string[]; why: string }
  | { type: 'round-ended'; round: string }
  | { type: 'rested'; round: string; seconds: number }
  | { type: 'closed' }
);

export interface AskState extends Ask {
  tries: Try[];
  hints: string[];
  /** Waiting for an answer: just asked, or asked for again. */
  open: boolean;
  /** Coach mode: feedback on the last try has been seen. */
  reviewed: boolean;
  /** Coding questions: on which states of the code tests were run, in order. */
  tested?: Tested[];
}

export interface RoundState {
  id: string;
  state: 'ahead' | 'running' | 'ended';
  /** In the order asked. */
  asks: AskState[];
  /** Chains of the main questions that are done with. */
  dug: { ref: string; chains: Chain[] }[];
  notAsked: { refs: string[]; why: string }[];
  rested: boolean;
}

/** The fold of a journal. */
export interface Session {
  id: string;
  version: string;
  plan: Plan;
  startedAt: number;
  /** Time of the last event. */
  lastAt: number;
  rounds: RoundState[];
  /** The last draft that the journal knows of. */
  draft?: Draft;
  closed: boolean;
}

export interface ScriptedAnswer {
  /** Empty for a question that is skipped. */
  text: string;
  /** How long it took; estimated from its words where the script does not say. */
  seconds?: number;
}

/** Answers by `bank/question`, `bank/question/follow-up`, `bank/question/?criterion.probe`, `round/opening`, `round/closing` or `default`. */
export type Script = ReadonlyMap<string, ScriptedAnswer>;
