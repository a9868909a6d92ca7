/** Words and phrases looked for in a text, compared by stem. */
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
}

/** A book as plain data, to be kept in a file. */
export type BookData = readonly (readonly [first: string, phrases: readonly Phrase[]])[];

export const bookData = ({ byFirst }: PhraseBook): BookData => [...byFirst];
export const bookFrom = (data: BookData): PhraseBook => ({ byFirst: new Map(data) });

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
  return { byFirst };
}

const remembered = new WeakMap<readonly Term[], PhraseBook>();

/** The book of a list that lives as long as the run, as the lists of rubrics do: made once. */
export function bookFor(terms: readonly Term[] | undefined): PhraseBook {
  if (terms === undefined) return EMPTY;
  const known = remembered.get(terms) ?? phraseBook(terms);
  remembered.set(terms, known);
  return known;
}

const EMPTY: PhraseBook = { byFirst: new Map() };

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
export function findPhrases({ byFirst }: PhraseBook, words: readonly Word[]): Hit[] {
  const hits: Hit[] = [];
  if (byFirst.size === 0) return hits;
  for (let from = 0; from < words.length; from++) {
    const { stem, whole } = words[from]!;
    addPhrases(byFirst.get(stem) ?? (whole ? byFirst.get(whole) : undefined), words, from, hits);
  }
  return hits;
}

/** Whether any phrase of the book stands among some words. */
export function hasPhrase({ byFirst }: PhraseBook, words: readonly Word[]): boolean {
  return words.some(({ stem, whole }, from) => {
    const beginning = byFirst.get(stem) ?? (whole ? byFirst.get(whole) : undefined);
    return beginning?.some(it => follows(words, from, it.stems)) ?? false;
  });
}

/** Those of some phrases that stand at a word, which is their first, behind what was found before. */
export function addPhrases(
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
    const same = hits.findIndex((it, at) => at >= before && it.list === list);
    if (same < 0) hits.push({ list, from, to });
    else if (to > hits[same]!.to) hits[same] = { list, from, to };
  }
}

function follows(words: readonly Word[], from: number, stems: readonly string[]): boolean {
  // A place past the end is not asked for: that alone takes longer than to compare.
  if (from + stems.length > words.length) return false;
  for (let at = 1; at < stems.length; at++) if (words[from + at]!.stem !== stems[at]) return false;
  return true;
}
