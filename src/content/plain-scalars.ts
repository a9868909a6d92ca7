/** Texts, numbers and the like in plain YAML (plain-yaml.ts). */
import {
  beforeSpaces,
  FEED,
  nextLine,
  pastSpaces,
  type Reader,
  SPACE,
  TAB,
  unusual,
} from './plain-reader.ts';

/** Characters that mean something at the beginning of a value, and the end of the text. */
const MARKS = new Set([...'\n\t -?:,[]{}#&*!|>\'"%@`', ''].map(it => it.charCodeAt(0)));

const startsPlain = ({ text, at }: Reader): boolean => !MARKS.has(text.charCodeAt(at));

/** A text without quotes that goes to the end of its line, and on in lines further in than `parent`. Ends at a line. */
export function plainScalar(reader: Reader, parent: number): unknown {
  const first = plainLine(reader);
  if (reader.column <= parent) return resolved(first);
  let text = first;
  while (reader.column > parent) {
    // A comment ends it.
    if (reader.comments > 0) unusual();
    text += lineEnds(reader.blankLines);
    text += plainLine(reader);
  }
  return text;
}

/** One line of it. Goes on to the next line. */
function plainLine(reader: Reader): string {
  if (!startsPlain(reader)) unusual();
  const { text, at } = reader;
  const feed = text.indexOf('\n', at);
  const whole = text.slice(at, feed);
  const comment = whole.indexOf(' #');
  const line = whole.slice(0, beforeSpaces(whole, comment < 0 ? whole.length : comment));
  if (line.includes(': ') || line.endsWith(':') || line.includes('\t')) unusual();
  reader.at = feed + 1;
  nextLine(reader);
  if (comment >= 0) reader.comments += 1;
  return line;
}

/** A text without quotes within brackets, which may go on in lines further in than `parent`. Ends behind it. */
export function plainInBrackets(reader: Reader, parent: number): unknown {
  const first = pieceInBrackets(reader);
  let text = first;
  let isWrapped = false;
  while (isFeed(reader)) {
    reader.at += 1;
    nextLine(reader);
    if (reader.column <= parent) unusual();
    if (ends(reader)) break;
    if (reader.comments > 0) unusual();
    text += lineEnds(reader.blankLines);
    text += pieceInBrackets(reader);
    isWrapped = true;
  }
  return isWrapped ? text : resolved(first);
}

const isFeed = ({ text, at }: Reader) => text.charCodeAt(at) === FEED;

/** What of it stands in one line. */
function pieceInBrackets(reader: Reader): string {
  if (!startsPlain(reader)) unusual();
  const { text, at: start } = reader;
  END_IN_BRACKETS.lastIndex = start;
  END_IN_BRACKETS.test(text);
  reader.at = END_IN_BRACKETS.lastIndex;
  const whole = text.slice(start, reader.at);
  const piece = whole.slice(0, beforeSpaces(whole, whole.length));
  // A colon may begin a value, a hash a comment; seldom they are text.
  if (piece.includes(':') || piece.includes(' #') || piece.includes('\t')) unusual();
  return piece;
}

/** What the ends of so many blank lines, and of the line before them, are in a text without layout. */
const lineEnds = (blank: number) => (blank > 0 ? '\n'.repeat(blank) : ' ');

const END_IN_BRACKETS = /[^,[\]{}\n]*/y;

const ends = ({ text, at }: Reader) => text[at] === ',' || text[at] === ']' || text[at] === '}';

const NUMBER = /^\d{1,15}(?:\.\d{1,15})?$/;

/** Whatever begins otherwise is text: https://yaml.org/spec/1.2.2/#1032-tag-resolution. */
const MAYBE_NO_TEXT = /^[\d.+~nNtTfF]/;

/** What is no text there, in small letters or large. */
const NO_TEXT =
  /^(?:[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:e[-+]?\d+)?|0o[0-7]+|0x[\da-f]+|~|[-+]?\.inf|\.nan|null|true|false)$/i;

