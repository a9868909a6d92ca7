/** The words that a question's texts look for, numbered, and which of them a word of an answer stands for. */
import type { Aliases } from '../../model/content.ts';
import type { Lexicon } from '../lexicon/lexicon.ts';
import { addPhrases, type Hit, type PhraseBook, phraseBook } from './phrases.ts';
import { byRelation, byVector, COSINE_FROM, placeIn, SHORTEST_TYPO, slip } from './similarity.ts';
import type { Word } from './tokens.ts';
import type { Spelling } from './traits.ts';

/** A wanted word that another word stands for, by number. */
export interface Kin {
  readonly number: number;
  /** 0 to 1. */
  readonly sim: number;
  /** The one is the opposite of the other. */
  readonly opposite: boolean;
}

/** What a stem is to a question; of nearly all stems that is nothing, and for these there is one object. */
export interface Known {
  /** What a word with this stem weighs more or less in the question than by itself: 0 to 1. */
  readonly factor: number;
  /** The wanted words that it stands for, beside its compounds and aliases; undefined until a word with meaning asks. */
  readonly kin: readonly Kin[] | undefined;
}

export interface Vocabulary {
  readonly lexicon: Lexicon;
  /** Groups of words and phrases that mean the same, from the content. */
  readonly aliases: PhraseBook;
  /** By stem, where a word weighs less in the question than by itself. */
  readonly factors: ReadonlyMap<string, number>;
  /** By number: a word that is wanted, the place of its stem in the lexicon (-1 when it has no vector), and its first letter. */
  readonly wanted: Word[];
  readonly places: number[];
  readonly firsts: number[];
  /** Targets that look for its words. */
  targets: number;
  /** Wanted words by stem, and by group of aliases. */
  readonly byStem: Map<string, Stem>;
  readonly byGroup: Map<number, Kin[]>;
  /** Whether any wanted word is a part of a compound. */
  hasCompounds: boolean;
  /** Made when the first compound is looked at, or looked for. */
  spelt: Spelt | undefined;
  /** What was found so far by stem: answers to one question share most of their words. */
  readonly known: Map<string, Known>;
  /** Another whenever what is known changes: what spellings remember of it must not be taken for the new. */
  edition: number;
  /** Kin were looked for: they are no longer all, once another word is wanted. */
  hasKin: boolean;
}

/** The wanted words of one stem. */
interface Stem {
  readonly kin: Kin[];
  /** The number of the word without compound or alias, -1 where there is none. */
  plain: number;
  /** By compound and groups, the numbers of the others. */
  special: Map<string, number> | undefined;
  /** The target that has it last, so that each wants it once. */
  wantedBy: number;
}

/** Wanted words by what is written, and by the whole of a compound. */
interface Spelt {
  readonly byText: ReadonlyMap<string, readonly Kin[]>;
  readonly byWhole: ReadonlyMap<string, readonly Kin[]>;
}

/** Editions of all vocabularies so far. */
let editions = 0;

/** @param factors by stem, what a word weighs more or less than by itself. */
export function vocabularyOf(
  aliases: Aliases,
  lexicon: Lexicon,
  factors: ReadonlyMap<string, number> = new Map(),
): Vocabulary {
  return {
    lexicon,
    aliases: bookOf(aliases),
    factors,
    wanted: [],
    places: [],
    firsts: [],
    targets: 0,
    byStem: new Map(),
    byGroup: new Map(),
    hasCompounds: false,
    spelt: undefined,
    known: new Map(),
    edition: ++editions,
    hasKin: false,
  };
}

const books = new WeakMap<Aliases, PhraseBook>();

/** The aliases of a bank are those of all its questions. */
function bookOf(aliases: Aliases): PhraseBook {
  const known = books.get(aliases);
  if (known) return known;
  const made = phraseBook(Object.entries(aliases).map(([term, others]) => [term, ...others]));
  books.set(aliases, made);
  return made;
}

/**
 * Where groups of aliases stand among some words, as hits whose list is the group: those of the content, numbered from 0
 * upwards, then those of the lexicon, from -1 downwards.
 */
export function groupsIn(words: readonly Word[], vocabulary: Vocabulary): readonly Hit[] {
  const { aliases } = vocabulary;
  const groups: Hit[] = [];
  if (aliases.byFirst.size > 0) addPhrases(groups, aliases, words);
  const own = groups.length;
  addPhrases(groups, vocabulary.lexicon.terms, words);
  for (let at = own; at < groups.length; at++) groups[at]!.list = -1 - groups[at]!.list;
  return groups;
}

const NO_GROUPS: readonly number[] = [];

/** The groups that a word stands in. */
export function groupsAt(at: number, groups: readonly Hit[]): readonly number[] {
  if (groups.length === 0 || !groups.some(it => covers(it, at))) return NO_GROUPS;
  return groups.filter(it => covers(it, at)).map(it => it.list);
}

export const covers = ({ from, to }: Hit, at: number): boolean => from <= at && at < to;

/** What a word of the trade is worth as another of its group; those of the content are the author's word for it. */
const SAME_TERM = 0.9;

/** The wanted words of a stem, before the first is known. */
export function stemIn(stem: string, { byStem }: Vocabulary): Stem {
  const known = byStem.get(stem);
  if (known) return known;
  const made: Stem = { kin: [], plain: -1, special: undefined, wantedBy: -1 };
  byStem.set(stem, made);
  return made;
}

