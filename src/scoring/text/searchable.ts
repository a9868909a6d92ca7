/** A reference text ready to be looked for, and an answer ready to be searched. */
import type { Answer, Sentence } from './answer.ts';
import type { Word } from './tokens.ts';
import {
  covers,
  groupsAt,
  groupsIn,
  type Kin,
  kinOf,
  knownIn,
  numberOf,
  type Vocabulary,
} from './vocabulary.ts';

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
    const groups = groupsIn(words, knownIn(words, vocabulary), vocabulary);
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!;
      const weight = weigh(word);
      if (weight === 0 || wanted.has(word.stem)) continue;
      const number = numberOf(word, groupsAt(index, groups), vocabulary);
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

/** What answer and reference have in common: little, of most texts, so that only this little is kept. */
export interface Overlap {
  /** In the order of the sentences, and within one in that of the wanted words. */
  readonly cells: readonly Cell[];
  /** Something of it is said the other way round. */
  readonly contrary: boolean;
  /** Reckoned so far; see matchesOf in overlap.ts. */
  matches: Matches | undefined;
}

/** A wanted word in a sentence. */
export interface Cell {
  readonly sentence: number;
  /** Index among the wanted words of the target. */
  readonly row: number;
  /** Likeness, above 0 to 1, or below 0 where it is said the other way round. */
  readonly sim: number;
}

/** A reference against each sentence by itself. */
export interface Matches {
  /** Share, 0 to 1, of the reference's weight that the sentence says, whichever way round. */
  readonly recall: number[];
  /** Share, 0 to 1, of that which it says the other way round. */
  readonly contrary: number[];
  /**
   * Harmonic mean of recall and precision: near 1 is a close paraphrase. Below 0 where most of what matched is said the
   * other way round.
   */
  readonly f: number[];
}

/** An answer, ready to be searched: how near each of its sentences comes to each wanted word of the question. */
export interface Searchable {
  answer: Answer;
  /** Sentences. */
  count: number;
  /** By wanted word and sentence: the likeness of the nearest word that stands there asserted, and of the one denied. */
  asserted: Float32Array;
  denied: Float32Array;
  /** By wanted word: the sentences that say it, or something near it, in order; undefined where none does. */
  said: (number[] | undefined)[];
  /** Weight of the different words of each sentence. */
  weights: readonly number[];
  /** Words of all sentences before each, and of all. */
  before: readonly number[];
  /** Comparisons made so far. */
  overlaps: Map<Target, Overlap>;
}

export function searchable(answer: Answer, weigh: Weigh, vocabulary: Vocabulary): Searchable {
  const count = answer.sentences.length;
  const size = vocabulary.numbers.size;
  const search: Searchable = {
    answer,
    count,
    asserted: new Float32Array(size * count),
    denied: new Float32Array(size * count),
    said: new Array(size).fill(undefined),
    weights: [],
    before: [],
    overlaps: new Map(),
  };
  search.weights = answer.sentences.map((it, at) => addSentence(search, it, at, weigh, vocabulary));
  let words = 0;
  search.before = [0, ...answer.sentences.map(it => (words += it.words.length))];
  return search;
}

/** Notes what a sentence says; gives the weight of its different words. */
function addSentence(
  search: Searchable,
  { words, denied, supposed }: Sentence,
  at: number,
  weigh: Weigh,
  vocabulary: Vocabulary,
): number {
  const known = knownIn(words, vocabulary);
  const groups = groupsIn(words, known, vocabulary);
  const different: Word[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word.weight === 0) continue;
    const polarity = supposed[index] ? SUPPOSED : denied[index] ? DENIED : ASSERTED;
    note(search, kinOf(word.stem, known[index]!, vocabulary), at, polarity);
    noteCompound(search, word, at, polarity, vocabulary);
    for (const group of groups)
      if (covers(group, index)) note(search, vocabulary.byGroup.get(group.list), at, polarity);
    if (!has(different, word.stem)) different.push(word);
  }
  let sum = 0;
  for (const word of different) sum += weigh(word);
  return sum;
}

function has(words: readonly Word[], stem: string): boolean {
  for (let at = 0; at < words.length; at++) if (words[at]!.stem === stem) return true;
  return false;
}

/** A word and a compound are the same, whichever of them is written as one: WaitGroup, waitgroup. */
function noteCompound(
  search: Searchable,
  { text, whole }: Word,
  at: number,
  polarity: number,
  { byStem, byText, byWhole }: Vocabulary,
): void {
  if (byWhole.size > 0) note(search, byWhole.get(text), at, polarity);
  if (whole === undefined) return;
  for (const by of [byWhole, byText, byStem]) note(search, by.get(whole), at, polarity);
}

/** What is only supposed neither asserts nor denies: it is noted as both. */
const [ASSERTED, DENIED, SUPPOSED] = [1, 2, 3];

function note(
  { asserted, denied, said, count }: Searchable,
  kin: readonly Kin[] | undefined,
  sentence: number,
  polarity: number,
): void {
  if (kin === undefined) return;
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
    const sentences = said[number];
    if (sentences === undefined) said[number] = [sentence];
    else if (sentences[sentences.length - 1] !== sentence) sentences.push(sentence);
  }
}

/** The likeness, 0 to 1, of the nearest word of an answer to a wanted one. */
export function nearestAnywhere(number: number, { asserted, denied, count, said }: Searchable): number {
  let most = 0;
  for (const sentence of said[number] ?? [])
    most = Math.max(most, asserted[number * count + sentence]!, denied[number * count + sentence]!);
  return most;
}
