/** Both judges: blended criterion by criterion, with what each gave left to see. */
import type { Rubric } from '../../model/content.ts';
import { DEFAULT_CUTS, levelOf } from '../../model/level.ts';
import type { AnswerScore, CriterionScore, Flag, Judge, JudgedBy, Submission } from '../../model/score.ts';
import { distinct } from '../text/evidence.ts';
import { hashOf } from './hash.ts';
import { localJudge } from './local.ts';
import { meanOver, oneDecimal, totalOf } from './total.ts';

const NAME = 'both';
/** Raised whenever the same two findings come to another score. */
const VERSION = '1';

/** Shares of the two; equal, since nothing measured says that one deserves more. */
const SHARES = { local: 0.5, llm: 0.5 } as const;

/** Levels of a criterion between the judges from which on they disagree. */
const FAR = 2;

/** Blends the local judge with one over a model (llm/judge.ts). Where the model failed the answer is an error. */
export function combinedJudge(llm: Judge): Judge {
  const fingerprint = (submission: Submission): string =>
    hashOf([NAME, VERSION, llm.fingerprint(submission)]);
  return {
    name: NAME,
    version: VERSION,
    paid: llm.paid,
    fingerprint,
    async judge(submission) {
      const [local, model] = [localJudge.judge(submission), await llm.judge(submission)];
      const judge: JudgedBy = {
        ...model.judge,
        name: NAME,
        version: VERSION,
        fingerprint: fingerprint(submission),
      };
      return model.status === 'scored' ? blended(submission, local, model, judge) : { ...model, judge };
    },
  };
}

function blended(
  { rubrics }: Submission,
  local: AnswerScore,
  model: AnswerScore,
  judge: JudgedBy,
): AnswerScore {
  const parts = rubrics.flatMap(rubric => rubric.criteria.map(criterion => ({ rubric, criterion })));
  const criteria = model.criteria.map((it, at) =>
    blendedCriterion(local.criteria[at]!, it, parts[at]?.rubric.cuts),
  );
  const scored = parts.flatMap((part, at) => {
    const { score } = criteria[at]!;
    return score === null ? [] : [{ ...part, score }];
  });
  const mean = rubrics.length === 0 ? criteria[0]!.score! : meanOver(rubrics, scored, it => it.score)!;
  const score = totalOf(mean, model.pitfalls, model.flags);
  return {
    ...model,
    score,
    level: levelOf(score, rubrics[0]?.cuts),
    criteria,
    flags: [...model.flags, ...disagreement(local.criteria, model.criteria)],
    judge,
  };
}

/** What only one of them could judge is as that one has it. */
function blendedCriterion(
  local: CriterionScore,
  model: CriterionScore,
  cuts: Rubric['cuts'] = DEFAULT_CUTS,
): CriterionScore {
  const by = { local: local.score, llm: model.score };
  if (local.score === null || model.score === null) return { ...model, by };
  const score = oneDecimal(SHARES.local * local.score + SHARES.llm * model.score);
  return {
    ...model,
    score,
    level: levelOf(score, cuts),
    evidence: distinct([...model.evidence, ...local.evidence]),
    by,
  };
}

function disagreement(local: readonly CriterionScore[], model: readonly CriterionScore[]): Flag[] {
  const far = model.filter(({ level }, at) => {
    const other = local[at]!.level;
    return level !== null && other !== null && Math.abs(level - other) >= FAR;
  });
  if (far.length === 0) return [];
  const reason = `The judges are ${FAR} levels or more apart over ${far.map(it => it.id).join(', ')}.`;
  return [{ kind: 'judges-disagree', reason }];
}
