/** The words that a question's texts look for, numbered, and which of them a word of an answer stands for. */
import type { Aliases } from '../../model/content.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { findPhrases, type PhraseBook, phraseBook } from './phrases.ts';
import { byFormOrVector, byRelation, type Looked, lookUp } from './similarity.ts';
import type { Word } from './tokens.ts';

/** A word with the groups of aliases that it, or a phrase that it belongs to, stands in. */
export interface Meant {
  readonly word: Word;
  readonly groups: readonly number[];
}

/** A wanted word that another word stands for, by number. */
export interface Kin {
  readonly number: number;
  /** 0 to 1. */
  readonly sim: number;
  /** The one is the opposite of the other. */
  readonly opposite: boolean;
}

export interface Vocabulary {
  readonly lexicon: Lexicon;
  /** Groups of words and phrases that mean the same, from the content. */
  readonly aliases: PhraseBook;
  readonly numbers: Map<string, number>;
  readonly looked: Looked[];
  /** Numbers by stem, by written word, by the whole of a compound, and by group of aliases. */
  readonly byStem: Map<string, number[]>;
  readonly byText: Map<string, number[]>;
  readonly byWhole: Map<string, number[]>;
  readonly byGroup: Map<number, number[]>;
  /** Kin found so far by stem: answers to one question share most of their words. */
  readonly kin: Map<string, readonly Kin[]>;
}

export function vocabularyOf(aliases: Aliases, lexicon: Lexicon): Vocabulary {
  return {
    lexicon,
    aliases: phraseBook(Object.entries(aliases).map(([term, others]) => [term, ...others])),
    numbers: new Map(),
    looked: [],
    byStem: new Map(),
    byText: new Map(),
    byWhole: new Map(),
    byGroup: new Map(),
    kin: new Map(),
  };
}

const NO_GROUPS: readonly number[] = [];

/** Groups of the content are numbered from 0 upwards, those of the lexicon from -1 downwards. */
export function meaningsOf(words: readonly Word[], { aliases, lexicon }: Vocabulary): Meant[] {
  const groups = new Map<number, number[]>();
  const note = (group: number, from: number, to: number) => {
    for (let at = from; at < to; at++) {
      const list = groups.get(at);
      if (list) list.push(group);
      else groups.set(at, [group]);
    }
  };
  for (const { list, from, to } of findPhrases(aliases, words)) note(list, from, to);
  for (const { list, from, to } of findPhrases(lexicon.terms, words)) note(-1 - list, from, to);
  return words.map((word, index) => ({ word, groups: groups.get(index) ?? NO_GROUPS }));
}

/** The number of a wanted word: the same for words that the same words stand for, from 0 upwards. */
export function numberOf({ word, groups }: Meant, vocabulary: Vocabulary): number {
  const key = `${word.stem} ${word.whole ?? ''} ${groups.join(' ')}`;
  const known = vocabulary.numbers.get(key);
  if (known !== undefined) return known;
  const number = vocabulary.numbers.size;
  vocabulary.numbers.set(key, number);
  vocabulary.looked.push(lookUp(word.stem, vocabulary.lexicon));
  vocabulary.kin.clear();
  push(vocabulary.byStem, word.stem, number);
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

/** The wanted words that a stem stands for, beside its compounds and aliases. */
export function kinOf(stem: string, vocabulary: Vocabulary): readonly Kin[] {
  const known = vocabulary.kin.get(stem);
  if (known) return known;
  if (vocabulary.kin.size >= REMEMBERED) vocabulary.kin.clear();
  const kin: Kin[] = [];
  for (const number of vocabulary.byStem.get(stem) ?? []) kin.push({ number, sim: 1, opposite: false });
  const it = lookUp(stem, vocabulary.lexicon);
  for (const [other, relation] of it.related)
    for (const number of vocabulary.byStem.get(other) ?? []) kin.push({ number, ...byRelation(relation) });
  // A word that is wanted itself is no other one mistyped, nor meant for one that is merely near.
  if (!vocabulary.byStem.has(stem))
    for (const [number, wanted] of vocabulary.looked.entries()) {
      const sim = byFormOrVector(it, wanted, vocabulary.lexicon);
      if (sim >= LEAST) kin.push({ number, sim, opposite: false });
    }
  vocabulary.kin.set(stem, kin);
  return kin;
}

/** What a word of the trade is worth as another of its group; those of the content are the author's word for it. */
const SAME_TERM = 0.9;

/** The wanted words that a word stands for as a compound, or in a phrase of the place where it stands. */
export function standsFor({ word, groups }: Meant, vocabulary: Vocabulary): Kin[] {
  const { byStem, byText, byWhole, byGroup } = vocabulary;
  const kin: Kin[] = [];
  const add = (numbers: readonly number[] | undefined, sim: number) => {
    for (const number of numbers ?? []) kin.push({ number, sim, opposite: false });
  };
  add(byWhole.get(word.text), 1);
  if (word.whole !== undefined) for (const by of [byWhole, byText, byStem]) add(by.get(word.whole), 1);
  for (const group of groups) add(byGroup.get(group), group < 0 ? SAME_TERM : 1);
  return kin;
}
