/** Waist 1: what is judged (Submission) and what a judge says of it (AnswerScore). */
import type { Aliases, FollowUp, Question, Rubric } from './content.ts';
import type { Level } from './level.ts';
import type { TestRun } from './test-run.ts';

/** An answer together with everything a judge may know. What is not a Submission is not judged. */
export interface Submission {
  /** `bank/question`, `bank/question/follow-up`, `bank/question/?criterion.probe`, `round/opening` or `round/closing`. */
  question: string;
  /** The question as asked; a follow-up or probe is judged within its parent's `type`. */
  asked: Asked;
  aliases: Aliases;
  /** Weighed equally. Empty: only the points count. */
  rubrics: Rubric[];
  answer: string;
  candidate?: string;
  /** Time used and allowed, in seconds; unknown in most batches. */
  seconds?: number;
  budget?: number;
  /** Code that the candidate was given to begin with: what is left of it in the answer is no merit. */
  given?: string;
  /** How the tests of a coding question ended on just this answer; none when they were not run. */
  run?: TestRun;
}

/** The part of a question or follow-up that judging needs. */
export type Asked = Pick<FollowUp, 'prompt' | 'points' | 'pitfalls' | 'answer'> &
  Partial<Pick<Question, 'type' | 'keywords'>>;

/** A stretch of the answer: UTF-16 offsets, and exactly that slice. */
export interface Evidence {
  start: number;
  end: number;
  quote: string;
}

export type Status = 'scored' | 'cannot-assess' | 'error';

export interface CriterionScore {
  /** The criterion's id; `rubric/criterion` where a question has several rubrics. */
  id: string;
  status: Status;
  /** 0 to 100; null unless scored, as is `level`. */
  score: number | null;
  level: Level | null;
  /** 0 to 1: how much the judge would bet on its own level. */
  confidence: number;
  evidence: Evidence[];
  /** What was looked for and not found, in the words of points and signals. */
  missing: string[];
  reason: string;
  /** Where two judges weighed it: the score that each gave by itself, 0 to 100. */
  by?: { local: number | null; llm: number | null };
}

export interface PointScore {
  id: string;
  status: 'covered' | 'partial' | 'missing';
  /** 0 to 1. */
  score: number;
  evidence: Evidence[];
  /** Its status follows from how whole the story is; no words of the answer say it. */
  inferred?: true;
}

/** Score from which a covered point is more than perhaps there: of those below fewer are (tests/scoring/ladders.test.ts). */
const SURE = 0.85;

/** Whether a point is covered beyond much doubt: by plain words, or by how whole a story is. */
export const isSure = ({ status, score, inferred }: PointScore): boolean =>
  status === 'covered' && (score >= SURE || inferred === true);

/** Whether a point counts as covered, and is only perhaps there. */
export const isDoubtful = (point: PointScore): boolean => point.status === 'covered' && !isSure(point);

export interface PitfallScore {
  id: string;
  evidence: Evidence[];
  reason: string;
  /** None of the listed words was found by which one would say it: perhaps it is said in others. */
  inferred?: true;
}

/** These cap the total; the other flags are only shown. */
const CHEAT_KINDS = [
  'echo',
  'off-topic',
  'keyword-list',
  'repetition',
  'gibberish',
  'instructions-to-the-grader',
] as const;

export const FLAG_KINDS = [
  ...CHEAT_KINDS,
  'contradiction',
  /** An answer that has no more of the question's words than any talk about software has, or, asked for motives, hardly any of work. */
  'far-from-topic',
  /** A story in which the teller does what no interviewer hopes for. */
  'conduct',
  'other-language',
  'candour',
  /** A language model and the local judge are far apart over the whole answer. */
  'judge-local-gap',
  /** They are far apart over a criterion. */
  'judges-disagree',
  /** The judge that was asked for failed; the local one stands in. */
  'judged-locally',
] as const;

/** Flags that cap the total. */
export const CHEATS: ReadonlySet<Flag['kind']> = new Set(CHEAT_KINDS);

export interface Flag {
  kind: (typeof FLAG_KINDS)[number];
  reason: string;
}

export interface KeywordUse {
  term: string;
  use: 'explained' | 'dropped' | 'unused';
}

/** Who judged, with what; trends compare on name, version and rubric, caches on the fingerprint. */
export interface JudgedBy {
  name: string;
  version: string;
  rubric: { id: string; hash: string };
  fingerprint: string;
  /** Of a language model: as the server names it. */
  model?: string;
  /** The temperature that it was really asked with; null where the server chose one. */
  temperature?: number | null;
}

/** What several judgements of the same answer by the same model came to. */
export interface Repeats {
  /** Each by itself, 0 to 100, in order. */
  scores: number[];
  /** 95 % interval of their mean, kept within 0 to 100. */
  interval: [number, number];
  /** 0 to 1: how often two of them gave a criterion the same level, over all pairs and criteria. */
  agreement: number;
}

/** A judge's findings on one submission; also one line of a batch's results (docs/formats.md). */
export interface AnswerScore {
  question: string;
  status: Status;
  score: number | null;
  level: Level | null;
  criteria: CriterionScore[];
  points: PointScore[];
  pitfalls: PitfallScore[];
  keywords: KeywordUse[];
  flags: Flag[];
  judge: JudgedBy;
  /** Where it was judged more than once. */
  repeats?: Repeats;
  /** Why nothing could be scored; present unless `status` is scored. */
  cause?: string;
}

/** Turns submissions into scores; a failure is a score with status `error`, never a low figure. */
export interface Judge {
  readonly name: string;
  readonly version: string;
  /** Whether each judgement costs money or a network: then nothing is judged only to tell more of something else. */
  readonly paid: boolean;
  /** What the score depends on beside the answer: judge, version, rubrics, question. Keys caches. */
  fingerprint(submission: Submission): string;
  /** Throws JudgeError only where no other answer could be judged either, as without money or a valid key. */
  judge(submission: Submission): AnswerScore | Promise<AnswerScore>;
}
