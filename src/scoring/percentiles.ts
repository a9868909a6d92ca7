/** Intervals between percentiles of what a bootstrap drew. */
import { normalTail, studentT } from './student.ts';

/** A figure that is undefined in more than this share of the draws gets no interval. */
const MOST_UNDEFINED = 0.05;

/**
 * The 95 % interval between two percentiles of a figure's values (Efron and Tibshirani, An Introduction to the Bootstrap,
 * 1993, chapter 13); null where too many draws left the figure undefined.
 * @param seen its values, those of undefined draws left out.
 * @param times draws in all. @param units what each draw drew so many of; at least 2.
 */
export function percentileInterval(
  seen: readonly number[],
  times: number,
  units: number,
): [low: number, high: number] | null {
  if (seen.length < (1 - MOST_UNDEFINED) * times) return null;
  const sorted = Float64Array.from(seen).sort();
  const tail = tailOf(units);
  return [quantile(sorted, tail), quantile(sorted, 1 - tail)];
}

/**
 * The share left out at either end. 2.5 % would be too much where few units are drawn: their spread is told too small, and
 * Student's t is wider than the normal distribution (the expanded percentile interval of T. Hesterberg, The American
 * Statistician 69, 2015).
 */
const tailOf = (units: number) => normalTail(Math.sqrt(units / (units - 1)) * studentT(0.05, units - 1));

/** Between the two nearest of the sorted values (Hyndman and Fan, The American Statistician 50, 1996, definition 7). */
export function quantile(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (place - Math.floor(place)) * (high - low);
}
