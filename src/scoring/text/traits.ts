/**
 * Yes-or-no questions about a word by itself, wherever it stands: each is answered once for a spelling and remembered with
 * it as a bit. Answers are full of the same few hundred words, and dozens of lists are asked about each of them.
 */
import { hashOf } from './hash.ts';

/** A word by itself. Whole numbers and texts alone: what a field holds of fractions is an object of its own in V8. */
export class Spelling {
  /** Lower case, apostrophes straight, no possessive. */
  declare readonly text: string;
  declare readonly stem: string;
  /** Halves of its weight, 0 to 2. */
  declare readonly halves: number;
  /** Of its text, and of its stem (hash.ts). */
  declare readonly hash: number;
  declare readonly stemHash: number;
  /** A bit for each question that was answered, and for each that was answered with yes. */
  declare answered: number;
  declare yes: number;
  /** Figures that were found for it; below 0 until then. */
  declare first: number;
  declare second: number;
  declare third: number;
  /** The number of the question for which it was looked at last, and what it is to that (coverage/topic.ts). */
  declare asker: number;
  declare standing: number;
  /** The edition of the vocabulary that it was looked up in last, and what it is to that: a Known of vocabulary.ts. */
  declare edition: number;
  declare known: unknown;

  constructor(text: string, stem: string, halves: number, hash: number) {
    this.text = text;
    this.stem = stem;
    this.halves = halves;
    this.hash = hash;
    this.stemHash = hashOf(stem);
    this.answered = lists;
    this.yes = listed.get(text) ?? 0;
    this.first = -1;
    this.second = -1;
    this.third = -1;
    this.asker = 0;
    this.standing = 0;
    this.edition = 0;
    this.known = undefined;
  }
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

/**
 * A number, 0 or more, that is found once for a spelling and remembered with it; it must depend on the spelling alone. Throws
 * when there are more than three.
 */
export function figure(find: (spelling: Spelling) => number): (word: Spelt) => number {
  switch (figures++) {
    case 0:
      return ({ spelling }) => {
        if (spelling.first < 0) spelling.first = find(spelling);
        return spelling.first;
      };
    case 1:
      return ({ spelling }) => {
        if (spelling.second < 0) spelling.second = find(spelling);
        return spelling.second;
      };
    case 2:
      return ({ spelling }) => {
        if (spelling.third < 0) spelling.third = find(spelling);
        return spelling.third;
      };
    default:
      throw new Error('There is room for three figures.');
  }
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
