/** A text as words with their exact places. */
import { stem } from './stem.ts';
import type { Spelling } from './traits.ts';
import { wordWeight } from './words.ts';

export interface Word {
  /** UTF-16 offsets into the text. */
  readonly start: number;
  readonly end: number;
  /** Lower case, apostrophes straight, no possessive. */
  readonly text: string;
  readonly stem: string;
  /** For a part of a compound (`wg.Wait`, `maxRetries`, `half-open`): the whole in lower case without separators. */
  readonly whole: string | undefined;
  /** How much it says by itself, 0 to 1. */
  readonly weight: number;
  /** The word by itself, shared by all places where it stands. */
  readonly spelling: Spelling;
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

/** A camelCase hump, and where figures meet letters at the front: 32KB, 200ms. */
const PART =
  /\p{N}+(?:\.\p{N}+)*(?=\p{L})|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+[\p{N}]*|\p{Lu}+[\p{N}]*|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in order; parts of a compound follow each other and share its `whole`. */
export function wordsOf(text: string): Word[] {
  const joined = joinThousands(text);
  const words: Word[] = [];
  for (let at = wordFrom(joined, 0); at < joined.length; ) {
    const end = compoundEnd(joined, at);
    const { spelling, parts } = readingOf(joined, at, end);
    if (spelling !== undefined) words.push(wordAt(at, end, undefined, spelling));
    else
      for (const { from, to, whole, spelling } of parts)
        words.push(wordAt(at + from, at + to, whole, spelling));
    at = wordFrom(joined, end);
  }
  return words;
}

function wordAt(start: number, end: number, whole: string | undefined, spelling: Spelling): Word {
  const { text, stem, weight } = spelling;
  return { start, end, text, stem, whole, weight, spelling };
}

/** 10,000 becomes 10_000 while it is split: the same length, so that offsets hold. */
function joinThousands(text: string): string {
  return THOUSANDS.test(text) ? text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '_') : text;
}

const THOUSANDS = /\d,\d{3}/;

/** Where the next word begins, from a place on; the length of the text where there is none. */
function wordFrom(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < ASCII ? IN_WORD[code] === 1 : matchesAt(LETTER, text, at)) return at;
  }
  return text.length;
}

/** One past the compound that begins at a place. Letters beyond ASCII leave it to the pattern. */
function compoundEnd(text: string, start: number): number {
  for (let at = start; ; ) {
    while (IN_WORD[text.charCodeAt(at)] === 1) at++;
    if (text.charCodeAt(at) === SPACE) return at;
    const next = afterJoin(text, at);
    if (text.charCodeAt(at) >= ASCII || text.charCodeAt(next) >= ASCII) {
      COMPOUND.lastIndex = start;
      COMPOUND.test(text);
      return COMPOUND.lastIndex;
    }
    if (IN_WORD[text.charCodeAt(next)] !== 1 || next === at) return at;
    at = next;
  }
}

/** Past what may join two parts at a place; the place itself where nothing does. */
function afterJoin(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code === COLON && text.charCodeAt(at + 1) === COLON) return at + 2;
  if (code === HYPHEN && text.charCodeAt(at + 1) === GREATER) return at + 2;
  return JOINS[code] === 1 ? at + 1 : at;
}

const ASCII = 128;
const [SPACE, COLON, HYPHEN, GREATER] = [0x20, 0x3a, 0x2d, 0x3e];
const IN_WORD = asciiTable(/\w/);
const JOINS = asciiTable(/['.:/&+-]/);

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

/** How a stretch without spaces is read: as one word, or in parts. */
interface CompoundReading {
  readonly compound: string;
  readonly spelling: Spelling | undefined;
  readonly parts: readonly Part[];
}

/** Answers to one question share most of their words; the memory is dropped rather than grown beyond this. */
const REMEMBERED = 15_000;

/** Found by a hash of the letters, so that no string is made of a word that is known; of two with one hash the last stays. */
const known = new Map<number, CompoundReading>();

function readingOf(text: string, start: number, end: number): CompoundReading {
  const hash = hashOf(text, start, end);
  const found = known.get(hash);
  if (found && stands(found.compound, text, start, end)) return found;
  if (known.size >= REMEMBERED) known.clear();
  const compound = text.slice(start, end);
  const parts = split(compound);
  // What has no parts is one part, without a whole.
  const spelling = parts.length === 1 ? parts[0]!.spelling : undefined;
  const reading: CompoundReading = { compound, spelling, parts };
  known.set(hash, reading);
  return reading;
}

/** Whether a stretch of text is just that word; shorter than what `startsWith` takes to begin. */
function stands(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (text.charCodeAt(at) !== word.charCodeAt(at - start)) return false;
  return true;
}

/** FNV-1a (Fowler, Noll, Vo) over UTF-16 units, as many bits of it as a small integer has. */
export function hashOf(text: string, start = 0, end = text.length): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash & 0x3fffffff;
}

function split(compound: string): Part[] {
  const parts = humpsOf(compound);
  if (parts.length < 2) return [part(compound, 0, undefined)];
  const whole = parts.map(it => it[0].toLowerCase()).join('');
  return parts.map(it => part(it[0], it.index, whole));
}

/** ASCII words in one case are nearly all words there are: they have no parts. */
const PLAIN = /^(?:[a-z]+|[A-Z]?[a-z]+|[A-Z]+|[\d_]+)$/;

/** Parts between separators, and the humps of camelCase; gRPC and iOS are one word, not a letter and a word. */
function humpsOf(compound: string): RegExpExecArray[] {
  if (PLAIN.test(compound) || UNSPLIT.test(compound)) return [];
  const parts = [...compound.matchAll(PART)];
  const separated = /[^\p{L}\p{M}\p{N}]/u.test(compound);
  return separated || parts.every(it => it[0].length > 1) ? parts : [];
}

function part(raw: string, from: number, whole: string | undefined): Part {
  return { from, to: from + raw.length, whole, spelling: spellingOf(normal(raw)) };
}

function spellingOf(text: string): Spelling {
  const stemmed = stem(text);
  return {
    text,
    stem: stemmed,
    weight: wordWeight(text, stemmed),
    answered: 0,
    yes: 0,
    figures: [],
    asker: 0,
    standing: 0,
    edition: 0,
    known: undefined,
  };
}

function normal(raw: string): string {
  const lower = raw.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  return lower
    .replace(/’/g, "'")
    .replace(/'s$/, '')
    .replace(/(?<=\d)_/g, '');
}
