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

/** What a stem is to a question; of nearly all stems that is nothing, and for these there is one object. */
export interface Known {
  /** The wanted words that it stands for, beside its compounds and aliases; undefined until a word with meaning asks. */
  readonly kin: readonly Kin[] | undefined;
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
  /** Wanted words by stem, by written word, by the whole of a compound, and by group of aliases. */
  readonly byStem: Map<string, Kin[]>;
  readonly byText: Map<string, Kin[]>;
  readonly byWhole: Map<string, Kin[]>;
  readonly byGroup: Map<number, Kin[]>;
  /** Numbers by the first letter of the stem: no slip of the keyboard is looked for elsewhere. */
  readonly byLetter: Map<string, number[]>;
  /** What was found so far by stem: answers to one question share most of their words. */
  readonly known: Map<string, Known>;
  /** Kin were looked for: they are no longer all, once another word is wanted. */
  hasKin: boolean;
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
    hasKin: false,
  };
}

/**
 * Where groups of aliases stand among some words, as hits whose list is the group: those of the content, numbered from 0
 * upwards, then those of the lexicon, from -1 downwards.
 */
export function groupsIn(words: readonly Word[], known: readonly Known[], vocabulary: Vocabulary): Hit[] {
  const groups: Hit[] = [];
  const named = (whole: string | undefined) => (whole === undefined ? undefined : knownOf(whole, vocabulary));
  // Nearly no word begins a phrase, and few sentences have one that does.
  const first = firstOf(words, known);
  for (let at = first; at < words.length; at++)
    addPhrases(known[at]!.aliases ?? named(words[at]!.whole)?.aliases, words, at, groups);
  const own = groups.length;
  for (let at = first; at < words.length; at++)
    addPhrases(known[at]!.terms ?? named(words[at]!.whole)?.terms, words, at, groups);
  for (let at = own; at < groups.length; at++) groups[at]!.list = -1 - groups[at]!.list;
  return groups;
}

/** The first word that may begin a phrase, or the number of words. */
function firstOf(words: readonly Word[], known: readonly Known[]): number {
  let at = 0;
  while (at < words.length && isPlain(known[at]!, words[at]!)) at++;
  return at;
}

const isPlain = (known: Known, { whole }: Word) =>
  whole === undefined && (known === NOTHING || known === UNASKED);

const NO_GROUPS: readonly number[] = [];

/** The groups that a word stands in. */
export function groupsAt(at: number, groups: readonly Hit[]): readonly number[] {
  if (!groups.some(it => covers(it, at))) return NO_GROUPS;
  return groups.filter(it => covers(it, at)).map(it => it.list);
}

export const covers = ({ from, to }: Hit, at: number): boolean => from <= at && at < to;

/** What a word of the trade is worth as another of its group; those of the content are the author's word for it. */
const SAME_TERM = 0.9;

/** The number of a wanted word: the same for words that the same words stand for, from 0 upwards. */
export function numberOf(word: Word, groups: readonly number[], vocabulary: Vocabulary): number {
  const isPlain = word.whole === undefined && groups.length === 0;
  const key = isPlain ? word.stem : `${word.stem} ${word.whole ?? ''} ${groups.join(' ')}`;
  const known = vocabulary.numbers.get(key);
  if (known !== undefined) return known;
  const number = vocabulary.numbers.size;
  vocabulary.numbers.set(key, number);
  vocabulary.stems.push(word.stem);
  vocabulary.places.push(placeIn(vocabulary.lexicon, word.stem));
  if (vocabulary.hasKin) vocabulary.known.clear();
  vocabulary.hasKin = false;
  const itself: Kin = { number, sim: 1, opposite: false };
  push(vocabulary.byStem, word.stem, itself);
  push(vocabulary.byLetter, word.stem[0]!, number);
  push(vocabulary.byText, word.text, itself);
  if (word.whole !== undefined) push(vocabulary.byWhole, word.whole, itself);
  for (const group of groups)
    push(vocabulary.byGroup, group, group < 0 ? { number, sim: SAME_TERM, opposite: false } : itself);
  return number;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Stems remembered for a question; the memory is dropped rather than grown beyond it, for there may be many questions. */
const REMEMBERED = 5_000;

const UNASKED: Known = { kin: undefined, aliases: undefined, terms: undefined };
const NOTHING: Known = { kin: [], aliases: undefined, terms: undefined };

/** Likeness below which a word does not stand for another. */
const LEAST = 0.1;

/** What each of some words is to a question, by its stem. */
export const knownIn = (words: readonly Word[], vocabulary: Vocabulary): Known[] =>
  words.map(it => knownOf(it.stem, vocabulary));

function knownOf(stem: string, vocabulary: Vocabulary): Known {
  const found = vocabulary.known.get(stem);
  if (found) return found;
  const aliases = vocabulary.aliases.byFirst.get(stem);
  const terms = vocabulary.lexicon.terms.byFirst.get(stem);
  return remember(stem, aliases || terms ? { kin: undefined, aliases, terms } : UNASKED, vocabulary);
}

function remember(stem: string, made: Known, { known }: Vocabulary): Known {
  if (known.size >= REMEMBERED) known.clear();
  known.set(stem, made);
  return made;
}

/** The wanted words that a stem stands for, beside its compounds and aliases. @param known what is known of it. */
export function kinOf(stem: string, known: Known, vocabulary: Vocabulary): readonly Kin[] {
  if (known.kin) return known.kin;
  vocabulary.hasKin = true;
  const kin = [...sameOrRelated(stem, vocabulary), ...alike(stem, vocabulary)];
  const { aliases, terms } = known;
  remember(stem, kin.length > 0 || aliases || terms ? { kin, aliases, terms } : NOTHING, vocabulary);
  return kin;
}

function sameOrRelated(stem: string, { byStem, lexicon }: Vocabulary): Kin[] {
  const kin = [...(byStem.get(stem) ?? [])];
  for (const { stem: other, relation } of lexicon.related(stem))
    for (const { number } of byStem.get(other) ?? []) {
      const { sim, opposite } = byRelation(relation);
      kin.push({ number, sim, opposite });
    }
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
