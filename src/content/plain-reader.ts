/** A place in a text of plain YAML (plain-yaml.ts), and how to go on from it. */

export interface Reader {
  /** Ends with a line feed. */
  text: string;
  at: number;
  /** Where the line stands that was come to last: spaces before its text, or NO_LINE. */
  column: number;
  /** What was passed over on the way to it. */
  blankLines: number;
  comments: number;
  /** Values so far. */
  values: number;
}

/** After the last line. Less than any column, and than the column around a whole file. */
export const NO_LINE = -2;

/** Around a whole file. */
export const OUTSIDE = -1;

const UNUSUAL = Symbol('not plain YAML');

/** Gives the file up to the yaml package. */
export function unusual(): never {
  throw UNUSUAL;
}

/** What was read, or undefined where it was given up. */
export function unlessUnusual<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error === UNUSUAL) return undefined;
    throw error;
  }
}

export const SPACE = 0x20;
export const TAB = 0x09;
export const FEED = 0x0a;
const HASH = 0x23;
const PERCENT = 0x25;

/** Goes on to the first text of the lines from here on. */
export function nextLine(reader: Reader): void {
  const { text } = reader;
  reader.blankLines = 0;
  reader.comments = 0;
  for (;;) {
    const start = reader.at;
    const at = pastSpaces(text, start);
    const code = text.charCodeAt(at);
    reader.at = at;
    if (Number.isNaN(code)) reader.column = NO_LINE;
    else if (code === FEED) {
      reader.at = at + 1;
      reader.blankLines += 1;
      continue;
    } else if (code === HASH) {
      reader.at = text.indexOf('\n', at) + 1;
      reader.comments += 1;
      continue;
    } else {
      reader.column = at - start;
      if (code === TAB || (at === start && isMark(text, at))) unusual();
    }
    return;
  }
}

/** Directives, and what separates documents. */
function isMark(text: string, at: number): boolean {
  return text.charCodeAt(at) === PERCENT || text.startsWith('---', at) || text.startsWith('...', at);
}

export function readerOf(text: string): Reader {
  const whole = text.endsWith('\n') ? text : `${text}\n`;
  return { text: whole, at: 0, column: 0, blankLines: 0, comments: 0, values: 0 };
}

/** From behind a value to the next text: nothing but a comment may stand in the rest of its line. */
export function endLine(reader: Reader): void {
  if (!restIsEmpty(reader)) unusual();
  nextLine(reader);
}

/** Whether nothing but spaces and a comment is left of the line; then the next one begins here. */
export function restIsEmpty(reader: Reader): boolean {
  const { text, at } = reader;
  const rest = pastSpaces(text, at);
  const code = text.charCodeAt(rest);
  if (code !== FEED && !(code === HASH && rest > at)) return false;
  reader.at = text.indexOf('\n', rest) + 1;
  return true;
}

export function pastSpaces(text: string, from: number): number {
  let at = from;
  while (text.charCodeAt(at) === SPACE) at++;
  return at;
}

/** Where the spaces before `to` begin. */
export function beforeSpaces(text: string, to: number): number {
  let at = to;
  while (text.charCodeAt(at - 1) === SPACE) at--;
  return at;
}
