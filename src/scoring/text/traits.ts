/**
 * Yes-or-no questions about a word by itself, wherever it stands: each is answered once for a spelling and remembered with
 * it as a bit. Answers are full of the same few hundred words, and dozens of lists are asked about each of them.
 */

/** A word by itself. */
export interface Spelling {
  /** Lower case, apostrophes straight, no possessive. */
  readonly text: string;
  readonly stem: string;
  /** How much it says by itself, 0 to 1. */
  readonly weight: number;
  /** Of the text; see spellings.ts. */
  readonly hash: number;
  /** A bit for each question that was answered, and for each that was answered with yes. */
  answered: number;
  yes: number;
  /** By the number of a figure, what was found for it. */
  readonly figures: (number | undefined)[];
  /** The number of the question for which it was looked at last, and what it is to that (coverage/topic.ts). */
  asker: number;
  standing: number;
  /** The edition of the vocabulary that it was looked up in last, and what it is to that: a Known of vocabulary.ts. */
  edition: number;
  known: unknown;
}

/** What bears a spelling: a word at its place. */
export interface Spelt {
  readonly spelling: Spelling;
}

/** Bits of the numbers in which the answers are kept. */
const MOST = 31;
let questions = 0;

/** A question that remembers its answers; it must depend on the spelling alone. Throws when there are too many of them. */
export function trait(test: (spelling: Spelling) => boolean): (word: Spelt) => boolean {
  if (questions === MOST) throw new Error(`There is room for ${MOST} traits.`);
  const bit = 1 << questions++;
  return ({ spelling }) => {
    if ((spelling.answered & bit) === 0) {
      spelling.answered |= bit;
      if (test(spelling)) spelling.yes |= bit;
    }
    return (spelling.yes & bit) !== 0;
  };
}

let figures = 0;

/** A number that is found once for a spelling and remembered with it; it must depend on the spelling alone. */
export function figure(find: (spelling: Spelling) => number): (word: Spelt) => number {
  const at = figures++;
  return ({ spelling }) => {
    spelling.figures[at] ??= find(spelling);
    return spelling.figures[at]!;
  };
}

/** By text, the bits of the lists that have it, and the bits of all lists: one look answers for all of them. */
const listed = new Map<string, number>();
let lists = 0;

/** Whether a word is one of a list, as written in lower case. */
export function among(list: Iterable<string>): (word: Spelt) => boolean {
  const all = new Set(list);
  const bit = 1 << questions;
  for (const text of all) listed.set(text, (listed.get(text) ?? 0) | bit);
  lists |= bit;
  return trait(({ text }) => all.has(text));
}

/** A spelling of which nothing else was asked yet. */
export function blank({
  text,
  stem,
  weight,
  hash,
}: Pick<Spelling, 'text' | 'stem' | 'weight' | 'hash'>): Spelling {
  return {
    text,
    stem,
    weight,
    hash,
    answered: lists,
    yes: listed.get(text) ?? 0,
    figures: new Array(figures).fill(undefined),
    asker: 0,
    standing: 0,
    edition: 0,
    known: undefined,
  };
}
