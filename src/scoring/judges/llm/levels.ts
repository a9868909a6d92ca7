/** From levels and points to scores: the model finds, this reckons. */
import { type Cuts, type Level, levelOf } from '../../../model/level.ts';
import type { Evidence, PointScore } from '../../../model/score.ts';
import { oneDecimal } from '../total.ts';

/** The middle of a level's band between the cuts, 0 to 100: of all figures that the cuts turn back into it the fairest. */
export function middleOf(level: Level, cuts: Cuts): number {
  const bounds = [0, ...cuts, 100];
  return (bounds[level - 1]! + bounds[level]!) / 2;
}

/** 0 to 1: the weighted share of the points that is there; 0 without points. */
export function coverageOf(
  points: readonly PointScore[],
  asked: readonly { id: string; weight: number }[],
): number {
  const total = asked.reduce((sum, it) => sum + it.weight, 0);
  const scoreOf = new Map(points.map(it => [it.id, it.score]));
  return total > 0 ? asked.reduce((sum, it) => sum + it.weight * (scoreOf.get(it.id) ?? 0), 0) / total : 0;
}

/** A score with its level. Without a quote it stays under the first cut, unless only what is bad is counted. */
export function scored(
  value: number,
  evidence: readonly Evidence[],
  cuts: Cuts,
  isAbsence: boolean,
): { score: number; level: Level } {
  const most = evidence.length > 0 || isAbsence ? 100 : Math.max(0, cuts[0] - 0.1);
  const score = oneDecimal(Math.min(value, most));
  return { score, level: levelOf(score, cuts) };
}
