/** The text being written and the cursor in it. Nothing here changes its arguments; lines that stay are shared. */
import { boundariesOf, boundaryAfter, boundaryBefore, snapped } from './graphemes.ts';

export interface TextBuffer {
  /** At least one; none holds a newline. */
  readonly lines: readonly string[];
  /** Where the cursor stands: index of the line, and UTF-16 units into it, always between two graphemes. */
  readonly line: number;
  readonly column: number;
  /** The column of the screen that going up and down aims at. */
  readonly goal?: number;
}

/** Line ends of any system become newlines; what is left of the controls, but tabs, is dropped. */
function cleanText(text: string): string {
  if (!/[\x00-\x08\x0b-\x1f\x7f-\x9f]/.test(text)) return text;
  return text.replace(/\r\n?/g, '\n').replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
}

/** A text, cleaned, with the cursor at its end. */
export function bufferOf(text: string): TextBuffer {
  const lines = cleanText(text).split('\n');
  return at(lines, lines.length - 1, lines.at(-1)!.length);
}

/** The same text with the cursor at the first word of a line, from 0. */
export function atLine({ lines }: TextBuffer, line: number): TextBuffer {
  return at(lines, line, lines[line]!.length - lines[line]!.trimStart().length);
}

export function textOf({ lines }: TextBuffer): string {
  return lines.join('\n');
}

/** The cursor goes there, and on to the end of a grapheme that it would split. */
function at(lines: readonly string[], line: number, column: number): TextBuffer {
  return { lines, line, column: snapped(lines[line]!, column) };
}

/** Puts a text in at the cursor, which ends up after it. */
export function insert(buffer: TextBuffer, text: string): TextBuffer {
  return replaced(buffer, buffer, cleanText(text));
}

type Place = Pick<TextBuffer, 'line' | 'column'>;

/** Everything between the cursor and `other` becomes `text`. */
function replaced(buffer: TextBuffer, other: Place, text: string): TextBuffer {
  const back = other.line < buffer.line || (other.line === buffer.line && other.column < buffer.column);
  const [from, to] = back ? [other, buffer] : [buffer, other];
  const { lines } = buffer;
  const inserted = text.split('\n');
  const tail = lines[to.line]!.slice(to.column);
  inserted[0] = lines[from.line]!.slice(0, from.column) + inserted[0]!;
  const column = inserted.at(-1)!.length;
  inserted[inserted.length - 1] += tail;
  const line = from.line + inserted.length - 1;
  if (inserted.length === 1 && from.line === to.line) return at(lines.with(line, inserted[0]!), line, column);
  return at(lines.slice(0, from.line).concat(inserted, lines.slice(to.line + 1)), line, column);
}

export function left(buffer: TextBuffer): TextBuffer {
  const { lines, line, column } = buffer;
  if (column > 0) return at(lines, line, boundaryBefore(lines[line]!, column));
  return line > 0 ? at(lines, line - 1, lines[line - 1]!.length) : at(lines, line, 0);
}

export function right(buffer: TextBuffer): TextBuffer {
  const { lines, line, column } = buffer;
  if (column < lines[line]!.length) return at(lines, line, boundaryAfter(lines[line]!, column));
  return line + 1 < lines.length ? at(lines, line + 1, 0) : at(lines, line, column);
}

const WORD = /^[\p{L}\p{N}\p{M}_'’]/u;

/** To the start of the word before the cursor, over what is no word. */
export function wordLeft(buffer: TextBuffer): TextBuffer {
  const { lines, line, column } = buffer;
  if (column === 0) return left(buffer);
  const { boundaries, place, isWord } = walkFrom(lines[line]!, column);
  let to = place;
  while (to > 0 && !isWord(to - 1)) to--;
  while (to > 0 && isWord(to - 1)) to--;
  return at(lines, line, boundaries[to]!);
}

/** To the end of the word after the cursor, over what is no word. */
export function wordRight(buffer: TextBuffer): TextBuffer {
  const { lines, line, column } = buffer;
  const text = lines[line]!;
  if (column === text.length) return right(buffer);
  const { boundaries, place, isWord } = walkFrom(text, column);
  const last = boundaries.length - 1;
  let to = place;
  while (to < last && !isWord(to)) to++;
  while (to < last && isWord(to)) to++;
  return at(lines, line, boundaries[to]!);
}

/** The boundaries of a line, found once for all steps, and which of them the cursor stands at. */
function walkFrom(text: string, column: number) {
  const boundaries = boundariesOf(text);
  return {
    boundaries,
    place: boundaries.indexOf(column),
    /** Whether the grapheme that begins at that boundary is part of a word. */
    isWord: (index: number) => WORD.test(text.slice(boundaries[index], boundaries[index + 1])),
  };
}

export function home({ lines, line }: TextBuffer): TextBuffer {
  return at(lines, line, 0);
}

export function end({ lines, line }: TextBuffer): TextBuffer {
  return at(lines, line, lines[line]!.length);
}

export function top({ lines }: TextBuffer): TextBuffer {
  return at(lines, 0, 0);
}

export function bottom({ lines }: TextBuffer): TextBuffer {
  return at(lines, lines.length - 1, lines.at(-1)!.length);
}

/** Deletes from the cursor to where `move` would take it. */
export function erase(buffer: TextBuffer, move: (buffer: TextBuffer) => TextBuffer): TextBuffer {
  const other = move(buffer);
  const isHere = other.line === buffer.line && other.column === buffer.column;
  return isHere ? buffer : replaced(buffer, other, '');
}

/** Deletes to the end of the line, or the newline there. */
export function killToEnd(buffer: TextBuffer): TextBuffer {
  return erase(buffer, buffer.column === buffer.lines[buffer.line]!.length ? right : end);
}

/** Deletes to the start of the line, or the newline before it. */
export function killToStart(buffer: TextBuffer): TextBuffer {
  return erase(buffer, buffer.column === 0 ? left : home);
}
