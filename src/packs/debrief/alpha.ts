/** Krippendorff's alpha: how far any number of people agree who put things into ordered levels. */
import { LEVELS } from '../../model/level.ts';

/** By two values: how often they met on the same thing. */
export type Coincidences = readonly (readonly number[])[];

/**
 * Alpha with the ordinal difference. Chosen over a weighted kappa because any number of interviewers may have marked, each
 * another part: kappa wants two who marked the same. 1 is agreement without exception, 0 what chance gives.
 * K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011), section D. Null where fewer than two marks meet, or
 * all are the same level: then nothing shows whether levels are told apart.
 * @param units the marks of each thing. @param values all levels there are, in their order.
 */
export function alphaOf(
  units: readonly (readonly number[])[],
  values: readonly number[] = LEVELS,
): number | null {
  return alphaOfPairs(coincidences(units, values));
}

/** Alpha of what met. */
export function alphaOfPairs(pairs: Coincidences): number | null {
  const totals = pairs.map(row => row.reduce((total, it) => total + it, 0));
  const all = totals.reduce((total, it) => total + it, 0);
  let [observed, expected] = [0, 0];
  for (const c of totals.keys())
    for (const k of totals.keys()) {
      const distance = ordinal(totals, c, k);
      observed += pairs[c]![k]! * distance;
      expected += totals[c]! * totals[k]! * distance;
    }
  return expected === 0 ? null : 1 - ((all - 1) * observed) / expected;
}

/** How often value c met value k within a unit, each unit weighed by how many marked it. One mark alone meets none. */
export function coincidences(units: readonly (readonly number[])[], values: readonly number[]): Coincidences {
  const table = values.map(() => values.map(() => 0));
  for (const unit of units)
    for (const [one, c] of unit.entries())
      for (const [other, k] of unit.entries())
        if (one !== other) table[values.indexOf(c)]![values.indexOf(k)]! += 1 / (unit.length - 1);
  return table;
}

/** Of at least one table. */
export function sum(tables: readonly Coincidences[]): Coincidences {
  const total = tables[0]!.map(row => row.map(() => 0));
  for (const table of tables)
    for (const [c, row] of total.entries()) for (const k of row.keys()) row[k]! += table[c]![k]!;
  return total;
}

/** Squared: the marks that lie between two values, those on them counting half. */
function ordinal(totals: readonly number[], c: number, k: number): number {
  const [from, to] = [Math.min(c, k), Math.max(c, k)];
  const between = totals.slice(from, to + 1).reduce((total, it) => total + it, 0);
  return (between - (totals[c]! + totals[k]!) / 2) ** 2;
}
