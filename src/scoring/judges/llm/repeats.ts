/** Several judgements of one answer as one, with how far they agree. */
import type { Rubric } from '../../../model/content.ts';
import { DEFAULT_CUTS, levelOf } from '../../../model/level.ts';
import type { AnswerScore, CriterionScore, Repeats } from '../../../model/score.ts';
import { t95 } from '../../student.ts';
import { oneDecimal } from '../total.ts';

/**
 * Scores are means; what is told of a criterion or a point is told as the judgement has it that is nearest to the mean.
 * @param judgements scored ones of the same answer, at least one.
 */
export function joined(judgements: readonly AnswerScore[], rubrics: readonly Rubric[]): AnswerScore {
  const [first] = judgements;
  if (!first || judgements.length === 1) return first!;
  const score = oneDecimal(meanOf(judgements.map(it => it.score!)));
  const cutsOf = rubrics.flatMap(rubric => rubric.criteria.map(() => rubric.cuts));
  const typical = nearest(judgements, it => it.score!);
  const criteria = first.criteria.map((_, at) =>
    criterion(
      judgements.map(it => it.criteria[at]!),
      cutsOf[at] ?? DEFAULT_CUTS,
    ),
  );
  return {
    ...typical,
    score,
    level: levelOf(score, rubrics[0]?.cuts),
    criteria,
    points: first.points.map((_, at) =>
      nearest(
        judgements.map(it => it.points[at]!),
        it => it.score,
      ),
    ),
    repeats: repeatsOf(judgements),
  };
}

function criterion(repeated: readonly CriterionScore[], cuts: Rubric['cuts']): CriterionScore {
  const told = nearest(repeated, it => it.score ?? 0);
  if (told.score === null) return told;
  const score = oneDecimal(meanOf(repeated.map(it => it.score!)));
  // A level above the first needs a quote, which any of the judgements may have.
  const quoted = told.evidence.length > 0 ? told : (repeated.find(it => it.evidence.length > 0) ?? told);
  return { ...told, score, level: levelOf(score, cuts), evidence: quoted.evidence };
}

function nearest<One>(among: readonly One[], value: (one: One) => number): One {
  const mean = meanOf(among.map(value));
  const distance = (one: One) => Math.abs(value(one) - mean);
  return among.reduce((best, it) => (distance(it) < distance(best) ? it : best));
}

const meanOf = (values: readonly number[]): number => values.reduce((sum, it) => sum + it, 0) / values.length;

function repeatsOf(judgements: readonly AnswerScore[]): Repeats {
  const scores = judgements.map(it => it.score!);
  const mean = meanOf(scores);
  const variance = scores.reduce((sum, it) => sum + (it - mean) ** 2, 0) / (scores.length - 1);
  const half = t95(scores.length - 1) * Math.sqrt(variance / scores.length);
  const interval: [number, number] = [
    oneDecimal(Math.max(0, mean - half)),
    oneDecimal(Math.min(100, mean + half)),
  ];
  return { scores, interval, agreement: agreementOf(judgements) };
}

/** Share of all pairs of judgements, over all criteria with levels, that have the same one; 1 where no criterion has any. */
function agreementOf(judgements: readonly AnswerScore[]): number {
  const pairs = judgements.flatMap((one, at) =>
    judgements
      .slice(at + 1)
      .flatMap(other =>
        one.criteria.flatMap(({ level }, criterion) =>
          level === null ? [] : [level === other.criteria[criterion]!.level],
        ),
      ),
  );
  return pairs.length === 0 ? 1 : Math.round((100 * pairs.filter(Boolean).length) / pairs.length) / 100;
}
