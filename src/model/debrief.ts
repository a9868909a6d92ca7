/** Waist 2: what is told. A Debrief is one candidate's scored session; its JSON is the JSON report. */
import type { Criterion } from './content.ts';
import type { Cuts, Level } from './level.ts';
import type { ModelUsage } from './llm.ts';
import type { AnswerScore, Asked, Evidence } from './score.ts';
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

/** What a vote on the scale of levels is called. */
export const VOTE_NAMES: Readonly<Record<Level, string>> = {
  1: 'strong no hire',
  2: 'no hire',
  3: 'hire',
  4: 'strong hire',
};

/** One thing that an interviewer holds for or against the candidate. */
export interface Ground {
  /** Key of the ask whose answer it was found in, or missed in. */
  question: string;
  /** What was looked for: a criterion's title, a point, a pitfall, or what the level wants. */
  about: string;
  /** What was found or missing, in a few words; empty where `about` says it all. */
  told: string;
  /** The candidate's own words: in the answer of the last try of that ask. Absent for what is missing. */
  found?: Evidence;
}

/** What a level wants beside good answers (scope, ambiguity, measured results), and how much of it was seen. */
export interface Demand {
  id: string;
  title: string;
  /** What a passing story of this level shows. */
  wants: string;
  /** 0 to 100; null where nothing that was asked could show it. */
  score: number | null;
  /** The score that the level wants, 0 to 100. */
  bar: number;
  /** Over how many main answers it was looked for. */
  answers: number;
  /** Where it showed, in the candidate's words; at most two. */
  seen: Ground[];
}

/** One interviewer's view, written from their own round alone and sealed until all have written. */
export interface Assessment {
  /** What the questions of the round were about, in alphabetical order. */
  competencies: string[];
  principles: string[];
  /** 0 to 100: the score of the round, with what the level wants weighed in; null where nothing could be judged. */
  figure: number | null;
  demands: Demand[];
  /** The heaviest first, at most three of each. */
  for: Ground[];
  against: Ground[];
}

/** A vote is 1 strong no hire, 2 no hire, 3 hire, 4 strong hire. */
export interface Votes {
  /** From the sealed assessment. Null for a round that had nothing to judge, and where there is no debrief. */
  before: Level | null;
  /** With the assessments of the others read. */
  after: Level | null;
  /** What `after` is read off: the own figure with those of the others, 0 to 100. */
  figure: number | null;
  /** What of the other rounds moved the vote, with the id of the round; empty where it stayed. */
  moved: (Ground & { round: string })[];
}

/** What a hire rests on. Each is a plain question that can be answered with yes or no. */
export interface Condition {
  id: string;
  /** A sentence with the figures in it, true of what was found. */
  told: string;
  met: boolean;
}

export const VERDICTS = ['no-hire', 'hire-one-level-lower', 'hire', 'undecided'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** The bar of a level, as far as reports tell it. */
export interface LevelBar {
  /** Empty for the general bar, which stands where a level has none of its own. */
  level: string;
  /** The level below, where there is one to fall back to. */
  below: string | null;
  /** Figures from 0 to 100 at which the votes 2, 3 and 4 begin; the second is the bar for a hire. */
  cuts: Cuts;
}

/** How the loop ended. */
export interface Decision {
  verdict: Verdict;
  /** The level at which they would hire; null without a hire. */
  hiredAt: string | null;
  /** Why, in one or two sentences. */
  why: string;
  /** Who weighed the whole: a round marked so, else the strictest one. Null where nothing could be judged. */
  barRaiser: { round: string; marked: boolean } | null;
  bar: LevelBar;
  /** Mean of the figures after reading, 0 to 100. */
  whole: number | null;
  /** Over the whole loop. */
  demands: Demand[];
  /** Against the bar of the level that was interviewed for. */
  conditions: Condition[];
  /** Against the bar one level lower; null where it was not asked. */
  lower: { bar: LevelBar; conditions: Condition[] } | null;
}

/** Something that came back in several answers. */
export interface Habit {
  id: string;
  title: string;
  /** In how many answers, and of how many in which it could have shown. */
  answers: number;
  of: number;
  /** Where; with the candidate's words where there are any. At most three. */
  seen: Ground[];
  /** In how many of the interviews that progress is told from it came back too; absent where in none. */
  before?: { interviews: number; of: number };
  exercise: Exercise;
}

/** One concrete thing to do next. */
export interface Exercise {
  /** A main question to answer again: `mockloop practice --question REF`. Null where it is not of a bank. */
  question: string | null;
  /** Paths for --content, as the interview was opened with them; absent where it was opened with none. */
  content?: string[];
  /** What to do in it, in the words of the content. */
  task: string;
  /** What an interviewer would ask there: have an answer ready. Null where the content has none. */
  probe: string | null;
}

export interface DebriefRound {
  id: string;
  title: string;
  interviewer: string;
  /** Seconds. */
  budget: number;
  seconds: number;
  /**
   * Mean over its main questions; a skipped or empty answer counts as 0. Null when nothing was asked or could be judged, and
   * when nothing was answered at all and nobody confers.
   */
  score: number | null;
  level: Level | null;
  votes: Votes;
  /** Null where there is no debrief: see Debrief.outcome. */
  assessment: Assessment | null;
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
  exercise: Exercise;
}

/** The overall score of another interview of the same candidate, held before. */
export interface Earlier {
  session: string;
  /** ISO 8601, UTC. */
  startedAt: string;
  loop: { id: string; title: string };
  /** 0 to 100, by the judge and version of the debrief that it stands in. */
  score: number;
  /** Ids of rubrics that had another text then, so that the two figures are not quite of one kind. */
  reworded: string[];
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
  /** Oldest first; put in by whoever has the candidate's other interviews at hand. */
  earlier?: Earlier[];
  rubrics: Record<string, { title: string; hash: string; criteria: Criterion[] }>;
  competencies: Standing[];
  principles: Standing[];
  /** Null before the end, and after a single round or question: there is nobody to confer with. */
  outcome: Decision | null;
  /** Those first that showed wherever they could. */
  recurring: Habit[];
  workOn: WorkItem[];
  judge: { name: string; version: string };
  /** Where a model was asked; put in by whoever asked it. */
  usage?: ModelUsage;
  /** `debrief`: of the rules by which votes and outcome follow from scores. */
  versions: { mockloop: string; debrief: string };
}