/** The number of a wanted word: the same for words that the same words stand for, from 0 upwards. */
export function numberOf(word: Word, own: Stem, groups: readonly number[], vocabulary: Vocabulary): number {
  if (word.whole === undefined && groups.length === 0) {
    if (own.plain < 0) own.plain = want(word, own, groups, vocabulary);
    return own.plain;
  }
  own.special ??= new Map();
  const key = `${word.whole ?? ''} ${groups.join(' ')}`;
  const known = own.special.get(key);
  if (known !== undefined) return known;
  const number = want(word, own, groups, vocabulary);
  own.special.set(key, number);
  return number;
}

function want(word: Word, own: Stem, groups: readonly number[], vocabulary: Vocabulary): number {
  const number = vocabulary.wanted.length;
  vocabulary.wanted.push(word);
  vocabulary.places.push(placeIn(vocabulary.lexicon, word.stem));
  vocabulary.firsts.push(word.stem.charCodeAt(0));
  if (vocabulary.hasKin) {
    vocabulary.known.clear();
    vocabulary.edition = ++editions;
  }
  vocabulary.hasKin = false;
  vocabulary.spelt = undefined;
  if (word.whole !== undefined) vocabulary.hasCompounds = true;
  const itself: Kin = { number, sim: 1, opposite: false };
  own.kin.push(itself);
  for (const group of groups)
    push(vocabulary.byGroup, group, group < 0 ? { number, sim: SAME_TERM, opposite: false } : itself);
  return number;
}

export function speltIn(vocabulary: Vocabulary): Spelt {
  vocabulary.spelt ??= speltBy(vocabulary.wanted);
  return vocabulary.spelt;
}

function speltBy(wanted: readonly Word[]): Spelt {
  const byText = new Map<string, Kin[]>();
  const byWhole = new Map<string, Kin[]>();
  for (const [number, { text, whole }] of wanted.entries()) {
    const itself: Kin = { number, sim: 1, opposite: false };
    push(byText, text, itself);
    if (whole !== undefined) push(byWhole, whole, itself);
  }
  return { byText, byWhole };
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Stems remembered for a question; the memory is dropped rather than grown beyond it, for there may be many questions. */
const REMEMBERED = 5_000;

const UNASKED: Known = { factor: 1, kin: undefined };
const NOTHING: Known = { factor: 1, kin: [] };

/** Likeness below which a word does not stand for another. */
const LEAST = 0.1;

/** What a word is to a question, by its stem; its spelling remembers it until another question asks. */
function knownOf({ spelling }: Word, vocabulary: Vocabulary): Known {
  if (spelling.edition === vocabulary.edition) return spelling.known as Known;
  return noted(spelling, knownStem(spelling.stem, vocabulary), vocabulary);
}

function noted(spelling: Spelling, known: Known, { edition }: Vocabulary): Known {
  spelling.edition = edition;
  spelling.known = known;
  return known;
}

/** How much a word counts in the question, 0 to 1: the question's own words, and those of all its texts, count little. */
export const weightIn = (word: Word, vocabulary: Vocabulary): number =>
  word.weight * knownOf(word, vocabulary).factor;

function knownStem(stem: string, vocabulary: Vocabulary): Known {
  const found = vocabulary.known.get(stem);
  if (found) return found;
  const factor = vocabulary.factors.get(stem) ?? 1;
  return remember(stem, factor === 1 ? UNASKED : { factor, kin: undefined }, vocabulary);
}

function remember(stem: string, made: Known, { known }: Vocabulary): Known {
  if (known.size >= REMEMBERED) known.clear();
  known.set(stem, made);
  return made;
}

/** The wanted words that a word stands for, beside its compounds and aliases. */
export function kinOf(word: Word, vocabulary: Vocabulary): readonly Kin[] {
  return knownOf(word, vocabulary).kin ?? kinAnew(word.spelling, vocabulary);
}

function kinAnew(spelling: Spelling, vocabulary: Vocabulary): readonly Kin[] {
  const { stem } = spelling;
  let known = knownStem(stem, vocabulary);
  // Another spelling of the stem may have asked.
  if (known.kin === undefined) {
    vocabulary.hasKin = true;
    const kin: Kin[] = [];
    addRelated(kin, stem, vocabulary);
    addAlike(kin, stem, vocabulary);
    const { factor } = known;
    const isNothing = kin.length === 0 && factor === 1;
    known = remember(stem, isNothing ? NOTHING : { factor, kin }, vocabulary);
  }
  return noted(spelling, known, vocabulary).kin!;
}

/** Adds the wanted words of the same stem, and of stems that are related to it. */
function addRelated(kin: Kin[], stem: string, { byStem, lexicon }: Vocabulary): void {
  const same = byStem.get(stem);
  if (same) for (const it of same.kin) kin.push(it);
  for (const { stem: other, relation } of lexicon.related(stem)) {
    const wanted = byStem.get(other);
    if (wanted === undefined) continue;
    const { sim, opposite } = byRelation(relation);
    for (const { number } of wanted.kin) kin.push({ number, sim, opposite });
  }
}

/** Adds the wanted words that are near by spelling, and then those by vector. */
function addAlike(kin: Kin[], stem: string, { byStem, lexicon, wanted, places, firsts }: Vocabulary): void {
  // A word that is wanted itself is no other one mistyped, nor meant for one that is merely near.
  if (byStem.has(stem)) return;
  const first = stem.charCodeAt(0);
  if (stem.length >= SHORTEST_TYPO)
    for (let number = 0; number < wanted.length; number++) {
      if (firsts[number] !== first) continue;
      const sim = slip(stem, wanted[number]!.stem);
      if (sim >= LEAST) kin.push({ number, sim, opposite: false });
    }
  const place = placeIn(lexicon, stem);
  if (place < 0) return;
  for (const { at: number, cosine } of lexicon.near(place, places, COSINE_FROM)) {
    const sim = byVector(cosine);
    if (sim >= LEAST) kin.push({ number, sim, opposite: false });
  }
}
