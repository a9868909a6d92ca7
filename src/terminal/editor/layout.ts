/** The text as rows of the screen: wrapping at words, the window around the cursor, going up and down. */
import type { TextBuffer } from './buffer.ts';
import { eachGrapheme, graphemeWidth, textWidth } from './graphemes.ts';

/** A row of the screen: the line it shows a part of, and which part, from 0. */
export interface RowPlace {
  readonly line: number;
  readonly row: number;
}

/** What can be seen of a text. */
export interface View {
  rows: string[];
  /** The cursor: its row in `rows`, and the part of that row before it. */
  cursor: { row: number; prefix: string };
}

/** Wrapped lines of one width: most of a text stays the same from key to key. */
const cache = { width: 0, units: 0, lines: new Map<string, readonly number[]>() };
/** Each key in a long line makes a new line: what is kept is counted in UTF-16 units. */
const CACHED_UNITS = 500_000;

/**
 * Where the rows of a line start. A row takes at most `width` columns, and one more for a space at its end; a longer
 * word is cut. With a width of at most the window's less 2, rows stay narrower than the window and the cursor in it.
 */
export function rowStarts(line: string, width: number): readonly number[] {
  if (width !== cache.width) emptyCache(width);
  const known = cache.lines.get(line);
  if (known !== undefined) return known;
  if (cache.units > CACHED_UNITS) emptyCache(width);
  const starts = wrapped(line, width);
  cache.lines.set(line, starts);
  cache.units += line.length + 1;
  return starts;
}

function emptyCache(width: number): void {
  Object.assign(cache, { width, units: 0 });
  cache.lines.clear();
}

function wrapped(line: string, width: number): number[] {
  const starts = [0];
  if (line.length * 2 <= width && !line.includes('\t')) return starts;
  let used = 0;
  /** Where the row may be broken, and the columns used up to there. */
  let breakAt = 0;
  let usedAtBreak = 0;
  eachGrapheme(line, (start, end) => {
    const columns = graphemeWidth(line.slice(start, end));
    const isSpace = line.charCodeAt(start) === 0x20;
    // Text without spaces, such as Chinese, may be broken beside any wide character.
    if (columns > 1) [breakAt, usedAtBreak] = [start, used];
    if (used > 0 && used + columns > width + (isSpace ? 1 : 0)) {
      const from = breakAt > starts.at(-1)! ? breakAt : start;
      used -= from === breakAt ? usedAtBreak : used;
      starts.push(from);
      usedAtBreak = 0;
    }
    used += columns;
    if (isSpace || columns > 1) [breakAt, usedAtBreak] = [end, used];
  });
  return starts;
}

function rowEnd(line: string, starts: readonly number[], row: number): number {
  return starts[row + 1] ?? line.length;
}

/** The row with the cursor: at a soft break the later one. */
function cursorPlace({ lines, line, column }: TextBuffer, width: number): RowPlace {
  return { line, row: rowStarts(lines[line]!, width).findLastIndex(start => start <= column) };
}

/** So many rows up; at most to the first. */
function rowsUp(lines: readonly string[], from: RowPlace, count: number, width: number): RowPlace {
  let { line, row } = from;
  let left = count;
  while (left > row && line > 0) {
    left -= row + 1;
    line--;
    row = rowStarts(lines[line]!, width).length - 1;
  }
  return { line, row: Math.max(0, row - left) };
}

/** So many rows down; at most to the last. */
function rowsDown(lines: readonly string[], from: RowPlace, count: number, width: number): RowPlace {
  let { line, row } = from;
  let left = count;
  let last = rowStarts(lines[line]!, width).length - 1;
  while (row + left > last && line + 1 < lines.length) {
    left -= last - row + 1;
    line++;
    row = 0;
    last = rowStarts(lines[line]!, width).length - 1;
  }
  return { line, row: Math.min(last, row + left) };
}

/** Moves the cursor by rows of the screen, keeping to the column where the movement began; negative is up. */
export function moveRows(buffer: TextBuffer, count: number, width: number): TextBuffer {
  const { lines, line, column } = buffer;
  const from = cursorPlace(buffer, width);
  const goal = buffer.goal ?? textWidth(lines[line]!.slice(rowStarts(lines[line]!, width)[from.row], column));
  const to = count < 0 ? rowsUp(lines, from, -count, width) : rowsDown(lines, from, count, width);
  return { lines, line: to.line, column: columnNear(lines[to.line]!, to.row, goal, width), goal };
}

/** The last place in a row that is at most `goal` columns from its start. */
function columnNear(line: string, row: number, goal: number, width: number): number {
  const starts = rowStarts(line, width);
  const start = starts[row]!;
  const end = rowEnd(line, starts, row);
  let columns = 0;
  let column = start;
  eachGrapheme(line.slice(start, end), (from, to) => {
    columns += graphemeWidth(line.slice(start + from, start + to));
    // The end of a row that goes on is the start of the next.
    if (columns <= goal && (start + to < end || end === line.length)) column = start + to;
  });
  return column;
}

function isBefore(a: RowPlace, b: RowPlace): boolean {
  return a.line < b.line || (a.line === b.line && a.row < b.row);
}

/** The first row to show, as near to the present one as keeps the cursor in view and the window filled. */
export function scrolled(buffer: TextBuffer, present: RowPlace, width: number, height: number): RowPlace {
  const { lines } = buffer;
  const cursor = cursorPlace(buffer, width);
  const bottom = { line: lines.length - 1, row: rowStarts(lines.at(-1)!, width).length - 1 };
  const lowest = rowsUp(lines, bottom, height - 1, width);
  const least = rowsUp(lines, cursor, height - 1, width);
  let top = present;
  if (isBefore(lowest, top)) top = lowest;
  if (isBefore(top, least)) top = least;
  return isBefore(cursor, top) ? cursor : top;
}

/** At most `height` rows from `top` on; the cursor must be among them (see `scrolled`). */
export function viewFrom(buffer: TextBuffer, top: RowPlace, width: number, height: number): View {
  const { lines } = buffer;
  const cursor = cursorPlace(buffer, width);
  const view: View = { rows: [], cursor: { row: 0, prefix: '' } };
  for (let line = top.line; line < lines.length && view.rows.length < height; line++) {
    const text = lines[line]!;
    const starts = rowStarts(text, width);
    for (let row = line === top.line ? top.row : 0; row < starts.length && view.rows.length < height; row++) {
      if (line === cursor.line && row === cursor.row)
        view.cursor = { row: view.rows.length, prefix: shown(text.slice(starts[row], buffer.column)) };
      view.rows.push(shown(text.slice(starts[row], rowEnd(text, starts, row))));
    }
  }
  return view;
}

/** Tabs as spaces; marks that turn the writing direction around would mix up the row. */
function shown(text: string): string {
  return text.replaceAll('\t', '    ').replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '');
}
