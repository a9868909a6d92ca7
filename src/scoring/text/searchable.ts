/** A reference text ready to be looked for, and an answer ready to be searched. */
import type { Answer } from './answer.ts';
import type { Word } from './tokens.ts';
import { groupsIn, type Kin, kinOf, numberOf, standsFor, type Vocabulary } from './vocabulary.ts';

/** How much a word counts, 0 to 1; a question's own words count little. */
export type Weigh = (word: Word) => number;

export interface Wanted {
  word: Word;
  /** In the vocabulary of the question. */
  number: number;
  weight: number;
  denied: boolean;
  /** Only supposed: it is said by who asserts it and by who denies it. */
  supposed: boolean;
}

/** A reference text, ready to be looked for. */
export interface Target {
  text: string;
  wanted: readonly Wanted[];
  /** Sum of the weights. */
  total: number;
}

/** A word that is in so many texts of the question that it weighs less tells none of them from another. */
const TELLING = 0.4;

/** Whether a word tells its text from others: neither common in any talk about work nor shared by the whole question. */
export function isTelling({ word, weight }: Wanted): boolean {
  return word.weight === 1 && weight >= TELLING;
}

export function targetOf({ text, sentences }: Answer, weigh: Weigh, vocabulary: Vocabulary): Target {
  const wanted = new Map<string, Wanted>();
  for (const { words, denied, supposed } of sentences) {
    const groups = groupsIn(words, vocabulary);
    for (const [index, word] of words.entries()) {
      const weight = weigh(word);
      if (weight === 0 || wanted.has(word.stem)) continue;
      const number = numberOf(word, groups[index]!, vocabulary);
      wanted.set(word.stem, { word, number, weight, denied: denied[index]!, supposed: supposed[index]! });
    }
  }
  const all = [...wanted.values()];
  const total = all.reduce((sum, it) => sum + it.weight, 0);
  return {
    text,
    wanted: all,
    total,
  };
}

/** A reference against each sentence by itself. */
export interface Matches {
  /** Share, 0 to 1, of the reference's weight that the sentence says, whichever way round. */
  recall: readonly number[];
  /**
   * Harmonic mean of recall and precision: near 1 is a close paraphrase. Below 0 where most of what matched is said the
   * other way round.
   */
  f: readonly number[];
}

/** Where an answer says the words of a reference text (overlap.ts). */
export interface Overlap {
  /** The words of the reference that the answer says anywhere. */
  wanted: readonly Wanted[];
  /** By word and sentence: likeness, 0 to 1, or below 0 where it is said the other way round. */
  cells: number[];
  /** Whether each sentence says anything of it; both this and the cells are empty where no sentence does. */
  says: boolean[];
  /** Something of it is said the other way round. */
  contrary: boolean;
  /** Reckoned so far; see matchesOf. */
  matches: Matches | undefined;
}

/** An answer, ready to be searched: how near each of its sentences comes to each wanted word of the question. */
export interface Searchable {
  answer: Answer;
  /** Sentences. */
  count: number;
  /** By wanted word and sentence: the likeness of the nearest word that stands there asserted, and of the one denied. */
  asserted: Float32Array;
  denied: Float32Array;
  /** By wanted word: 1 when the answer says it, or something near it, anywhere. */
  said: Uint8Array;
  /** Weight of the different words of each sentence. */
  weights: readonly number[];
  /** Comparisons made so far. */
  overlaps: Map<Target, Overlap>;
}

export function searchable(answer: Answer, weigh: Weigh, vocabulary: Vocabulary): Searchable {
  const count = answer.sentences.length;
  const size = vocabulary.numbers.size;
  const asserted = new Float32Array(size * count);
  const denied = new Float32Array(size * count);
  const said = new Uint8Array(size);
  const grid = { asserted, denied, said, count };
  const weights = answer.sentences.map((sentence, at) => {
    const { words } = sentence;
    const groups = groupsIn(words, vocabulary);
    let sum = 0;
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!;
      if (word.weight === 0) continue;
      const polarity = sentence.supposed[index] ? SUPPOSED : sentence.denied[index] ? DENIED : ASSERTED;
      note(grid, kinOf(word.stem, vocabulary), at, polarity);
      note(grid, standsFor(word, groups[index]!, vocabulary), at, polarity);
      if (isFirst(words, index)) sum += weigh(word);
    }
    return sum;
  });
  return { answer, count, asserted, denied, said, weights, overlaps: new Map() };
}

/** What is only supposed neither asserts nor denies: it is noted as both. */
const [ASSERTED, DENIED, SUPPOSED] = [1, 2, 3];

function note(
  { asserted, denied, said, count }: Pick<Searchable, 'asserted' | 'denied' | 'said' | 'count'>,
  kin: readonly Kin[],
  sentence: number,
  polarity: number,
): void {
  for (let index = 0; index < kin.length; index++) {
    const { number, sim, opposite } = kin[index]!;
    const cell = number * count + sentence;
    const turned = opposite && polarity !== SUPPOSED;
    if (polarity === SUPPOSED || (polarity === DENIED) === turned) {
      if (sim > asserted[cell]!) asserted[cell] = sim;
    }
    if (polarity === SUPPOSED || (polarity === DENIED) !== turned) {
      if (sim > denied[cell]!) denied[cell] = sim;
    }
    said[number] = 1;
  }
}

/** Whether no earlier word with a weight has the same stem. */
function isFirst(words: readonly Word[], index: number): boolean {
  const { stem } = words[index]!;
  for (let at = 0; at < index; at++) if (words[at]!.stem === stem && words[at]!.weight !== 0) return false;
  return true;
}

/** The likeness, 0 to 1, of the nearest word of an answer to a wanted one. */
export function nearestAnywhere(number: number, { asserted, denied, count, said }: Searchable): number {
  let most = 0;
  if (!said[number]) return most;
  for (let cell = number * count; cell < (number + 1) * count; cell++)
    most = Math.max(most, asserted[cell]!, denied[cell]!);
  return most;
}
