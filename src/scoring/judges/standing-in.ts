/** An interview goes on: where the judge that was asked for fails, the local one stands in and the answer says so. */

import { JudgeError } from '../../model/errors.ts';
import type { AnswerScore, Judge, Submission } from '../../model/score.ts';
import { localJudge } from './local.ts';

/**
 * The judge with the local one behind it. What the local one judged bears its name, and the flag `judged-locally` with the
 * cause, so that it is not kept as the other's. After a failure that every later answer would share, nobody is asked again.
 */
export function withStandIn(judge: Judge): Judge {
  let broken: string | undefined;
  const score = async (submission: Submission): Promise<AnswerScore> => {
    if (broken !== undefined) return locally(submission, judge.name, broken);
    try {
      const it = await judge.judge(submission);
      return it.status === 'error' ? locally(submission, judge.name, it.cause ?? '') : it;
    } catch (error) {
      if (!(error instanceof JudgeError)) throw error;
      broken = error.message;
      return locally(submission, judge.name, broken);
    }
  };
  return { ...judge, judge: score };
}

function locally(submission: Submission, name: string, cause: string): AnswerScore {
  const score = localJudge.judge(submission);
  const reason = `The local judge stands in for ${name}, which failed: ${cause}`;
  return { ...score, flags: [...score.flags, { kind: 'judged-locally', reason }] };
}
