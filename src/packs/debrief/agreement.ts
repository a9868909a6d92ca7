/** How far interviewers agree, and who is stricter than the others. */
import { LEVELS } from '../../model/level.ts';
import type { AlphaInterval, Mark, PackAgreement, Severity } from '../../model/pack-debrief.ts';
import { percentileInterval } from '../../scoring/percentiles.ts';
import { alphaOf, alphaOfPairs, type Coincidences, coincidences, sum } from './alpha.ts';

/** The marks of one criterion of one answer. */
export type Unit = readonly Pick<Mark, 'candidate' | 'question' | 'interviewer' | 'level'>[];

/** Over all units; alpha, and shares of pairs that are plain to read. @param random numbers in [0, 1) */
export function agreementOf(units: readonly Unit[], random: () => number): PackAgreement {
  const paired = units.filter(it => it.length > 1);
  const apart = paired.flatMap(marks =>
    marks.flatMap((one, at) => marks.slice(at + 1).map(other => Math.abs(one.level - other.level))),
  );
  const share = (most: number) =>
    apart.length === 0 ? null : apart.filter(it => it <= most).length / apart.length;
  const alpha = alphaOf(paired.map(it => it.map(mark => mark.level)));
  const why = paired.length === 0 ? 'nobody marked what another did' : 'all marks are the same level';
  return {
    units: paired.length,
    alpha: alpha === null ? null : rounded(alpha),
    ...(alpha === null && { why }),
    interval: alpha === null ? null : alphaInterval(paired, random),
    same: share(0),
    withinOne: share(1),
  };
}

/** Fewer have too few different draws to tell an interval of. */
export const LEAST_DRAWN = 10;

const TIMES = 1_000;

/**
 * By the bootstrap. Criteria of one answer, and answers of one candidate, are no independent things: whole candidates are
 * drawn, and whole answers where the candidates are too few for that.
 */
function alphaInterval(paired: readonly Unit[], random: () => number): AlphaInterval | null {
  const byCandidate = clustersOf(paired, it => it.candidate);
  const [drawn, clusters] =
    byCandidate.length >= LEAST_DRAWN
      ? (['candidates', byCandidate] as const)
      : (['answers', clustersOf(paired, it => JSON.stringify([it.candidate, it.question]))] as const);
  if (clusters.length < LEAST_DRAWN) return null;
  const seen = Array.from({ length: TIMES }, () =>
    alphaOfPairs(sum(clusters.map(() => clusters[Math.floor(random() * clusters.length)]!))),
  );
  const told = seen.filter(it => it !== null);
  const interval = percentileInterval(told, TIMES, clusters.length);
  if (!interval) return null;
  const [low, high] = interval.map(rounded) as [number, number];
  return { low, high, drawn, units: clusters.length, times: TIMES };
}

/** The coincidences of the units that belong together. */
function clustersOf(paired: readonly Unit[], nameOf: (mark: Unit[number]) => string): Coincidences[] {
  const clusters = new Map<string, Coincidences[]>();
  for (const unit of paired) {
    const name = nameOf(unit[0]!);
    const pairs = coincidences([unit.map(it => it.level)], LEVELS);
    clusters.set(name, [...(clusters.get(name) ?? []), pairs]);
  }
  return [...clusters.values()].map(sum);
}

/** Each interviewer against the mean of the others, unit by unit; in alphabetical order. */
export function severityOf(units: readonly Unit[]): Severity[] {
  const differences = new Map<string, number[]>();
  for (const unit of units)
    for (const { interviewer, level } of unit) {
      const others = unit.filter(it => it.interviewer !== interviewer).map(it => it.level);
      const mine = differences.get(interviewer) ?? [];
      differences.set(interviewer, mine);
      if (others.length > 0) mine.push(level - mean(others));
    }
  return [...differences]
    .map(([interviewer, them]) => ({
      interviewer,
      units: them.length,
      difference: them.length === 0 ? null : rounded(mean(them)),
    }))
    .sort((a, b) => (a.interviewer < b.interviewer ? -1 : 1));
}

/** Of at least one number. */
export const mean = (values: readonly number[]): number =>
  values.reduce((sum, it) => sum + it, 0) / values.length;

/** To hundredths: scorecards tell no more. */
export const rounded = (value: number): number => Math.round(100 * value) / 100;
