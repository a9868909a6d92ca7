/** The words that a question's texts look for, numbered, and which of them a word of an answer stands for. */
import type { Aliases } from '../../model/content.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { addPhrases, type Hit, type Phrase, type PhraseBook, phraseBook } from './phrases.ts';
import { byRelation, byVector, placeIn, slip } from './similarity.ts';
import type { Word } from './tokens.ts';

/** A wanted word that another word stands for, by number. */
export interface Kin {
  readonly number: number;
  /** 0 to 1. */
  readonly sim: number;
  /** The one is the opposite of the other. */
  readonly opposite: boolean;
}

/** What a stem is to a question. */
export interface Known {
  readonly stem: string;
  /** The wanted words that it stands for, beside its compounds and aliases; looked for when a word with meaning asks. */
  kin: readonly Kin[] | undefined;
  /** The phrases of the aliases, and of the lexicon's terms, that begin with it. */
  readonly aliases: readonly Phrase[] | undefined;
  readonly terms: readonly Phrase[] | undefined;
}

export interface Vocabulary {
  readonly lexicon: Lexicon;
  /** Groups of words and phrases that mean the same, from the content. */
  readonly aliases: PhraseBook;
  readonly numbers: Map<string, number>;
  /** By number: the stem, and its place in the lexicon (-1 when it has no vector). */
  readonly stems: string[];
  readonly places: number[];
  /** Numbers by stem, by written word, by the whole of a compound, and by group of aliases. */
  readonly byStem: Map<string, number[]>;
  /** And by the first letter of the stem: no slip of the keyboard is looked for elsewhere. */
  readonly byLetter: Map<string, number[]>;
  readonly byText: Map<string, number[]>;
  readonly byWhole: Map<string, number[]>;
  readonly byGroup: Map<number, number[]>;
  /** What was found so far by stem: answers to one question share most of their words. */
  readonly known: Map<string, Known>;
}

export function vocabularyOf(aliases: Aliases, lexicon: Lexicon): Vocabulary {
  return {
    lexicon,
    aliases: phraseBook(Object.entries(aliases).map(([term, others]) => [term, ...others])),
    numbers: new Map(),
    stems: [],
    places: [],
    byStem: new Map(),
    byLetter: new Map(),
    byText: new Map(),
    byWhole: new Map(),
    byGroup: new Map(),
    known: new Map(),
  };
}

const NO_GROUPS: readonly number[] = [];

/**
 * The groups of aliases that each word stands in: those of the content are numbered from 0 upwards, those of the lexicon
 * from -1 downwards.
 */
export function groupsIn(
  words: readonly Word[],
  vocabulary: Vocabulary,
  known: readonly Known[] = knownIn(words, vocabulary),
): (readonly number[])[] {
  const groups: (readonly number[])[] = [];
  const own: Hit[] = [];
  const trade: Hit[] = [];
  for (let at = 0; at < words.length; at++) {
    groups.push(NO_GROUPS);
    const { aliases, terms } = known[at]!;
    const { whole } = words[at]!;
    const named = whole === undefined ? undefined : knownOf(whole, vocabulary);
    addPhrases(aliases ?? named?.aliases, words, at, own);
    addPhrases(terms ?? named?.terms, words, at, trade);
  }
  for (const hit of own) note(groups, hit.list, hit);
  for (const hit of trade) note(groups, -1 - hit.list, hit);
  return groups;
}

function note(groups: (readonly number[])[], group: number, { from, to }: Hit): void {
  for (let at = from; at < to; at++) groups[at] = [...groups[at]!, group];
}

