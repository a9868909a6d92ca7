/**
 * How far two columns of numbers agree. Every row counts as often as `weights` says, so that a resample needs no copy
 * of the rows; all give null where the figure is undefined, and none throws.
 */

/** One kind of array only: these loops run some ten million times, and a second kind makes them several times slower. */
export type Column = Float64Array;
/** Whole numbers from 0. */
export type Weights = Int32Array;

/** Pearson's correlation, -1 to 1; null where one side never varies. Both columns should lie near 0, within a few units. */
export function pearson(xs: Column, ys: Column, weights: Weights): number | null {
  if (!varies(xs, weights) || !varies(ys, weights)) return null;
  let count = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let yy = 0;
  let xy = 0;
  for (let at = 0; at < weights.length; at++) {
    const times = weights[at]!;
    if (times === 0) continue;
    const one = xs[at]!;
    const other = ys[at]!;
    count += times;
    x += times * one;
    y += times * other;
    xx += times * one * one;
    yy += times * other * other;
    xy += times * one * other;
  }
  const spread = (xx - (x * x) / count) * (yy - (y * y) / count);
  return spread > 0 ? within(-1, (xy - (x * y) / count) / Math.sqrt(spread), 1) : null;
}

/** Root of the mean squared difference; null without a row. */
export function rmse(xs: Column, ys: Column, weights: Weights): number | null {
  let count = 0;
  let sum = 0;
  for (let at = 0; at < weights.length; at++) {
    const apart = xs[at]! - ys[at]!;
    count += weights[at]!;
    sum += weights[at]! * apart * apart;
  }
  return count > 0 ? Math.sqrt(sum / count) : null;
}

/**
 * Quadratically weighted kappa (J. Cohen, Psychological Bulletin 70, 1968) of two columns of step numbers. Observed and
 * expected disagreement need only sums, because the weight is a square. Null where both sides are one and the same step.
 */
export function kappa(xs: Column, ys: Column, weights: Weights): number | null {
  let count = 0;
  let x = 0;
  let y = 0;
  let squares = 0;
  let xy = 0;
  for (let at = 0; at < weights.length; at++) {
    const times = weights[at]!;
    const one = xs[at]!;
    const other = ys[at]!;
    count += times;
    x += times * one;
    y += times * other;
    squares += times * (one * one + other * other);
    xy += times * one * other;
  }
  // Both times the count, so that all is in whole numbers.
  const expected = count * squares - 2 * x * y;
  return expected > 0 ? 1 - (count * (squares - 2 * xy)) / expected : null;
}

/** Numbers from 0 in the order of the values; equal values share one. */
export function order(values: Column): { of: Int32Array; distinct: number } {
  const sorted = Float64Array.from(new Set(values)).sort();
  const place = new Map(Array.from(sorted, (value, at) => [value, at]));
  return { of: Int32Array.from(values, value => place.get(value)!), distinct: sorted.length };
}

/**
 * The ranks of a column, from 0 to 1; equal values share the middle of their ranks, as Spearman's correlation wants.
 * @param into is filled, so that a thousand resamples make no garbage.
 */
export function ranks(of: Int32Array, distinct: number, weights: Weights, into: Float64Array): Float64Array {
  const middle = new Float64Array(distinct);
  for (let at = 0; at < of.length; at++) middle[of[at]!]! += weights[at]!;
  let before = 0;
  for (let value = 0; value < distinct; value++) {
    const here = middle[value]!;
    middle[value] = before + here / 2;
    before += here;
  }
  for (let at = 0; at < of.length; at++) into[at] = middle[of[at]!]! / before;
  return into;
}

function varies(values: Column, weights: Weights): boolean {
  let first = 0;
  while (weights[first] === 0) first++;
  for (let at = first + 1; at < weights.length; at++)
    if (weights[at]! > 0 && values[at] !== values[first]) return true;
  return false;
}

const within = (least: number, value: number, most: number) => Math.max(least, Math.min(value, most));
