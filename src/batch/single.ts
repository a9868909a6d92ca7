/** One answer at a time, for other programs: the same as a row of a batch. */
import { described } from '../content/showing.ts';
import type { RowResult } from '../model/cohort.ts';
import type { Library } from '../model/content.ts';
import { InputError } from '../model/errors.ts';
import type { Level } from '../model/level.ts';
import type { JudgedBy } from '../model/score.ts';
import { type JudgeNeeds, judgeNamed } from '../scoring/judges/table.ts';
import { assign, submissionOf } from './grade.ts';
import { Questions } from './questions.ts';
import { inputHash, scoredResult } from './result.ts';
import { type Raw, rowOf } from './row.ts';

/** An answer and what it answers, as a row of `mockloop evaluate` says it (docs/formats.md). */
export interface GivenAnswer {
  id?: string;
  /** `bank/question`, the bank left out where that is unique, or a question written out as in a bank. */
  question: string | object;
  answer: string;
  candidate?: string;
  group?: string;
  /** Time used, in seconds; it matters only to a rubric that reads the clock. */
  seconds?: number;
}

/** What `mockloop evaluate` would write for this answer; an answer that cannot be judged has status `error` and a cause. */
export type JudgeAnswer = (answer: GivenAnswer) => Promise<JudgedAnswer>;

/** A result line of which `status` says what else is there. */
export type JudgedAnswer = RowResult &
  (
    | { status: 'scored'; score: number; level: Level; judge: JudgedBy }
    | { status: 'cannot-assess' | 'error'; score: null; level: null; cause: string }
  );

export interface JudgeOptions extends JudgeNeeds {
  /** What `openLibrary` gives. */
  library: Library;
  /** Who judges; default `local`. The others need a `client`. */
  judge?: string;
}

/**
 * A judge over the questions and rubrics of a library. It loads what it knows about words once (about 20 ms) and
 * remembers the questions it met, so that one for many answers is better than one for each. Throws InputError for a judge
 * that there is not, and without a library.
 */
export async function createJudge(options: JudgeOptions): Promise<JudgeAnswer> {
  checkLibrary(options);
  const { library, judge: name, ...needs } = options;
  const judge = await judgeNamed(name).load(needs);
  const questions = new Questions(library);
  return async answer => {
    const found = await assign(rowOf({ ...answer } as Raw), questions, {});
    if ('error' in found) return byStatus(found.error);
    const { row, assigned } = found;
    const score = await judge.judge(submissionOf(row, assigned));
    return byStatus(scoredResult(row, score, inputHash(row, assigned.name), {}));
  };
}

/** What every judge keeps to (src/content/result-shape.ts), said as a type. */
const byStatus = (result: RowResult): JudgedAnswer => result as JudgedAnswer;

/** Throws InputError for what `openLibrary` has not given: a program without types may leave it out, or not wait for it. */
function checkLibrary(options: Partial<JudgeOptions> | null | undefined): void {
  const library: unknown = options?.library;
  if (isLibrary(library)) return;
  const given = library instanceof Promise ? 'a promise of one' : described(library);
  throw new InputError(
    `A judge needs a library, and was given ${given}.`,
    'Wait for one, and hand it over: createJudge({ library: await openLibrary() }).',
  );
}

const isLibrary = (value: unknown): value is Library =>
  typeof value === 'object' && value !== null && 'banks' in value && 'rubrics' in value;