/** The number of a wanted word: the same for words that the same words stand for, from 0 upwards. */
export function numberOf(word: Word, groups: readonly number[], vocabulary: Vocabulary): number {
  const key = `${word.stem} ${word.whole ?? ''} ${groups.join(' ')}`;
  const known = vocabulary.numbers.get(key);
  if (known !== undefined) return known;
  const number = vocabulary.numbers.size;
  vocabulary.numbers.set(key, number);
  vocabulary.stems.push(word.stem);
  vocabulary.places.push(placeIn(vocabulary.lexicon, word.stem));
  vocabulary.known.clear();
  push(vocabulary.byStem, word.stem, number);
  push(vocabulary.byLetter, word.stem[0]!, number);
  push(vocabulary.byText, word.text, number);
  if (word.whole !== undefined) push(vocabulary.byWhole, word.whole, number);
  for (const group of groups) push(vocabulary.byGroup, group, number);
  return number;
}

function push<K>(map: Map<K, number[]>, key: K, value: number): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Words of answers remembered for a question; the memory is dropped rather than grown beyond it. */
const REMEMBERED = 20_000;

/** Likeness below which a word does not stand for another. */
const LEAST = 0.1;

/** What each of some words is to a question, by its stem. */
export const knownIn = (words: readonly Word[], vocabulary: Vocabulary): Known[] =>
  words.map(it => knownOf(it.stem, vocabulary));

function knownOf(stem: string, vocabulary: Vocabulary): Known {
  const found = vocabulary.known.get(stem);
  if (found) return found;
  const { known, aliases, lexicon } = vocabulary;
  if (known.size >= REMEMBERED) known.clear();
  const made: Known = {
    stem,
    kin: undefined,
    aliases: aliases.byFirst.get(stem),
    terms: lexicon.terms.byFirst.get(stem),
  };
  known.set(stem, made);
  return made;
}

/** The wanted words that a stem stands for, beside its compounds and aliases. */
export function kinOf(known: Known, vocabulary: Vocabulary): readonly Kin[] {
  known.kin ??= [...sameOrRelated(known.stem, vocabulary), ...alike(known.stem, vocabulary)];
  return known.kin;
}

function sameOrRelated(stem: string, { byStem, lexicon }: Vocabulary): Kin[] {
  const kin: Kin[] = [];
  for (const number of byStem.get(stem) ?? []) kin.push({ number, sim: 1, opposite: false });
  for (const { stem: other, relation } of lexicon.related(stem))
    for (const number of byStem.get(other) ?? []) kin.push({ number, ...byRelation(relation) });
  return kin;
}

/** By spelling, or by vector. */
function alike(stem: string, { byStem, byLetter, lexicon, stems, places }: Vocabulary): Kin[] {
  const kin: Kin[] = [];
  // A word that is wanted itself is no other one mistyped, nor meant for one that is merely near.
  if (byStem.has(stem)) return kin;
  for (const number of byLetter.get(stem[0]!) ?? []) {
    const sim = slip(stem, stems[number]!);
    if (sim >= LEAST) kin.push({ number, sim, opposite: false });
  }
  const place = placeIn(lexicon, stem);
  if (place < 0) return kin;
  const cosines = lexicon.cosines(place, places);
  for (let number = 0; number < places.length; number++) {
    const sim = cosines[number]! > 0 ? byVector(cosines[number]!) : 0;
    if (sim >= LEAST) kin.push({ number, sim, opposite: false });
  }
  return kin;
}

/** What a word of the trade is worth as another of its group; those of the content are the author's word for it. */
const SAME_TERM = 0.9;

const NO_KIN: readonly Kin[] = [];

/** The wanted words that a word stands for as a compound, or in a phrase of the place where it stands. */
export function standsFor(word: Word, groups: readonly number[], vocabulary: Vocabulary): readonly Kin[] {
  const { byStem, byText, byWhole, byGroup } = vocabulary;
  if (word.whole === undefined && groups.length === 0 && !byWhole.has(word.text)) return NO_KIN;
  const kin: Kin[] = [];
  const add = (numbers: readonly number[] | undefined, sim: number) => {
    for (const number of numbers ?? []) kin.push({ number, sim, opposite: false });
  };
  add(byWhole.get(word.text), 1);
  if (word.whole !== undefined) for (const by of [byWhole, byText, byStem]) add(by.get(word.whole), 1);
  for (const group of groups) add(byGroup.get(group), group < 0 ? SAME_TERM : 1);
  return kin;
}