function resolved(text: string): unknown {
  if (!MAYBE_NO_TEXT.test(text)) return text;
  if (NUMBER.test(text)) return Number(text);
  if (text === 'true' || text === 'false') return text === 'true';
  return NO_TEXT.test(text) ? unusual() : text;
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** A text in double or single quotes, which may go on in lines further in than `parent`. Ends behind the quote. */
export function quoted(reader: Reader, parent: number): string {
  const { text, at: start } = reader;
  const isDouble = text.charCodeAt(start) === QUOTE;
  const end = isDouble ? endOfDouble(text, start + 1) : endOfSingle(text, start + 1);
  reader.at = end + 1;
  const folded = foldedLines(text.slice(start + 1, end), parent);
  return isDouble ? unescaped(folded) : folded.replaceAll("''", "'");
}

function endOfDouble(text: string, from: number): number {
  const first = text.indexOf('"', from);
  if (first < 0) return unusual();
  if (!text.slice(from, first).includes('\\')) return first;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) return at;
    if (code === BACKSLASH) at++;
  }
  return unusual();
}

function endOfSingle(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf("'", at);
    if (at < 0) return unusual();
    if (text[at + 1] !== "'") return at;
  }
}

const ESCAPES: Readonly<Record<string, string>> = { '\\"': '"', '\\\\': '\\', '\\n': '\n', '\\/': '/' };

function unescaped(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\[\s\S]?/g, it => ESCAPES[it] ?? unusual());
}

/** One line feed is a space, more are one fewer; spaces around them are layout. */
function foldedLines(raw: string, parent: number): string {
  if (!raw.includes('\n')) return raw;
  if (raw.includes('\t')) unusual();
  const lines = raw.split('\n').map((line, at, { length }) => {
    const from = at === 0 ? 0 : pastSpaces(line, 0);
    if (at > 0 && from <= parent && (from < line.length || at === length - 1)) unusual();
    return line.slice(
      from,
      at === length - 1 ? line.length : Math.max(from, beforeSpaces(line, line.length)),
    );
  });
  return foldedOf(lines);
}

/** Lines without layout as one text. */
function foldedOf(lines: readonly string[]): string {
  let [text, blank] = [lines[0]!, 0];
  for (let at = 1; at < lines.length; at++) {
    if (lines[at] === '' && at < lines.length - 1) {
      blank += 1;
      continue;
    }
    text += lineEnds(blank) + lines[at]!;
    blank = 0;
  }
  return text;
}

const HEADER = /([|>])(-?)(?: +#.*| *)\n/y;

/** The lines after `|` or `>` that stand further in than `parent`. Ends at a line. */
export function blockScalar(reader: Reader, parent: number): string {
  const { text, at } = reader;
  HEADER.lastIndex = at;
  const [header, style, chomp] = HEADER.exec(text) ?? unusual();
  reader.at = at + header.length;
  const lines = linesWithin(reader, parent);
  if (style === '>' && lines.some(isFurtherIn)) unusual();
  const value = style === '|' ? lines.join('\n') : foldedBlock(lines);
  nextLine(reader);
  return chomp === '-' ? value : `${value}\n`;
}

/** The text lines without their common indent, blank ones behind the last left out. */
function linesWithin(reader: Reader, parent: number): string[] {
  const { text } = reader;
  const lines: string[] = [];
  let [indent, count] = [0, 0];
  while (reader.at < text.length) {
    const feed = text.indexOf('\n', reader.at);
    const first = pastSpaces(text, reader.at);
    const column = first - reader.at;
    if (first === feed) {
      // What spaces alone mean depends on the lines around them.
      if (column > indent) unusual();
      lines.push('');
    } else {
      if (count === 0) indent = column;
      if (column < indent || column <= parent) break;
      lines.push(text.slice(reader.at + indent, feed));
      count = lines.length;
    }
    reader.at = feed + 1;
  }
  const column = pastSpaces(text, reader.at) - reader.at;
  if (count === 0 || (reader.at < text.length && column > parent)) unusual();
  return lines.slice(0, count);
}

/** Such lines are not folded. */
const isFurtherIn = (line: string) => line.charCodeAt(0) === SPACE || line.charCodeAt(0) === TAB;

function foldedBlock(lines: readonly string[]): string {
  const first = lines.findIndex(it => it !== '');
  return '\n'.repeat(first) + foldedOf(lines.slice(first));
}
