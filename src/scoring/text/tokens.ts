/** A text as words with their exact places. */
import { remembering } from './remembering.ts';
import { spellingIn, spellingOf } from './spellings.ts';
import type { Spelling } from './traits.ts';

/** A word at its place. */
export class Word {
  /** UTF-16 offsets into the text. */
  declare readonly start: number;
  declare readonly end: number;
  /** For a part of a compound (`wg.Wait`, `maxRetries`, `half-open`): the whole in lower case without separators. */
  declare readonly whole: string | undefined;
  /** The word by itself, shared by all places where it stands. */
  declare readonly spelling: Spelling;

  constructor(start: number, end: number, whole: string | undefined, spelling: Spelling) {
    this.start = start;
    this.end = end;
    this.whole = whole;
    this.spelling = spelling;
  }

  /** Lower case, apostrophes straight, no possessive. */
  get text(): string {
    return this.spelling.text;
  }

  get stem(): string {
    return this.spelling.stem;
  }

  /** How much it says by itself, 0 to 1. */
  get weight(): number {
    return this.spelling.halves / 2;
  }
}

/** Sum of the weights of some words. */
export function meaningOf(words: readonly Word[]): number {
  let sum = 0;
  for (const { weight } of words) sum += weight;
  return sum;
}

/** How many of some words are so. */
export function countOf(words: readonly Word[], isSo: (word: Word) => boolean): number {
  let count = 0;
  for (const word of words) if (isSo(word)) count++;
  return count;
}

