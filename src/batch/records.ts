/** Cuts a stream of bytes into parts of whole rows, in bounded memory and without decoding anything. */
import { LINE_FEED } from './bytes.ts';
import type { Part, RowFormat } from './part.ts';

/** Bytes. A row beyond this is no written answer: it is told as one bad row and never held in memory. */
export const MAX_ROW = 1024 * 1024;

const QUOTE = 0x22;
const CARRIAGE_RETURN = 0x0d;

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
  if (format === 'jsonl') return cutter(line, () => new LongRow());
  const byte = separator.charCodeAt(0);
  return cutter(quotedRow(byte), () => new LongRow(byte));
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

/** A row that is not held whole: read block by block to its end. */
class LongRow {
  /** Whether a quote is open where reading stands. */
  isOpen = false;
  /** Whether text stood behind a closing quote: it opened a field of another row, and the one before is never closed. */
  isTorn = false;
  readonly #separator: number | undefined;
  #atField = true;
  #isClosed = false;

  /** @param separator of CSV; without it, quotes mean nothing. */
  constructor(separator?: number) {
    this.#separator = separator;
  }

  /** Where it ends, as an EndOfRow; begins at `start`, or goes on there. */
  end(bytes: Uint8Array, start: number): number {
    if (this.#separator === undefined || this.isTorn) return line(bytes, start);
    for (let at = start; at < bytes.length; at++) {
      const byte = bytes[at]!;
      if (byte === LINE_FEED && !this.isOpen) return at + 1;
      this.#read(byte);
      if (this.isTorn) return line(bytes, at);
    }
    return -1;
  }

  #read(byte: number): void {
    const isQuote = byte === QUOTE && (this.isOpen || this.#atField || this.#isClosed);
    if (isQuote) this.isOpen = !this.isOpen;
    else this.isTorn = this.#isClosed && byte !== this.#separator && byte !== CARRIAGE_RETURN;
    this.#isClosed = isQuote && !this.isOpen;
    this.#atField = byte === this.#separator;
  }
}

const TOO_LONG = `The row is longer than ${MAX_ROW / 1024 / 1024} MB.`;
const NEVER_CLOSED = 'A quote is opened on this line and never closed.';

/** Bytes that are held to see whether a quote is closed; beyond them a row goes by unread, however that turns out. */
const MOST_AHEAD = 4 * MAX_ROW;

function cutter(endOfRow: EndOfRow, longRow: () => LongRow): Cutter {
  let rest: Bytes = new Uint8Array();
  /** The line on which `rest` begins. */
  let lineNumber = 1;
  /** The row at the beginning of `rest` where it is too long and nothing is decided, and how much of it was looked at. */
  let looking: { row: LongRow; at: number } | undefined;
  /** A row that goes by unread, and the line on which it began. */
  let passing: { row: LongRow; line: number } | undefined;

  const cut = (isLast: boolean): Cut => {
    const ends: number[] = [];
    const lines: number[] = [];
    const broken: Record<number, string> = {};
    let start = 0;
    const row = (end: number, cause?: string) => {
      if (cause !== undefined) broken[ends.length] = cause;
      ends.push(end);
      lines.push(lineNumber);
      lineNumber += lineFeeds(rest, start, end);
      start = end;
    };
    const pass = ({ row, line: first }: NonNullable<typeof passing>) => {
      const end = row.end(rest, 0);
      const passed = end < 0 ? rest.length : end;
      lineNumber += lineFeeds(rest, 0, passed);
      rest = rest.subarray(passed);
      if (end < 0 && !isLast) return;
      broken[0] = causeOf(row, first, lineNumber - 1);
      ends.push(0);
      lines.push(first);
      passing = undefined;
    };
    /** @returns whether anything can be said yet of a row that is too long. */
    const giveUp = (): boolean => {
      const { row: long, at } = looking ?? { row: longRow(), at: start };
      looking = undefined;
      const first = line(rest, start);
      const ahead = rest.subarray(0, start + MOST_AHEAD);
      let end = long.end(ahead, at);
      const isUndecided = end < 0 && !long.isTorn && ahead.length === rest.length;
      if (first >= 0 && first - start <= MAX_ROW && (long.isTorn || isUndecided)) {
        if (isUndecided && !isLast) {
          looking = { row: long, at: rest.length - start };
          return false;
        }
        // A quote that nobody closes would swallow the file: only its first line is given up.
        row(first, NEVER_CLOSED);
        return true;
      }
      if (end < 0) end = long.end(rest, ahead.length);
      if (end < 0 && !isLast) {
        passing = { row: long, line: lineNumber };
        lineNumber += lineFeeds(rest, start, rest.length);
        rest = rest.subarray(0, start);
      } else {
        const to = end < 0 ? rest.length : end;
        row(to, causeOf(long, lineNumber, lineNumber + lineFeeds(rest, start, to) - 1));
      }
      return true;
    };
    if (passing) pass(passing);
    while (start < rest.length) {
      const end = looking ? -1 : endOfRow(rest, start);
      if (end >= 0 && end - start <= MAX_ROW) row(end);
      else if (end < 0 && rest.length - start <= MAX_ROW && !isLast) break;
      else if (!giveUp()) break;
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
      const isTorn = rest.length > 0 && rest.at(-1) !== LINE_FEED;
      if (isTorn) rest = together(rest, Uint8Array.of(LINE_FEED));
      return cut(true);
    },
  };
}

const NOTHING: Bytes = new Uint8Array();

/** Of a row that went by unread, on the lines from `first` to `last`. */
function causeOf({ isOpen, isTorn }: LongRow, first: number, last: number): string {
  if (last === first || !(isOpen || isTorn)) return TOO_LONG;
  return `${NEVER_CLOSED} Lines ${first + 1} to ${last} are not read.`;
}

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
