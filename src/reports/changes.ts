/** What another try changed against the one before. */
import type { Level } from '../model/level.ts';
import type { AnswerScore, PointScore } from '../model/score.ts';

export interface Changes {
  /** 0 to 100; null where there was no score. */
  from: number | null;
  to: number | null;
  /** Ids of points that are better covered now, and of those that are covered less. */
  gained: string[];
  lost: string[];
  /** Ids of pitfalls that are not touched any more, and of those that were not before; none that are only inferred. */
  mended: string[];
  touched: string[];
  /** Criteria whose level is another. */
  criteria: { id: string; from: Level; to: Level }[];
}

const RANK: Readonly<Record<PointScore['status'], number>> = { missing: 0, partial: 1, covered: 2 };

export function changesBetween(before: AnswerScore, now: AnswerScore): Changes {
  const rise = ({ id, status }: PointScore) =>
    RANK[status] - RANK[before.points.find(it => it.id === id)?.status ?? 'missing'];
  const idsOf = (points: readonly PointScore[]) => points.map(it => it.id);
  const without = (these: AnswerScore['pitfalls'], those: AnswerScore['pitfalls']) =>
    these.filter(it => !it.inferred && !those.some(other => other.id === it.id)).map(it => it.id);
  return {
    from: before.score,
    to: now.score,
    gained: idsOf(now.points.filter(it => rise(it) > 0)),
    lost: idsOf(now.points.filter(it => rise(it) < 0)),
    mended: without(before.pitfalls, now.pitfalls),
    touched: without(now.pitfalls, before.pitfalls),
    criteria: now.criteria.flatMap(({ id, level: to }) => {
      const from = before.criteria.find(it => it.id === id)?.level ?? null;
      return from === null || to === null || from === to ? [] : [{ id, from, to }];
    }),
  };
}