/** Letters and digits, held together by what joins compounds and figures. */
const COMPOUND =
  /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:(?:['’.:/&+-]|->|::)(?=[\p{L}\p{N}_])[\p{L}\p{M}\p{N}_]+)*/uy;

/** A letter or figure that may begin a word. */
const LETTER = /[\p{L}\p{N}_]/uy;

/** A contraction or a figure stays whole: don't, e.g, 99.9, 12:30. */
const UNSPLIT = /^(?:\p{L}+['’]\p{L}{1,2}|\p{N}+(?:[.:]\p{N}+)*|e\.g|i\.e)$/u;

/**
 * A camelCase hump, and where figures meet letters at the front: 32KB, 200ms. Figures between dots are counted, since from
 * each of many the end of all would be looked for.
 */
const PART =
  /\p{N}+(?:\.\p{N}+){0,20}(?=\p{L})|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+[\p{N}]*|\p{Lu}+[\p{N}]*|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in order; parts of a compound follow each other and share its `whole`. */
export function wordsOf(text: string): Word[] {
  const joined = joinThousands(text);
  readUnits(joined);
  const words: Word[] = [];
  for (let at = wordFrom(joined, 0); at < joined.length; ) {
    const end = compoundEnd(joined, at);
    if (isPlain(at, end)) words.push(new Word(at, end, undefined, spellingIn(units, at, end)));
    else
      for (const { from, to, whole, spelling } of partsOf(joined.slice(at, end)))
        words.push(new Word(at + from, at + to, whole, spelling));
    at = wordFrom(joined, end);
  }
  return words;
}

/**
 * The UTF-16 units of the text that is being read, and a space behind: each is looked at a few times, and from a string it
 * comes several times as slowly.
 */
let units = new Uint16Array(0);

/** Room for nearly every answer; what a giant one took is given back by the next. */
const ROOM = 16_384;

function readUnits(text: string): void {
  const { length } = text;
  const room = Math.max(ROOM, length + 1);
  if (units.length < room || units.length > 2 * room) units = new Uint16Array(room);
  for (let at = 0; at < length; at++) units[at] = text.charCodeAt(at);
  units[length] = SPACE;
}

/** 10,000 becomes 10_000 while it is split: the same length, so that offsets hold. */
function joinThousands(text: string): string {
  return THOUSANDS.test(text) ? text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '_') : text;
}

const THOUSANDS = /\d,\d{3}/;

/** Where the next word begins, from a place on; the length of the text where there is none. */
function wordFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const unit = units[at]!;
    if (unit < ASCII ? IN_WORD[unit] === 1 : matchesAt(LETTER, text, at)) return at;
  }
  return text.length;
}

/** One past the compound that begins at a place. Letters beyond ASCII leave it to the pattern. */
function compoundEnd(text: string, start: number): number {
  for (let at = start; ; ) {
    while (IN_WORD[units[at]!] === 1) at++;
    if (units[at] === SPACE) return at;
    const next = afterJoin(at);
    if (units[at]! >= ASCII || units[next]! >= ASCII) {
      COMPOUND.lastIndex = start;
      COMPOUND.test(text);
      return COMPOUND.lastIndex;
    }
    if (IN_WORD[units[next]!] !== 1 || next === at) return at;
    at = next;
  }
}

/** Past what may join two parts at a place; the place itself where nothing does. */
function afterJoin(at: number): number {
  const unit = units[at]!;
  if (unit === COLON && units[at + 1] === COLON) return at + 2;
  if (unit === HYPHEN && units[at + 1] === GREATER) return at + 2;
  return JOINS[unit] === 1 ? at + 1 : at;
}

/** Only letters of ASCII, none of them a capital but the first, or all: nearly all words are so, and have no parts. */
function isPlain(start: number, end: number): boolean {
  const rest =
    IS_CAPITAL[units[start]!] && IS_CAPITAL[units[start + 1]!] && end > start + 1 ? IS_CAPITAL : IS_SMALL;
  if (!IS_SMALL[units[start]!] && !IS_CAPITAL[units[start]!]) return false;
  for (let at = start + 1; at < end; at++) if (!rest[units[at]!]) return false;
  return true;
}

const ASCII = 128;
const [SPACE, COLON, HYPHEN, GREATER] = [0x20, 0x3a, 0x2d, 0x3e];
const IN_WORD = asciiTable(/\w/);
const JOINS = asciiTable(/['.:/&+-]/);
const IS_SMALL = asciiTable(/[a-z]/);
const IS_CAPITAL = asciiTable(/[A-Z]/);

function asciiTable(pattern: RegExp): Uint8Array {
  return Uint8Array.from({ length: ASCII }, (_, code) => Number(pattern.test(String.fromCharCode(code))));
}

function matchesAt(sticky: RegExp, text: string, at: number): boolean {
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** A word by itself, with its place in the compound that it was read from. */
interface Part extends Pick<Word, 'whole' | 'spelling'> {
  readonly from: number;
  readonly to: number;
}

/** Compounds, figures and the like that are remembered. */
const REMEMBERED = 4_000;

/** The parts of a stretch without spaces; what is not put together is one part, without a whole. */
const partsOf = remembering(split, REMEMBERED);

function split(compound: string): Part[] {
  const parts = humpsOf(compound);
  if (parts.length < 2) return [part(compound, 0, undefined)];
  const whole = parts.map(it => it[0].toLowerCase()).join('');
  return parts.map(it => part(it[0], it.index, whole));
}

/** Figures have no parts. */
const FIGURE = /^[\d_]+$/;

/** Parts between separators, and the humps of camelCase; gRPC and iOS are one word, not a letter and a word. */
function humpsOf(compound: string): RegExpExecArray[] {
  if (FIGURE.test(compound) || UNSPLIT.test(compound)) return [];
  const parts = [...compound.matchAll(PART)];
  const separated = /[^\p{L}\p{M}\p{N}]/u.test(compound);
  return separated || parts.every(it => it[0].length > 1) ? parts : [];
}

function part(raw: string, from: number, whole: string | undefined): Part {
  return { from, to: from + raw.length, whole, spelling: spellingOf(normal(raw)) };
}

function normal(raw: string): string {
  return raw
    .toLowerCase()
    .replace(/’/g, "'")
    .replace(/'s$/, '')
    .replace(/(?<=\d)_/g, '');
}
