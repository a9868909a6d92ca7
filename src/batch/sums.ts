/** What is counted of many scores, and the figures that follow from it. */
import type { Tally } from '../model/cohort.ts';
import type { Status } from '../model/score.ts';
import { t95 } from '../scoring/student.ts';

/**
 * Scores are held as whole tenths: judges give one decimal. Sums of whole numbers are exact (up to 9 thousand million
 * rows), so that no figure depends on the order of the rows, nothing is lost by cancellation, and a mean of exactly 60
 * meets a gate of 60.
 */
export interface Sums {
  rows: number;
  scored: number;
  cannotAssess: number;
  errors: number;
  /** Of the tenths, and of their squares. */
  sum: number;
  squares: number;
}

export const noSums = (): Sums => ({ rows: 0, scored: 0, cannotAssess: 0, errors: 0, sum: 0, squares: 0 });

/** A score, 0 to 100, in tenths; what lies between them is rounded. */
export const tenthsOf = (score: number): number => Math.round(10 * Math.min(100, Math.max(0, score)));

export function count(sums: Sums, status: Status, score: number | null): void {
  sums.rows++;
  if (score !== null) {
    const tenths = tenthsOf(score);
    sums.scored++;
    sums.sum += tenths;
    sums.squares += tenths * tenths;
  } else if (status === 'error') sums.errors++;
  else sums.cannotAssess++;
}

export function meanOf({ scored, sum }: Sums): number | null {
  return scored === 0 ? null : sum / (10 * scored);
}

/** Standard deviation of the sample (n − 1); null under two scores. */
export function deviationOf({ scored, sum, squares }: Sums): number | null {
  if (scored < 2) return null;
  // The products exceed what a number holds exactly.
  const spread = Number(BigInt(scored) * BigInt(squares) - BigInt(sum) ** 2n);
  return Math.sqrt(spread / scored / (scored - 1)) / 10;
}

export function tallyOf(sums: Sums): Tally {
  const { rows, scored, cannotAssess, errors } = sums;
  return { rows, scored, cannotAssess, errors, mean: meanOf(sums), interval: intervalOf(sums) };
}

function intervalOf(sums: Sums): Tally['interval'] {
  const [mean, deviation] = [meanOf(sums), deviationOf(sums)];
  if (mean === null || deviation === null) return null;
  const half = (t95(sums.scored - 1) * deviation) / Math.sqrt(sums.scored);
  return [Math.max(0, mean - half), Math.min(100, mean + half)];
}
