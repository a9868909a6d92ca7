/** How scores are spread: counts by tenths, from which median and histogram follow exactly, in fixed memory. */
import { type Cohort, HISTOGRAM_BINS } from '../model/cohort.ts';

/** Tenths from 0 to 1000. */
const STEPS = 1001;
const BIN = (STEPS - 1) / HISTOGRAM_BINS;

export const noCounts = (): number[] => new Array<number>(STEPS).fill(0);

/** @param counts how many scores there are of each number of tenths. */
export function spreadOf(counts: readonly number[]): Pick<Cohort, 'least' | 'median' | 'most' | 'histogram'> {
  const total = counts.reduce((before, it) => before + it, 0);
  const histogram = new Array<number>(HISTOGRAM_BINS).fill(0);
  counts.forEach((it, tenths) => {
    histogram[Math.min(HISTOGRAM_BINS - 1, Math.floor(tenths / BIN))]! += it;
  });
  if (total === 0) return { least: null, median: null, most: null, histogram };
  const ranked = (rank: number) => tenthsAt(counts, rank) / 10;
  // The middle score, or the mean of the two in the middle.
  const median = (tenthsAt(counts, Math.ceil(total / 2)) + tenthsAt(counts, Math.floor(total / 2) + 1)) / 20;
  return { least: ranked(1), median, most: ranked(total), histogram };
}

/** The tenths of the score with that rank, counted from 1 at the lowest. */
function tenthsAt(counts: readonly number[], rank: number): number {
  let below = 0;
  return counts.findIndex(it => {
    below += it;
    return below >= rank;
  });
}
