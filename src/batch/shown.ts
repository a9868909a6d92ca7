/** Which rows a page shows one by one, chosen while they stream by. */
import { MOST_ROWS, type RowResult } from '../model/cohort.ts';
import type { RowDigest } from './cohort.ts';
import { heap } from './heap.ts';

/** Bytes of result lines that are held at most: a page is for reading, and long rows must not fill the memory. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Bytes. A longer line is never shown, so that a few of them cannot push all others out. */
const LONGEST = 256 * 1024;

type Seen = Pick<RowDigest, 'score' | 'status' | 'flags'>;

export interface ShownRows {
  /** @param line the row's result line, UTF-8 JSON; it is copied. */
  add(digest: Seen, line: Uint8Array): void;
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
  /** The lowest scores, and the highest of all others; what is let go next comes first: of equal ones the last. */
  const low = heap<Held>((a, b) => b.score - a.score || b.at - a.at);
  const high = heap<Held>((a, b) => a.score - b.score || b.at - a.at);
  const unassessed: Held[] = [];
  let seen = 0;
  let room = most;
  let [held, bytes] = [0, 0];

  const place = (it: Held, { status, score, flags }: Seen) => {
    held++;
    bytes += it.line.length;
    if (status === 'error') errors.push(it);
    else if (flags.length > 0) flagged.push(it);
    else if (score === null) unassessed.push(it);
    else low.add(it);
  };
  const drop = (it: Held) => {
    held--;
    bytes -= it.line.length;
    it.dropped = true;
  };
  const shrink = (list: Held[], length: number) => {
    while (list.length > length) drop(list.pop()!);
  };
  const trim = () => {
    shrink(errors, room);
    shrink(flagged, room - errors.length);
    const extremes = room - errors.length - flagged.length;
    while (low.items.length > Math.ceil(extremes / 2)) high.add(low.take()!);
    while (high.items.length > Math.floor(extremes / 2)) drop(high.take()!);
    shrink(unassessed, extremes - low.items.length - high.items.length);
  };

  return {
    add(digest, line) {
      const it = { at: seen++, score: digest.score ?? 0, line, dropped: false };
      if (line.length > LONGEST) return;
      place(it, digest);
      trim();
      while (bytes > mostBytes) {
        room = held - 1;
        trim();
      }
      // Only now, because most rows are dropped at once. A view would keep the whole part in memory.
      if (!it.dropped) it.line = Buffer.from(line);
    },
    rows: () =>
      [errors, flagged, low.items, high.items, unassessed]
        .flat()
        .sort((a, b) => a.at - b.at)
        .map(it => JSON.parse(new TextDecoder().decode(it.line)) as RowResult),
  };
}
