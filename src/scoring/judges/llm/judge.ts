/** A judge that asks a language model, criterion by criterion; what a reply may say and what it is worth is decided here. */
import type { AnswerScore, Judge, JudgedBy, Submission } from '../../../model/score.ts';
import { hashOf } from '../hash.ts';
import { localJudge } from '../local.ts';
import { TEMPERATURE } from './asking.ts';
import { allOf, failedAnswer, judgeOnce } from './once.ts';
import { PROMPT } from './prompt.ts';
import { joined } from './repeats.ts';
import type { Model } from './telling.ts';

const NAME = 'llm';
/** Raised whenever the same replies come to another score. */
const VERSION = '1';

export interface LlmJudging extends Model {
  /** How often each answer is judged, at least 1; default once. */
  repeats?: number;
}

/** Letters of an answer; a longer one is a book, or an attempt to spend somebody's money. */
const LONGEST = 60_000;

/** A judge over a model. An answer that the local judge cannot assess never reaches it. */
export function llmJudge(judging: LlmJudging): Judge {
  const { client, repeats = 1 } = judging;
  const fingerprint = (submission: Submission): string =>
    hashOf([
      NAME,
      VERSION,
      PROMPT,
      client.identity,
      TEMPERATURE,
      repeats,
      localJudge.fingerprint(submission),
    ]);
  return {
    name: NAME,
    version: VERSION,
    paid: true,
    fingerprint,
    async judge(submission) {
      const local = localJudge.judge(submission);
      const { rubric } = local.judge;
      const judge: JudgedBy = {
        name: NAME,
        version: VERSION,
        rubric,
        fingerprint: fingerprint(submission),
      };
      if (local.status !== 'scored') return { ...local, judge };
      if (submission.answer.length > LONGEST)
        return failedAnswer(
          submission,
          judge,
          `The answer has more than ${LONGEST} letters: too long to ask about.`,
        );
      const numbers = Array.from({ length: repeats }, (_, repeat) => repeat);
      const judgements: readonly AnswerScore[] = await allOf(
        numbers.map(repeat => judgeOnce(judging, { submission, local, judge, repeat })),
      );
      return judgements.find(it => it.status === 'error') ?? joined(judgements, submission.rubrics);
    },
  };
}
