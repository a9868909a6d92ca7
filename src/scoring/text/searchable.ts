/** A reference text ready to be looked for, and an answer ready to be searched. */
import type { Answer } from './answer.ts';
import type { Word } from './tokens.ts';
import { kinOf, type Meant, meaningsOf, numberOf, standsFor, type Vocabulary } from './vocabulary.ts';

/** How much a word counts, 0 to 1; a question's own words count little. */
export type Weigh = (word: Word) => number;

export interface Wanted extends Meant {
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
  for (const sentence of sentences)
    for (const [index, meant] of meaningsOf(sentence.words, vocabulary).entries()) {
      const weight = weigh(meant.word);
      if (weight === 0 || wanted.has(meant.word.stem)) continue;
      const number = numberOf(meant, vocabulary);
      wanted.set(meant.word.stem, {
        ...meant,
        number,
        weight,
        denied: sentence.denied[index]!,
        supposed: sentence.supposed[index]!,
      });
    }
  const all = [...wanted.values()];
  const total = all.reduce((sum, it) => sum + it.weight, 0);
  return {
    text,
    wanted: all,
    total,
  };
}

/** A reference against one sentence by itself. */
export interface SentenceMatch {
  recall: number;
  /** Harmonic mean of recall and precision: near 1 is a close paraphrase. */
  f: number;
  /** The polarity of most of what matched differs. */
  opposed: boolean;
}

/** Where an answer says the words of a reference text (overlap.ts). */
export interface Overlap {
  /** The words of the reference that the answer says anywhere. */
  wanted: readonly Wanted[];
  /** By word and sentence: likeness, 0 to 1, or below 0 where it is said the other way round. */
  cells: Float64Array;
  /** Sentences of the answer. */
  count: number;
  matches: readonly SentenceMatch[];
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
  const cells = vocabulary.numbers.size * count;
  const asserted = new Float32Array(cells);
  const denied = new Float32Array(cells);
  const said = new Uint8Array(vocabulary.numbers.size);
  /** Polarity undefined: what is only supposed neither asserts nor denies. */
  const note = (number: number, sentence: number, sim: number, isDenied: boolean | undefined): void => {
    if (isDenied === undefined) {
      note(number, sentence, sim, true);
      note(number, sentence, sim, false);
      return;
    }
    const side = isDenied ? denied : asserted;
    const cell = number * count + sentence;
    if (sim > side[cell]!) side[cell] = sim;
    said[number] = 1;
  };
  const weights = answer.sentences.map((sentence, at) => {
    const seen = new Set<string>();
    let sum = 0;
    for (const [index, meant] of meaningsOf(sentence.words, vocabulary).entries()) {
      const { word } = meant;
      if (word.weight === 0) continue;
      const isDenied = sentence.supposed[index] ? undefined : sentence.denied[index]!;
      for (const { number, sim, opposite } of kinOf(word.stem, vocabulary))
        note(number, at, sim, isDenied === undefined ? undefined : isDenied !== opposite);
      if (word.whole !== undefined || meant.groups.length > 0 || vocabulary.byWhole.size > 0)
        for (const { number, sim } of standsFor(meant, vocabulary)) note(number, at, sim, isDenied);
      if (seen.has(word.stem)) continue;
      seen.add(word.stem);
      sum += weigh(word);
    }
    return sum;
  });
  return { answer, count, asserted, denied, said, weights, overlaps: new Map() };
}

/** The likeness, 0 to 1, of the nearest word of an answer to a wanted one. */
export function nearestAnywhere(number: number, { asserted, denied, count, said }: Searchable): number {
  let most = 0;
  if (!said[number]) return most;
  for (let cell = number * count; cell < (number + 1) * count; cell++)
    most = Math.max(most, asserted[cell]!, denied[cell]!);
  return most;
}
