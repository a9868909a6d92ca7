/**
 * The YAML that content is mostly written in, read in one pass to the value that the yaml package gives, in a fraction of
 * the time: a bank of a thousand questions is there at once. Whatever is rare or wrong (anchors, tags, tabs, a key that is
 * there twice, a text with a colon in it) ends the attempt, and the package reads the file: it knows all of YAML and says
 * what is wrong. So nothing here complains of anything, or knows where a value stands.
 */
import {
  endLine,
  NO_LINE,
  nextLine,
  OUTSIDE,
  pastSpaces,
  type Reader,
  readerOf,
  restIsEmpty,
  unlessUnusual,
  unusual,
} from './plain-reader.ts';
import { blockScalar, plainInBrackets, plainScalar, quoted } from './plain-scalars.ts';

/** More than a bank of four megabytes has; of so many small things the package can say that they are too many. */
const MOST_VALUES = 200_000;

/** What a file holds that is not plain enough: nothing that YAML knows. */
export const NOT_PLAIN = Symbol('not plain');

/** The value of the whole text, or NOT_PLAIN. @param maxDepth lists and maps within each other. */
export function plainValue(text: string, maxDepth: number): unknown {
  const reader = readerOf(text);
  const read = unlessUnusual(() => {
    nextLine(reader);
    const value = blockNode(reader, OUTSIDE, maxDepth);
    return reader.column === NO_LINE ? { value } : unusual();
  });
  return read ? read.value : NOT_PLAIN;
}

/** What begins here and stands further in than `parent`. Ends at a line, as all block nodes do. */
function blockNode(reader: Reader, parent: number, depth: number): unknown {
  if (isItem(reader)) return blockList(reader, depth);
  const key = keyAt(reader);
  return key === undefined ? scalarOrBrackets(reader, parent, depth) : blockMap(reader, key, depth);
}

/** A value that begins in the line in which it is, behind a key or a dash. */
function scalarOrBrackets(reader: Reader, parent: number, depth: number): unknown {
  if (++reader.values > MOST_VALUES) unusual();
  switch (reader.text[reader.at]) {
    case '|':
    case '>':
      return blockScalar(reader, parent);
    case '"':
    case "'":
    case '[':
    case '{': {
      const value = inBrackets(reader, parent, depth);
      endLine(reader);
      return value;
    }
    default:
      return plainScalar(reader, parent);
  }
}

/** A key of words or a whole number, or one in quotes; the colon follows. */
const KEY = /(?:[A-Za-z][\w./'-]*(?: [\w./'-]+)*|0|[1-9]\d{0,8}|"[^"\\\n\t]*"|'[^'\n\t]*')(?=:[ \n])/y;

/** Of these YAML makes no text, or JavaScript no key. */
const NO_KEYS = new Set(['true', 'false', 'null', '__proto__']);

/** A longer one is no key. */
const MOST_KEY = 1000;

/** Goes on behind its colon; where there is none, nowhere. */
function keyAt(reader: Reader): string | undefined {
  const { text, at } = reader;
  KEY.lastIndex = at;
  if (!KEY.test(text)) return undefined;
  const end = KEY.lastIndex;
  const isQuoted = text[at] === '"' || text[at] === "'";
  const name = isQuoted ? text.slice(at + 1, end - 1) : text.slice(at, end);
  if (name.length > MOST_KEY || NO_KEYS.has(name.toLowerCase())) unusual();
  reader.at = end + 1;
  return name;
}

type Parts = Record<string, unknown>;

function put(parts: Parts, name: string, value: unknown): void {
  if (Object.hasOwn(parts, name)) unusual();
  parts[name] = value;
}

function blockMap(reader: Reader, first: string, depth: number): Parts {
  if (depth === 0) unusual();
  const { column } = reader;
  const parts: Parts = {};
  for (let key = first; ; key = keyAt(reader) ?? unusual()) {
    put(parts, key, underKey(reader, column, depth - 1));
    if (reader.column !== column) break;
  }
  checkEnd(reader, column);
  return parts;
}

/** In the same line, further in below, or a list right below the key. */
function underKey(reader: Reader, column: number, depth: number): unknown {
  if (!restIsEmpty(reader)) {
    reader.at = pastSpaces(reader.text, reader.at);
    return scalarOrBrackets(reader, column, depth);
  }
  nextLine(reader);
  if (reader.column > column) return blockNode(reader, column, depth);
  return reader.column === column && isItem(reader) ? blockList(reader, depth) : unusual();
}

function isItem({ text, at }: Reader): boolean {
  return text[at] === '-' && (text[at + 1] === ' ' || text[at + 1] === '\n');
}

function blockList(reader: Reader, depth: number): unknown[] {
  if (depth === 0) unusual();
  const { column } = reader;
  const items: unknown[] = [];
  while (reader.column === column && isItem(reader)) {
    const dash = reader.at;
    reader.at = dash + 1;
    if (restIsEmpty(reader)) {
      nextLine(reader);
      if (reader.column <= column) unusual();
    } else {
      reader.at = pastSpaces(reader.text, reader.at);
      reader.column = column + reader.at - dash;
    }
    items.push(blockNode(reader, column, depth - 1));
  }
  checkEnd(reader, column);
  return items;
}

/** Behind a list or a map no line stands further in. */
function checkEnd(reader: Reader, column: number): void {
  if (reader.column > column) unusual();
}

/** A text in quotes, a list or a map in brackets, or a plain text within them. Ends right behind it. */
function inBrackets(reader: Reader, parent: number, depth: number): unknown {
  if (++reader.values > MOST_VALUES) unusual();
  switch (reader.text[reader.at]) {
    case '"':
    case "'":
      return quoted(reader, parent);
    case '[':
      return listInBrackets(reader, parent, depth);
    case '{':
      return mapInBrackets(reader, parent, depth);
    default:
      return plainInBrackets(reader, parent);
  }
}

function listInBrackets(reader: Reader, parent: number, depth: number): unknown[] {
  if (depth === 0) unusual();
  const items: unknown[] = [];
  while (!closes(reader, ']', parent)) {
    items.push(inBrackets(reader, parent, depth - 1));
    endItem(reader, ']', parent);
  }
  return items;
}

function mapInBrackets(reader: Reader, parent: number, depth: number): Parts {
  if (depth === 0) unusual();
  const parts: Parts = {};
  while (!closes(reader, '}', parent)) {
    const key = keyAt(reader) ?? unusual();
    gap(reader, parent);
    put(parts, key, inBrackets(reader, parent, depth - 1));
    endItem(reader, '}', parent);
  }
  return parts;
}

/** Passes the opening bracket or the comma that was come to, and the closing bracket where it follows. */
function closes(reader: Reader, bracket: string, parent: number): boolean {
  if (reader.text[reader.at] !== bracket) {
    reader.at += 1;
    gap(reader, parent);
  }
  if (reader.text[reader.at] !== bracket) return false;
  reader.at += 1;
  return true;
}

function endItem(reader: Reader, bracket: string, parent: number): void {
  gap(reader, parent);
  const next = reader.text[reader.at];
  if (next !== ',' && next !== bracket) unusual();
}

/** To the next text within brackets, which may be in another line. */
function gap(reader: Reader, parent: number): void {
  if (!restIsEmpty(reader)) {
    reader.at = pastSpaces(reader.text, reader.at);
    return;
  }
  nextLine(reader);
  if (reader.column <= parent) unusual();
}
