/** Words and phrases looked for in a text, compared by stem. */

import { gathered } from '../gathered.ts';
import { type Filter, filterOf, hashOf, hashOfTwo, mayHave } from './hash.ts';
import { stem } from './stem.ts';
import { type Word, wordsOf } from './tokens.ts';

/** A phrase, or several that mean the same. */
export type Term = string | readonly string[];

/** A phrase of a book: its stems, and the number of the list it belongs to. */
export interface Phrase {
  readonly stems: readonly string[];
  readonly list: number;
}

/** Several lists of phrases, ready to be found in one pass. */
export interface PhraseBook {
  /** By their first stem. */
  readonly byFirst: ReadonlyMap<string, readonly Phrase[]>;
  /** Of how they begin: with their first two stems, or the one that they have. Many a word is the first of some, and few go on so. */
  readonly filter: Filter;
}

/** Whether a phrase may begin at a word, with it or with its compound; at most words none does. */
function mayBegin(words: readonly Word[], at: number, { filter }: PhraseBook): boolean {
  const { whole, spelling } = words[at]!;
  if (whole !== undefined || mayHave(filter, spelling.stemHash)) return true;
  return (
    at + 1 < words.length && mayHave(filter, hashOfTwo(spelling.stemHash, words[at + 1]!.spelling.stemHash))
  );
}

function beginningHash({ stems: [first, second] }: Phrase): number {
  const hash = hashOf(first!);
  return second === undefined ? hash : hashOfTwo(hash, hashOf(second));
}

/** A book as plain data, to be kept in a file. */
export type BookData = readonly (readonly [first: string, phrases: readonly Phrase[]])[];

export const bookData = ({ byFirst }: PhraseBook): BookData => [...byFirst];
export const bookFrom = (data: BookData): PhraseBook => book(new Map(data));

const book = (byFirst: PhraseBook['byFirst']): PhraseBook => ({
  byFirst,
  filter: filterOf(gathered([...byFirst.values()], it => it.map(beginningHash))),
});

export interface Hit {
  /** Number of the list whose phrase was found. */
  list: number;
  /** Indexes of words: the first, and one past the last. */
  from: number;
  to: number;
}

/** Each element is one phrase or several that mean the same. */
export function phraseBook(lists: readonly Term[]): PhraseBook {
  const byFirst = new Map<string, Phrase[]>();
  for (const [list, phrases] of lists.entries())
    for (const phrase of typeof phrases === 'string' ? [phrases] : phrases)
      for (const stems of spellings(phrase)) {
        const beginning = byFirst.get(stems[0]!) ?? [];
        beginning.push({ stems, list });
        byFirst.set(stems[0]!, beginning);
      }
  return book(byFirst);
}

const remembered = new WeakMap<readonly Term[], PhraseBook>();

/** The book of a list that lives as long as the run, as the lists of rubrics do: made once. */
export function bookFor(terms: readonly Term[] | undefined): PhraseBook {
  if (terms === undefined) return EMPTY;
  const known = remembered.get(terms) ?? phraseBook(terms);
  remembered.set(terms, known);
  return known;
}

const EMPTY = book(new Map());

/** `sync.WaitGroup` is found as three words, as `WaitGroup` written in lower case it is one. */
function spellings(phrase: string): string[][] {
  const words = wordsOf(phrase);
  if (words.length === 0) return [];
  const parts = words.map(word => word.stem);
  const whole = words[0]!.whole;
  const isOneCompound = whole !== undefined && words.every(word => word.whole === whole);
  return isOneCompound ? [parts, [stem(whole)]] : [parts];
}

/** Every place where a phrase of the book stands, in order; of phrases that begin at one word, each list's longest. */
export function findPhrases(book: PhraseBook, words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  addPhrases(hits, book, words);
  return hits;
}

/** Adds them behind what was found before. */
export function addPhrases(hits: Hit[], book: PhraseBook, words: readonly Word[]): void {
  for (let from = 0; from < words.length; from++)
    if (mayBegin(words, from, book)) addBeginning(beginningAt(words[from]!, book), words, from, hits);
}

/** Whether any phrase of the book stands among some words. */
export function hasPhrase(book: PhraseBook, words: readonly Word[]): boolean {
  for (let from = 0; from < words.length; from++) {
    if (!mayBegin(words, from, book)) continue;
    const beginning = beginningAt(words[from]!, book);
    if (beginning?.some(it => follows(words, from, it.stems))) return true;
  }
  return false;
}

/** The phrases that begin with a word, or with the compound that it is a part of. */
const beginningAt = ({ stem, whole }: Word, { byFirst }: PhraseBook): readonly Phrase[] | undefined =>
  byFirst.get(stem) ?? (whole ? byFirst.get(whole) : undefined);

/** Adds those of some phrases that stand at a word, which is their first. */
function addBeginning(
  beginning: readonly Phrase[] | undefined,
  words: readonly Word[],
  from: number,
  hits: Hit[],
): void {
  if (!beginning) return;
  const before = hits.length;
  for (const { stems, list } of beginning) {
    if (!follows(words, from, stems)) continue;
    const to = from + stems.length;
    let at = before;
    while (at < hits.length && hits[at]!.list !== list) at++;
    if (at === hits.length) hits.push({ list, from, to });
    else if (to > hits[at]!.to) hits[at]!.to = to;
  }
}

function follows(words: readonly Word[], from: number, stems: readonly string[]): boolean {
  // A place past the end is not asked for: that alone takes longer than to compare.
  if (from + stems.length > words.length) return false;
  for (let at = 1; at < stems.length; at++) if (words[from + at]!.stem !== stems[at]) return false;
  return true;
}
