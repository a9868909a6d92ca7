/**
 * Linear classifiers over words and pairs of neighbouring words, fitted to the texts of corpus/ by ridge regression (Hoerl
 * and Kennard 1970) and kept in tables/: what a question asks for, what a story is about, how its teller behaves. They weigh
 * words, not truth.
 */
import type { Sentence } from '../text/answer.ts';
import { hashOf } from '../text/hash.ts';
import type { Word } from '../text/tokens.ts';
import { figure } from '../text/traits.ts';

/** A classifier in the form in which it is looked up. */
export interface Compiled {
  classes: readonly string[];
  /** What a weight of one is worth, for each class. */
  scales: readonly number[];
  /** Of each turn: its hash, how rare it is (in twentieths), and a weight for each class. */
  keys: Int32Array;
  rarities: Uint8Array;
  weights: Int8Array;
}

export interface Classifier {
  readonly classes: readonly string[];
  /**
   * How far some sentences, read as one text, are of each class: about 1 where they plainly are, about -1 where they plainly
   * are not, 0 where no word tells. The result holds until the next call.
   */
  scores(sentences: readonly Pick<Sentence, 'words'>[]): ArrayLike<number>;
}

/** What stands before the first word of a sentence. */
export const BEGINNING = hashOf('^');

/** Visits each word with the one that stands before it in its sentence: what is fitted and what is judged are read alike. */
export function eachPair(
  sentences: readonly Pick<Sentence, 'words'>[],
  visit: (word: Word, before: Word | undefined) => void,
): void {
  for (const { words } of sentences)
    for (let at = 0; at < words.length; at++) visit(words[at]!, words[at - 1]);
}

const stemHash = figure(({ stem }) => ofStem(stem));

/** The hashes of a word by its stem, and of two words, as written, that stand side by side. */
export const ofStem = (stem: string): number => hashOf(`=${stem}`);
export const ofPair = (before: number, word: number): number =>
  (Math.imul(before, 0x9e3779b1) ^ word) & 0x3fffffff;

/** Parts of a unit in which rarities are kept. */
export const RARITY_PARTS = 20;

export function classifierOf({ classes, scales, keys, rarities, weights }: Compiled): Classifier {
  const rowOf = finderOf(keys);
  const count = classes.length;
  const sums = new Float64Array(count);
  /** By row, the number of the text that had it last: each turn counts once. */
  const seen = new Uint32Array(keys.length);
  let texts = 0;
  let squares = 0;
  const add = (hash: number) => {
    const row = rowOf(hash);
    if (row < 0 || seen[row] === texts) return;
    seen[row] = texts;
    const rarity = rarities[row]! / RARITY_PARTS;
    squares += rarity * rarity;
    for (let at = 0; at < count; at++) sums[at]! += rarity * weights[row * count + at]!;
  };
  return {
    classes,
    scores(sentences) {
      texts++;
      squares = 0;
      sums.fill(0);
      eachPair(sentences, (word, before) => {
        add(stemHash(word));
        add(ofPair(before ? before.spelling.hash : BEGINNING, word.spelling.hash));
      });
      const length = Math.sqrt(squares) || 1;
      for (let at = 0; at < count; at++) sums[at] = (sums[at]! * scales[at]!) / length;
      return sums;
    },
  };
}

/** The row of a key, or -1: open addressing, half of the slots free. */
function finderOf(keys: Int32Array): (key: number) => number {
  let size = 2;
  while (size < 2 * keys.length) size *= 2;
  const slots = new Int32Array(size).fill(-1);
  const slotFor = (key: number) => {
    let slot = (key ^ (key >>> 15)) & (size - 1);
    while (slots[slot]! >= 0 && keys[slots[slot]!] !== key) slot = (slot + 1) & (size - 1);
    return slot;
  };
  for (let row = 0; row < keys.length; row++) slots[slotFor(keys[row]!)] = row;
  return key => slots[slotFor(key)]!;
}
