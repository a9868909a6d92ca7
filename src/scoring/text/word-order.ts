/**
 * Whether words stand in an order in which people put them. Words that hold sentences together have few neighbours: `of the`
 * is everywhere and `the of` nowhere. So a text that was reversed or shuffled is known by its pairs, whatever it is about.
 */
import type { Sentence } from './answer.ts';
import type { Word } from './tokens.ts';
import { figure } from './traits.ts';

/** Words that stand before what they join to the rest of a sentence; `to` is a kind of its own. */
export const PREPOSITIONS =
  'of in on at by for from with into onto about after before between during under over through against without within upon toward towards as per via';

/** Kinds of words. Whatever is none of the others is one with a meaning. */
const KINDS: readonly string[] = [
  // Where a stretch begins or ends.
  '',
  // Any word with a meaning.
  '',
  'a an the every each any my your our their its his this that these those no some',
  `${PREPOSITIONS} than`,
  'to',
  'i we he she they',
  'you it who',
  'me us him them',
  "is are was were be been being am have has had do does did can could may might must shall should will would cannot can't couldn't didn't doesn't don't isn't wasn't weren't won't wouldn't hadn't haven't hasn't aren't",
  'and or but so because if when while although though since unless until whereas',
  'what which where why how whose whether there here',
  'not never also only just still already then even often usually always',
];
const [EDGE, MEANING] = [0, 1];

const kinds = new Map(KINDS.flatMap((list, kind) => list.split(' ').map(it => [it, kind] as const)));
const kindOf = figure(({ text }) => kinds.get(text) ?? MEANING);

/**
 * How much oftener, or more seldom, a kind (row) stands before another (column) than words in any order would: the logarithm
 * of the ratio (pointwise mutual information; Church and Hanks 1990), in tenths, between -30 and 30. Counted in corpus/, and
 * counted again by tests/scoring/text/word-order.test.ts.
 */
export const PAIRS: readonly (readonly number[])[] = [
  [-30, -5, 0, 0, -16, 16, 2, -30, -16, 15, 11, 3],
  [7, -3, -3, 5, 5, -12, 0, 4, -2, 0, -3, -8],
  [-24, 7, -19, -23, -27, -10, -11, -30, -15, -30, -20, -16],
  [-16, -1, 13, -19, -20, -17, 1, 10, -27, -21, 3, -13],
  [-25, 4, 5, -30, -30, -30, -7, 13, 4, -30, -12, -19],
  [-30, 4, -30, -30, -30, -30, -30, -30, 17, -30, -30, 8],
  [3, 0, -17, -1, 0, -28, -30, -30, 15, -8, -18, 1],
  [7, -8, 1, 11, 10, -17, -10, -30, -8, -2, 7, -8],
  [-13, 2, 0, -8, 7, -23, 8, -13, 2, -17, -6, 17],
  [-21, -2, 5, -8, -11, 15, 8, -30, -4, -14, 8, 8],
  [-7, -6, -2, -14, -2, 11, 11, -30, 17, -15, -11, -4],
  [-7, 3, -3, -3, 0, 2, -11, -12, 4, -10, -2, -3],
];

export interface Order {
  /** Pairs with a word that holds sentences together. */
  pairs: number;
  /** The mean of what PAIRS says of them, as a logarithm: above 0 for texts that people wrote. */
  mean: number;
}

/** @param flat the text in which the sentences stand, with wrapped lines as one. */
export function orderOf(sentences: readonly Sentence[], flat: string): Order {
  let pairs = 0;
  let sum = 0;
  eachPair(sentences, flat, (before, kind) => {
    if (before <= MEANING && kind <= MEANING) return;
    pairs++;
    sum += PAIRS[before]![kind]!;
  });
  return { pairs, mean: pairs > 0 ? sum / pairs / 10 : 0 };
}

/** Each kind with the one before it; where a sentence or a clause ends, with the edge. */
export function eachPair(
  sentences: readonly Sentence[],
  flat: string,
  see: (before: number, kind: number) => void,
): void {
  for (const { words } of sentences) {
    let before = EDGE;
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      if (before !== EDGE && isApart(flat, words[at - 1]!.end, word.start)) {
        see(before, EDGE);
        before = EDGE;
      }
      const kind = isLetter(word, flat) ? MEANING : kindOf(word);
      see(before, kind);
      before = kind;
    }
    if (before !== EDGE) see(before, EDGE);
  }
}

/** A sign at which one pauses stands between two words; what holds a formula together is none. */
function isApart(flat: string, from: number, to: number): boolean {
  if (to === from + 1 && flat.charCodeAt(from) === SPACE) return false;
  return /[,.;:!?()[\]<>=|/+…—–\n]| [-*•] /.test(flat.slice(from, to));
}

const SPACE = 0x20;

/** The A of (A, B), which is no article. */
function isLetter({ start, end }: Word, flat: string): boolean {
  return end === start + 1 && flat[start] === 'A' && !/^ \p{L}/u.test(flat.slice(end, end + 2));
}
