/** How near two words are in meaning: the one place where tables of knowledge about words come in. */
import type { Aliases } from '../../model/content.ts';
import { findPhrases, type PhraseBook, phraseBook } from './phrases.ts';
import type { Word } from './tokens.ts';

/** What is known about words beside their letters. Word vectors and relations will be further fields. */
export interface Tables {
  /** Groups of words and phrases that mean the same, from the content. */
  readonly aliases: PhraseBook;
  /** Numbers of the words that are looked for, given out as they come (searchable.ts). */
  readonly vocabulary: Map<string, number>;
}

export function tablesOf(aliases: Aliases): Tables {
  return {
    aliases: phraseBook(Object.entries(aliases).map(([term, others]) => [term, ...others])),
    vocabulary: new Map(),
  };
}

/** A word with the groups of aliases that it, or a phrase that it belongs to, stands in. */
export interface Meant {
  readonly word: Word;
  readonly groups: readonly number[];
}

const NO_GROUPS: readonly number[] = [];

export function meaningsOf(words: readonly Word[], tables: Tables): Meant[] {
  const groups = new Map<number, number[]>();
  for (const { list, from, to } of findPhrases(tables.aliases, words))
    for (let at = from; at < to; at++) groups.set(at, [...(groups.get(at) ?? []), list]);
  return words.map((word, index) => ({ word, groups: groups.get(index) ?? NO_GROUPS }));
}

const ALIAS = 1;
const TYPO = 0.7;

/** Dice coefficient from which two spellings are taken for one word, and the length below which none is. */
const LIKELY_TYPO = 0.7;
const SHORTEST_TYPO = 5;

/** 0 (unrelated) to 1 (the same). */
export function similarity(a: Meant, b: Meant): number {
  if (a.word.stem === b.word.stem) return 1;
  if (a.word.whole !== undefined && a.word.whole === b.word.whole) return 1;
  if (a.word.whole === b.word.text || b.word.whole === a.word.text) return 1;
  if (a.groups.some(group => b.groups.includes(group))) return ALIAS;
  return isLikelyTypo(a.word.stem, b.word.stem) ? TYPO : 0;
}

/** The first letter is hardly ever mistyped, and prefixes that turn a meaning round differ there. */
function isLikelyTypo(a: string, b: string): boolean {
  if (a.length < SHORTEST_TYPO || b.length < SHORTEST_TYPO || a[0] !== b[0]) return false;
  if (Math.abs(a.length - b.length) > 2) return false;
  // One slip leaves the beginning or the end as it was; this spares nearly all of the counting.
  if (a[1] !== b[1] && a.slice(-2) !== b.slice(-2)) return false;
  return isOneLetterOff(a, b) || dice(a, b) >= LIKELY_TYPO;
}

/** A letter left out or typed twice; in short words that is too much for letter pairs. A letter replaced is another word. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1);
}

/** Share of letter pairs in common (Dice 1945). */
export function dice(a: string, b: string): number {
  const pairs = Array.from({ length: a.length - 1 }, (_, at) => a.slice(at, at + 2));
  const total = pairs.length + b.length - 1;
  let common = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const found = pairs.indexOf(b.slice(at, at + 2));
    if (found < 0) continue;
    pairs.splice(found, 1);
    common++;
  }
  return total > 0 ? (2 * common) / total : 0;
}
