/** How far interviewers agree, and who is stricter than the others. */
import type { Mark, PackAgreement, Severity } from '../../model/pack-debrief.ts';

/** The marks of one criterion of one answer. */
export type Unit = readonly Pick<Mark, 'interviewer' | 'level'>[];

const LEVELS = [1, 2, 3, 4];

/**
 * Krippendorff's alpha with the ordinal difference. Chosen over a weighted kappa because any number of interviewers may
 * have marked, each another part: kappa wants two who marked the same. 1 is agreement without exception, 0 what chance
 * gives. K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section D. Null where fewer than two marks
 * meet, or all are the same level: then nothing shows whether levels are told apart.
 */
export function alphaOf(
  units: readonly (readonly number[])[],
  values: readonly number[] = LEVELS,
): number | null {
  const paired = units.filter(it => it.length > 1);
  const pairs = coincidences(paired, values);
  const totals = values.map((_, at) => pairs[at]!.reduce((sum, it) => sum + it, 0));
  const all = totals.reduce((sum, it) => sum + it, 0);
  let [observed, expected] = [0, 0];
  for (const [c] of values.entries())
    for (const [k] of values.entries()) {
      const distance = ordinal(totals, c, k);
      observed += pairs[c]![k]! * distance;
      expected += totals[c]! * totals[k]! * distance;
    }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}

/** How often value c met value k within a unit, each unit weighed by how many marked it. */
function coincidences(units: readonly (readonly number[])[], values: readonly number[]): number[][] {
  const table = values.map(() => values.map(() => 0));
  for (const unit of units)
    for (const [one, c] of unit.entries())
      for (const [other, k] of unit.entries())
        if (one !== other) table[values.indexOf(c)]![values.indexOf(k)]! += 1 / (unit.length - 1);
  return table;
}

/** Squared: the marks that lie between two values, those on them counting half. */
function ordinal(totals: readonly number[], c: number, k: number): number {
  const [from, to] = [Math.min(c, k), Math.max(c, k)];
  const between = totals.slice(from, to + 1).reduce((sum, it) => sum + it, 0);
  return (between - (totals[c]! + totals[k]!) / 2) ** 2;
}

/** Over all units; alpha, and shares of pairs that are plain to read. */
export function agreementOf(units: readonly Unit[]): PackAgreement {
  const paired = units.filter(it => it.length > 1).map(it => it.map(mark => mark.level));
  const apart = paired.flatMap(levels =>
    levels.flatMap((one, at) => levels.slice(at + 1).map(other => Math.abs(one - other))),
  );
  const share = (most: number) =>
    apart.length === 0 ? null : apart.filter(it => it <= most).length / apart.length;
  const alpha = alphaOf(paired);
  const why = paired.length === 0 ? 'nobody marked what another did' : 'all marks are the same level';
  return {
    units: paired.length,
    alpha: alpha === null ? null : rounded(alpha),
    ...(alpha === null && { why }),
    same: share(0),
    withinOne: share(1),
  };
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
