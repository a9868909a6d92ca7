/** A reference text ready to be looked for, and an answer ready to be searched. */
import type { Answer, Sentence } from './answer.ts';
import type { Word } from './tokens.ts';
import {
  covers,
  groupsAt,
  groupsIn,
  type Kin,
  kinOf,
  numberOf,
  speltIn,
  stemIn,
  type Vocabulary,
  weightIn,
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
  /** Its number among the targets of its vocabulary. */
  place: number;
  text: string;
  wanted: readonly Wanted[];
  /** Sum of the weights. */
  total: number;
  /** Something of it is denied. */
  denies: boolean;
}

/** A word that is in so many texts of the question that it weighs less tells none of them from another. */
const TELLING = 0.4;

/** Whether a word tells its text from others: neither common in any talk about work nor shared by the whole question. */
export function isTelling({ word, weight }: Wanted): boolean {
  return word.weight === 1 && weight >= TELLING;
}

export function targetOf({ text, sentences }: Answer, weigh: Weigh, vocabulary: Vocabulary): Target {
  const place = vocabulary.targets++;
  const wanted: Wanted[] = [];
  let total = 0;
  for (const { words, denied, supposed } of sentences) {
    const groups = groupsIn(words, vocabulary);
    for (let index = 0; index < words.length; index++) {
      const word = words[index]!;
      const weight = weigh(word);
      if (weight === 0) continue;
      const own = stemIn(word.stem, vocabulary);
      if (own.wantedBy === place) continue;
      own.wantedBy = place;
      const number = numberOf(word, own, groupsAt(index, groups), vocabulary);
      wanted.push({ word, number, weight, denied: denied[index]!, supposed: supposed[index]! });
      total += weight;
    }
  }
  return { place, text, wanted, total, denies: wanted.some(it => it.denied) };
}

/** What answer and reference have in common: little, of most texts, so that only this little is kept. */
export interface Overlap {
  /** The cells of the searched answer that are its own, one past the last. */
  readonly from: number;
  readonly to: number;
  /** Something of it is said the other way round. */
  readonly contrary: boolean;
  /** Reckoned so far; see matchesOf in overlap.ts. */
  matches: Matches | undefined;
}

/**
 * Wanted words in sentences: what all comparisons of one answer have found, those of one comparison side by side, in the
 * order of the sentences, and within one in that of the wanted words. Lists of numbers, since as objects they were a
 * tenth of all that an answer leaves to be collected.
 */
export interface Cells {
  readonly sentence: number[];
  /** Index among the wanted words of the target. */
  readonly row: number[];
  /** Likeness, above 0 to 1, or below 0 where it is said the other way round. */
  readonly sim: number[];
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
  /** Wanted words of the question. */
  size: number;
  /** By wanted word and sentence: the likeness of the nearest word that stands there asserted; behind all, of the one denied. */
  nearest: Float32Array;
  /** By wanted word: the sentences that say it, or something near it, in order; undefined where none does. */
  said: (number[] | undefined)[];
  /** Weight of the different words of each sentence. */
  weights: readonly number[];
  /** Words of all sentences before each, and of all. */
  before: readonly number[];
  /** Comparisons made so far, by the place of the target. */
  overlaps: (Overlap | undefined)[];
  cells: Cells;
}

/** @param vocabulary all that is looked for in the answer must have been made ready with it before. */
export function searchable(answer: Answer, vocabulary: Vocabulary): Searchable {
  const { sentences } = answer;
  const count = sentences.length;
  const size = vocabulary.wanted.length;
  const weights: number[] = [];
  const before = [0];
  const search: Searchable = {
    answer,
    count,
    size,
    nearest: new Float32Array(2 * size * count),
    said: new Array(size).fill(undefined),
    weights,
    before,
    overlaps: new Array(vocabulary.targets).fill(undefined),
    cells: { sentence: [], row: [], sim: [] },
  };
  let words = 0;
  for (let at = 0; at < count; at++) {
    weights.push(addSentence(search, sentences[at]!, at, vocabulary));
    words += sentences[at]!.words.length;
    before.push(words);
  }
  return search;
}

/** Stems of the sentence that is being noted; one list for all, since each is done before the next begins. */
const stems: string[] = [];

/** Notes what a sentence says; gives the weight of its different words. */
function addSentence(
  search: Searchable,
  { words, denied, supposed }: Sentence,
  at: number,
  vocabulary: Vocabulary,
): number {
  const groups = groupsIn(words, vocabulary);
  let different = 0;
  let sum = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const { weight, stem } = word;
    if (weight === 0) continue;
    const polarity = supposed[index] ? SUPPOSED : denied[index] ? DENIED : ASSERTED;
    note(search, kinOf(word, vocabulary), at, polarity);
    noteCompound(search, word, at, polarity, vocabulary);
    for (let group = 0; group < groups.length; group++)
      if (covers(groups[group]!, index))
        note(search, vocabulary.byGroup.get(groups[group]!.list), at, polarity);
    if (hasStem(stem, different)) continue;
    stems[different++] = stem;
    sum += weightIn(word, vocabulary);
  }
  return sum;
}

function hasStem(stem: string, count: number): boolean {
  for (let at = 0; at < count; at++) if (stems[at] === stem) return true;
  return false;
}

/** A word and a compound are the same, whichever of them is written as one: WaitGroup, waitgroup. */
function noteCompound(
  search: Searchable,
  { text, whole }: Word,
  at: number,
  polarity: number,
  vocabulary: Vocabulary,
): void {
  if (whole === undefined && !vocabulary.hasCompounds) return;
  const { byWhole, byText } = speltIn(vocabulary);
  note(search, byWhole.get(text), at, polarity);
  if (whole === undefined) return;
  for (const kin of [byWhole.get(whole), byText.get(whole), vocabulary.byStem.get(whole)?.kin])
    note(search, kin, at, polarity);
}

/** What is only supposed neither asserts nor denies: it is noted as both. */
const [ASSERTED, DENIED, SUPPOSED] = [1, 2, 3];

function note(
  { nearest, said, count, size }: Searchable,
  kin: readonly Kin[] | undefined,
  sentence: number,
  polarity: number,
): void {
  if (kin === undefined) return;
  for (let index = 0; index < kin.length; index++) {
    const { number, sim, opposite } = kin[index]!;
    const asserted = number * count + sentence;
    const denied = asserted + size * count;
    const turned = opposite && polarity !== SUPPOSED;
    if ((polarity === SUPPOSED || (polarity === DENIED) === turned) && sim > nearest[asserted]!)
      nearest[asserted] = sim;
    if ((polarity === SUPPOSED || (polarity === DENIED) !== turned) && sim > nearest[denied]!)
      nearest[denied] = sim;
    const sentences = said[number];
    if (sentences === undefined) said[number] = [sentence];
    else if (sentences[sentences.length - 1] !== sentence) sentences.push(sentence);
  }
}

/** The likeness, 0 to 1, of the nearest word of an answer to a wanted one. */
export function nearestAnywhere(number: number, { nearest, count, size, said }: Searchable): number {
  let most = 0;
  for (const sentence of said[number] ?? []) {
    const at = number * count + sentence;
    most = Math.max(most, nearest[at]!, nearest[at + size * count]!);
  }
  return most;
}
