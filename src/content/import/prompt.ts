/** What a prompt says of itself: its id, and its type where that is plain. */
import type { QuestionType } from '../../model/content.ts';
import { markedQuestion, unnumbered } from './asking.ts';

/**
 * Markdown marks around and within a text that is not parsed as Markdown, such as a cell. A single word between them is a
 * name of Python's (`__init__`), and stays.
 */
const MARKS = /^(?:#{1,6}\s+|[-*+•]\s+|>\s+)+|\*\*|(__[A-Za-z0-9]+(?:_[A-Za-z0-9]+)*__)|__|`/g;

/** A prompt on one line, without number, marker and markup; lines of a longer one stay. */
export function cleanPrompt(text: string): string {
  const bare = text.replace(MARKS, (_, name: string | undefined) => name ?? '').trim();
  const asked = markedQuestion(bare);
  const [first = '', ...rest] = (asked || unnumbered(bare)).split('\n');
  return [first.replace(/\s+/g, ' ').trim(), ...rest].join('\n').trim();
}

/** The same for prompts that differ in nothing but capitals, spaces and signs. */
export const sameness = (prompt: string): string =>
  prompt
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[\s?!.:]+$/, '');

const LONGEST_ID = 48;
const WORDS = 5;

/** Words that tell no question from another. */
const STOP = new Set(
  `a about am an and any are as at be been between by can could describe did differ difference differences do does
  explain for from give had has have how i if in into is it its let me must of on one or our please shall should so some
  tell that the their them then there these they this those time to us use used using we were what whats when where which who why
  will with would you your yours`.split(/\s+/),
);

/** Letters that no decomposition makes plain. */
const PLAIN: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};
/** Names that are signs for the most part. */
const NAMES: readonly (readonly [RegExp, string])[] = [
  [/\bc\+\+/g, ' cpp '],
  [/\b([cf])#/g, ' $1sharp '],
  [/(?<!\w)\.net\b/g, ' dotnet '],
];

/** A text as a name of lower-case letters, digits and dashes; empty when it has no letter that could be one. */
export function slug(text: string): string {
  return joined(wordsIn(text));
}

/** An id from the telling words of a prompt; the same prompt always has the same. */
export function idFor(prompt: string): string {
  const words = wordsIn(prompt.split('\n')[0]!);
  const telling = words.filter(it => !STOP.has(it));
  return joined((telling.length > 0 ? telling : words).slice(0, WORDS)) || `question-${hash(prompt)}`;
}

/** Whole words as far as they fit; of a first one that is too long its beginning. */
function joined(words: readonly string[]): string {
  const fitting = words.filter((_, at) => words.slice(0, at + 1).join('-').length <= LONGEST_ID);
  return fitting.length > 0 ? fitting.join('-') : (words[0] ?? '').slice(0, LONGEST_ID);
}

function wordsIn(text: string): string[] {
  const lower = NAMES.reduce((it, [name, plain]) => it.replace(name, plain), text.toLowerCase());
  const letters = lower
    .replace(/[ßæœøłđðþı]/g, it => PLAIN[it]!)
    .normalize('NFKD')
    .replace(/['’]s\b|[\u0300-\u036f'’]/g, '');
  return letters.match(/[a-z0-9]+/g) ?? [];
}

/** FNV-1a, 32 bits: for prompts in other scripts. */
function hash(text: string): string {
  let value = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) value = Math.imul(value ^ byte, 0x01000193) >>> 0;
  return value.toString(36);
}

const TYPES: readonly (readonly [RegExp, QuestionType])[] = [
  [
    /^(?:tell (?:me|us) about|describe|give (?:me |us )?an example of|share|walk me through) (?:a|an|the last|one) (?:time|situation|moment|occasion)\b/i,
    'behavioral',
  ],
  [/^(?:please )?design (?:an?|the|your own)\b|^how would you design (?:an?|the)\b/i, 'design'],
];

/** The type where the prompt leaves no doubt. */
export const typeOf = (prompt: string): QuestionType | undefined =>
  TYPES.find(([pattern]) => pattern.test(prompt))?.[1];
