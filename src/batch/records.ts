/** Cuts a stream of bytes into parts of whole rows, in bounded memory and without decoding anything. */
import { LINE_FEED } from './bytes.ts';
import type { Part, RowFormat } from './part.ts';

/** Bytes. A row beyond this is no written answer: it is told as one bad row and never held in memory. */
export const MAX_ROW = 1024 * 1024;

const QUOTE = 0x22;

type Bytes = Part['bytes'];

export type Cut = Pick<Part, 'bytes' | 'ends' | 'lines' | 'broken'>;

/** Cuts what is pushed into it; rows are given as soon as they are whole. */
export interface Cutter {
  push(block: Uint8Array): Cut;
  /** What is left when the input ends: the last row needs no line break. */
  end(): Cut;
}

/** @param separator of CSV; one byte. */
export function cutterFor(format: Exclude<RowFormat, 'markdown'>, separator = ','): Cutter {
  return cutter(format === 'csv' ? quotedRow(separator.charCodeAt(0)) : line);
}

/** Where the row that begins at `start` ends, its line break included; -1 when `bytes` do not hold its end. */
type EndOfRow = (bytes: Uint8Array, start: number) => number;

const line: EndOfRow = (bytes, start) => bytes.indexOf(LINE_FEED, start) + 1 || -1;

/** RFC 4180: a quote opens only at the beginning of a field, and within quotes a line break ends no row. */
function quotedRow(separator: number): EndOfRow {
  return (bytes, start) => {
    let quoted = false;
    let atField = true;
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at];
      // Of two quotes within quotes, which stand for one, the first closes and the second opens again.
      if (byte === QUOTE && (quoted || atField)) quoted = !quoted;
      else if (byte === LINE_FEED && !quoted) return at + 1;
      atField = byte === separator || (byte === QUOTE && !quoted);
    }
    return -1;
  };
}

const TOO_LONG = `The row is longer than ${MAX_ROW / 1024 / 1024} MB.`;
const NEVER_CLOSED = 'A quote is opened on this line and never closed.';

function cutter(endOfRow: EndOfRow): Cutter {
  let rest: Bytes = new Uint8Array();
  /** The line on which `rest` begins. */
  let lineNumber = 1;
  /** The rest of a row that is too long goes by unread, to the next line break. */
  let skipping = false;

  const skip = () => {
    const end = line(rest, 0);
    skipping = end < 0;
    const skipped = skipping ? rest.length : end;
    lineNumber += lineFeeds(rest, 0, skipped);
    rest = rest.subarray(skipped);
  };
  const cut = (isLast: boolean): Cut => {
    if (skipping) skip();
    const ends: number[] = [];
    const lines: number[] = [];
    const broken: Record<number, string> = {};
    let start = 0;
    const row = (end: number) => {
      ends.push(end);
      lines.push(lineNumber);
      lineNumber += lineFeeds(rest, start, end);
      start = end;
    };
    const giveUp = () => {
      const end = line(rest, start);
      // A quote that nobody closes would swallow the file: only its first line is given up.
      broken[ends.length] = end < 0 || end - start > MAX_ROW ? TOO_LONG : NEVER_CLOSED;
      skipping = end < 0;
      row(end < 0 ? rest.length : end);
    };
    while (start < rest.length) {
      const end = endOfRow(rest, start);
      if (end >= 0 && end - start <= MAX_ROW) row(end);
      else if (end < 0 && rest.length - start <= MAX_ROW && !isLast) break;
      else giveUp();
    }
    // What is cut off goes to another thread, memory and all; what is left is less than a row, and copied.
    const bytes = start === 0 ? NOTHING : rest.subarray(0, start);
    if (start > 0) rest = rest.slice(start);
    return { bytes, ends, lines, ...(Object.keys(broken).length > 0 && { broken }) };
  };
  return {
    push(block) {
      rest = together(rest, block);
      return cut(false);
    },
    end() {
      const isTorn = rest.length > 0 && rest.at(-1) !== LINE_FEED && !skipping;
      if (isTorn) rest = together(rest, Uint8Array.of(LINE_FEED));
      return cut(true);
    },
  };
}

const NOTHING: Bytes = new Uint8Array();

/** In memory of its own. */
function together(before: Uint8Array, after: Uint8Array): Bytes {
  const all = new Uint8Array(before.length + after.length);
  all.set(before);
  all.set(after, before.length);
  return all;
}

function lineFeeds(bytes: Uint8Array, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at++) if (bytes[at] === LINE_FEED) count++;
  return count;
}
