/** A text as words with their exact places. */
import { stem } from './stem.ts';
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
}

/** Letters and digits, held together by what joins compounds and figures. */
const COMPOUND =
  /[\p{L}\p{N}_][\p{L}\p{M}\p{N}_]*(?:(?:['’.:/&+-]|->|::)(?=[\p{L}\p{N}_])[\p{L}\p{M}\p{N}_]+)*/gu;

/** A contraction or a figure stays whole: don't, e.g, 99.9, 12:30. */
const UNSPLIT = /^(?:\p{L}+['’]\p{L}{1,2}|\p{N}+(?:[.:]\p{N}+)*|e\.g|i\.e)$/u;

/** A camelCase hump, and where figures meet letters at the front: 32KB, 200ms. */
const PART =
  /\p{N}+(?:\.\p{N}+)*(?=\p{L})|\p{Lu}+(?=\p{Lu}\p{Ll})|\p{Lu}?[\p{Ll}\p{Lo}\p{Lm}\p{M}]+[\p{N}]*|\p{Lu}+[\p{N}]*|[\p{L}\p{M}\p{N}]+/gu;

/** The words of a text, in order; parts of a compound follow each other and share its `whole`. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of joinThousands(text).matchAll(COMPOUND)) add(words, match[0], match.index);
  return words;
}

/** 10,000 becomes 10_000 while it is split: the same length, so that offsets hold. */
function joinThousands(text: string): string {
  return text.includes(',') ? text.replace(/(?<=\d),(?=\d{3}(?!\d))/g, '_') : text;
}

function add(words: Word[], compound: string, at: number): void {
  const parts = partsOf(compound);
  if (parts.length < 2) {
    words.push(word(compound, at, at + compound.length, undefined));
    return;
  }
  const whole = parts.map(part => part[0].toLowerCase()).join('');
  for (const part of parts)
    words.push(word(part[0], at + part.index, at + part.index + part[0].length, whole));
}

/** ASCII words in one case are nearly all words there are: they have no parts. */
const PLAIN = /^(?:[a-z]+|[A-Z]?[a-z]+|[A-Z]+|[\d_]+)$/;

/** Parts between separators, and the humps of camelCase; gRPC and iOS are one word, not a letter and a word. */
function partsOf(compound: string): RegExpExecArray[] {
  if (PLAIN.test(compound) || UNSPLIT.test(compound)) return [];
  const parts = [...compound.matchAll(PART)];
  const separated = /[^\p{L}\p{M}\p{N}]/u.test(compound);
  return separated || parts.every(part => part[0].length > 1) ? parts : [];
}

function word(raw: string, start: number, end: number, whole: string | undefined): Word {
  const text = normal(raw);
  const stemmed = stem(text);
  return { start, end, text, stem: stemmed, whole, weight: wordWeight(text, stemmed) };
}

function normal(raw: string): string {
  const lower = raw.toLowerCase();
  if (/^[a-z]+$/.test(lower)) return lower;
  return lower
    .replace(/’/g, "'")
    .replace(/'s$/, '')
    .replace(/(?<=\d)_/g, '');
}
