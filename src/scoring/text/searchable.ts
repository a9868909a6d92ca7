/** A reference text ready to be looked for, an answer ready to be searched, and partners for a word in it. */
import { type Answer, parse } from './answer.ts';
import { type Meant, meaningsOf, similarity, type Tables } from './similarity.ts';
import type { Word } from './tokens.ts';

/** How much a word counts, 0 to 1; a question's own words count little. */
export type Weigh = (word: Word) => number;

export interface Wanted extends Meant {
  /** The same for words of one question that find the same partners, from 0. */
  number: number;
  weight: number;
  denied: boolean;
}

/** A reference text, ready to be looked for. */
export interface Target {
  text: string;
  wanted: readonly Wanted[];
  /** Sum of the weights. */
  total: number;
  /** How many words tell it from other texts. */
  telling: number;
}

/** A word that is in so many texts of the question that it weighs less tells none of them from another. */
const TELLING = 0.4;

/** Whether a word tells its text from others: neither common in any talk about work nor shared by the whole question. */
export function isTelling({ word, weight }: Wanted): boolean {
  return word.weight === 1 && weight >= TELLING;
}

interface Place {
  sentence: number;
  denied: boolean;
}

interface Entry extends Meant {
  places: Place[];
}

/** An answer, ready to be searched. */
export interface Searchable {
  answer: Answer;
  /** Different words, by stem. */
  entries: ReadonlyMap<string, Entry>;
  /** The same by the whole of a compound, and by group of aliases. */
  byWhole: ReadonlyMap<string, readonly Entry[]>;
  byGroup: ReadonlyMap<number, readonly Entry[]>;
  /** The same by first letter, where alone a misspelt word is looked for. */
  byInitial: ReadonlyMap<string, readonly Entry[]>;
  /** Weight of the different words of each sentence. */
  weights: readonly number[];
  /** Partners found so far, by number of the word that looked for them: points share most of their words. */
  found: (readonly Partner[] | undefined)[];
  /** The same for whole texts: points are looked at once for what covers them and once for what denies them. */
  grids: Map<Target, Grid>;
}

/** Similarity of each wanted word to each sentence, row by row, and whether the polarity differs there. */
export interface Grid {
  sims: Float64Array;
  opposite: Uint8Array;
}

export type Partner = readonly [entry: Entry, similarity: number];

export function targetOf(text: string, weigh: Weigh, tables: Tables): Target {
  const wanted = new Map<string, Wanted>();
  for (const sentence of parse(text).sentences)
    for (const [index, meant] of meaningsOf(sentence.words, tables).entries()) {
      const weight = weigh(meant.word);
      if (weight === 0 || wanted.has(meant.word.stem)) continue;
      wanted.set(meant.word.stem, {
        ...meant,
        number: numberOf(meant, tables),
        weight,
        denied: sentence.denied[index]!,
      });
    }
  const all = [...wanted.values()];
  const total = all.reduce((sum, it) => sum + it.weight, 0);
  return { text, wanted: all, total, telling: all.filter(isTelling).length };
}

export function searchable(answer: Answer, weigh: Weigh, tables: Tables): Searchable {
  const entries = new Map<string, Entry>();
  const byWhole = new Map<string, Entry[]>();
  const byGroup = new Map<number, Entry[]>();
  // A word stands in a group only where it stands in one of its phrases: so each group has entries of its own.
  const addToGroups = (meant: Meant, place: Place) => {
    for (const group of meant.groups) {
      const entry = byGroup.get(group)?.find(it => it.word.stem === meant.word.stem);
      if (!entry) push(byGroup, group, { ...meant, places: [place] });
      else if (entry.places.at(-1)!.sentence !== place.sentence) entry.places.push(place);
    }
  };
  const byInitial = new Map<string, Entry[]>();
  const weights = answer.sentences.map((sentence, number) => {
    let sum = 0;
    for (const [index, meant] of meaningsOf(sentence.words, tables).entries()) {
      const { word } = meant;
      if (word.weight === 0) continue;
      let entry = entries.get(word.stem);
      if (!entry) {
        entry = { ...meant, places: [] };
        entries.set(word.stem, entry);
        if (word.whole !== undefined) push(byWhole, word.whole, entry);
        push(byInitial, word.stem[0]!, entry);
      }
      addToGroups(meant, { sentence: number, denied: sentence.denied[index]! });
      if (entry.places.at(-1)?.sentence === number) continue;
      entry.places.push({ sentence: number, denied: sentence.denied[index]! });
      sum += weigh(word);
    }
    return sum;
  });
  return { answer, entries, byWhole, byGroup, byInitial, weights, found: [], grids: new Map() };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Numbers instead of strings, because every answer looks for every word of its question. */
function numberOf({ word, groups }: Meant, { vocabulary }: Tables): number {
  const key = `${word.stem} ${word.whole ?? ''} ${groups.join(' ')}`;
  const number = vocabulary.get(key) ?? vocabulary.size;
  vocabulary.set(key, number);
  return number;
}

/** The words of an answer that mean what a wanted word means, and how nearly. */
export function partnersOf(it: Wanted, within: Searchable): readonly Partner[] {
  const partners = within.found[it.number] ?? lookFor(it, within);
  within.found[it.number] = partners;
  return partners;
}

const SAME = 1;

/** The same word and its aliases wherever they stand; only a word found nowhere is looked for among the rest. */
function lookFor(it: Wanted, within: Searchable): readonly Partner[] {
  const { stem, text, whole } = it.word;
  const partners: Partner[] = [];
  const add = (entry: Entry | undefined) => entry && partners.push([entry, SAME]);
  add(within.entries.get(stem));
  if (whole !== undefined) add(within.entries.get(whole));
  within.byWhole.get(whole ?? text)?.forEach(add);
  for (const group of it.groups) within.byGroup.get(group)?.forEach(add);
  if (partners.length > 0) return partners;
  for (const entry of within.byInitial.get(stem[0]!) ?? []) {
    const sim = similarity(it, entry);
    if (sim > 0) partners.push([entry, sim]);
  }
  return partners;
}
