/** What a format of many answers is made of. */
import type { Cohort, Gates, RowResult } from '../../model/cohort.ts';

/**
 * A format that is head, rows and tail, because a million rows are no string; each part is a pure function. A document
 * is the head, the rows with the separator between, and the tail.
 */
export interface ResultFormat {
  /** Of a file, without the dot. */
  extension: string;
  /** Null before the run: then it has as many bytes as the head of any cohort will have, which is written over it. */
  head(cohort: Cohort | null, gates: Gates): string;
  row(result: RowResult, gates: Gates): string;
  separator: string;
  tail(cohort: Cohort, gates: Gates): string;
}

/** A format that is one page for people: figures of the whole, and MOST_ROWS rows at most (src/batch/shown.ts). */
export interface PageFormat {
  /** Of a file, without the dot. */
  extension: string;
  /** The whole page, ending in a newline. */
  page(cohort: Cohort, rows: readonly RowResult[], gates: Gates): string;
}
