/** Which rows a page shows one by one, chosen while they stream by. */
import { MOST_ROWS, type RowResult } from '../model/cohort.ts';
import type { RowDigest } from './cohort.ts';

/** Bytes of result lines that are held at most: a page is for reading, and long rows must not fill the memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Bytes. A longer line is never shown, so that a few of them cannot push all others out. */
const LONGEST = 256 * 1024;

export interface ShownRows {
  /** @param line the row's result line, UTF-8 JSON; it is copied. */
  add(digest: Pick<RowDigest, 'score' | 'status' | 'flags'>, line: Uint8Array): void;
  /** The chosen rows, in input order. */
  rows(): RowResult[];
}

interface Held {
  /** Number of the row, from 0. */
  at: number;
  score: number;
  line: Uint8Array;
  dropped: boolean;
}

/**
 * At most `most` rows: the first that ended in an error, then the first that are flagged, then the lowest and the
 * highest scores, half and half, then the first that could not be assessed. All of them when there is room.
 *
 * The room for a kind of row only ever shrinks, because what comes before it only ever grows: so a row that was dropped
 * would not be chosen later either, and what is held at the end is what a look at all rows would have chosen.
 */
export function shownRows(most: number = MOST_ROWS, mostBytes: number = MOST_BYTES): ShownRows {
  const errors: Held[] = [];
  const flagged: Held[] = [];
  /** The lowest scores, rising; and the highest of all others, falling. Of equal ones the first. */
  const low: Held[] = [];
  const high: Held[] = [];
  const unassessed: Held[] = [];
  let seen = 0;
  let room = most;
  let bytes = 0;

  const shrink = (list: Held[], length: number, into: (it: Held) => void = drop) => {
    while (list.length > length) into(list.pop()!);
  };
  function drop(it: Held): void {
    it.dropped = true;
    bytes -= it.line.length;
  }
  const toHigh = (it: Held) => insert(high, it, (a, b) => b.score - a.score || a.at - b.at);
  const trim = () => {
    shrink(errors, room);
    shrink(flagged, room - errors.length);
    const extremes = room - errors.length - flagged.length;
    shrink(low, Math.ceil(extremes / 2), toHigh);
    shrink(high, Math.floor(extremes / 2));
    shrink(unassessed, extremes - low.length - high.length);
  };
  const place = (it: Held, { status, score, flags }: Pick<RowDigest, 'score' | 'status' | 'flags'>) => {
    if (status === 'error') errors.push(it);
    else if (flags.length > 0) flagged.push(it);
    else if (score === null) unassessed.push(it);
    else insert(low, it, (a, b) => a.score - b.score || a.at - b.at);
  };

  return {
    add(digest, line) {
      const it = { at: seen++, score: digest.score ?? 0, line, dropped: false };
      if (line.length > LONGEST) return;
      bytes += line.length;
      place(it, digest);
      trim();
      while (bytes > mostBytes) {
        room =
          Math.min(room, errors.length + flagged.length + low.length + high.length + unassessed.length) - 1;
        trim();
      }
      // Only now, because most rows are dropped at once; a view would keep the whole part in memory.
      if (!it.dropped) it.line = line.slice();
    },
    rows: () =>
      [errors, flagged, low, high, unassessed]
        .flat()
        .sort((a, b) => a.at - b.at)
        .map(it => JSON.parse(Buffer.from(it.line).toString('utf8')) as RowResult),
  };
}

/** Into a sorted list, by halving. */
function insert(list: Held[], it: Held, compare: (a: Held, b: Held) => number): void {
  let [from, to] = [0, list.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (compare(list[middle]!, it) <= 0) from = middle + 1;
    else to = middle;
  }
  list.splice(from, 0, it);
}
