/** How near two words are in meaning, 0 (unrelated) to 1 (the same). */
import type { Lexicon } from '../lexicon/lexicon.ts';
import type { Relation } from '../lexicon/relations.ts';

export interface Likeness {
  /** 0 to 1. */
  sim: number;
  /** They are opposites: to say one is to deny the other. */
  opposite: boolean;
}

/** Derived words count nearly as the word itself. Set by hand; .6 for synonyms changes little. */
const RELATED: Readonly<Record<Relation, number>> = { derived: 0.9, synonym: 0.8, opposite: 0.9 };

/** Dice coefficient from which two spellings are taken for one word, and the length below which none is. */
const LIKELY_TYPO = 0.7;
export const SHORTEST_TYPO = 5;

/** What a likely slip is worth: from the first figure where the spellings hardly agree, to the second. */
const TYPO = { from: 0.55, to: 0.95 };

/** Cosine at which two word vectors begin to mean anything, and what the same vector would be worth. */
export const COSINE_FROM = 0.3;
const COSINE_WORTH = 0.75;

/** Figures and single letters are names: no vector knows them. */
const SHORTEST_IN_LEXICON = 3;

/** The place of a stem in the lexicon, -1 when it has no vector. */
export function placeIn(lexicon: Lexicon, stem: string): number {
  return (stem.length < SHORTEST_IN_LEXICON ? undefined : lexicon.placeOf(stem)) ?? -1;
}

export const byRelation = (relation: Relation): Likeness => ({
  sim: RELATED[relation],
  opposite: relation === 'opposite',
});

/** The likeness, 0 to 1, that a cosine stands for. */
export const byVector = (cosine: number): number =>
  COSINE_WORTH * Math.max(0, (cosine - COSINE_FROM) / (1 - COSINE_FROM));

/** What two spellings are worth as one word mistyped, 0 when they are hardly that. */
export function slip(a: string, b: string): number {
  if (!mayBeSlip(a, b)) return 0;
  if (isOneLetterOff(a, b)) return (TYPO.from + TYPO.to) / 2;
  const alike = dice(a, b);
  if (alike < LIKELY_TYPO) return 0;
  return TYPO.from + ((TYPO.to - TYPO.from) * (alike - LIKELY_TYPO)) / (1 - LIKELY_TYPO);
}

/** The first letter is hardly ever mistyped, and prefixes that turn a meaning round differ there. */
function mayBeSlip(a: string, b: string): boolean {
  if (a.charCodeAt(0) !== b.charCodeAt(0) || Math.abs(a.length - b.length) > 2) return false;
  if (a.length < SHORTEST_TYPO || b.length < SHORTEST_TYPO) return false;
  // One slip leaves the beginning or the end as it was; this spares nearly all of the counting.
  return a[1] === b[1] || a.slice(-2) === b.slice(-2);
}

/** A letter left out or typed twice; in short words that is too much for letter pairs. */
function isOneLetterOff(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  return short.slice(at) === long.slice(at + 1);
}

/** The pairs of a word that are not found yet; one list for all, since each comparison is done before the next begins. */
const left: number[] = [];

/** Share of letter pairs in common (Dice 1945). */
function dice(a: string, b: string): number {
  for (let at = 0; at + 1 < a.length; at++) left[at] = pairAt(a, at);
  let common = 0;
  for (let at = 0; at + 1 < b.length; at++) {
    const pair = pairAt(b, at);
    let found = 0;
    while (found < a.length - 1 && left[found] !== pair) found++;
    if (found === a.length - 1) continue;
    left[found] = CROSSED_OFF;
    common++;
  }
  const total = a.length + b.length - 2;
  return total > 0 ? (2 * common) / total : 0;
}

const CROSSED_OFF = -1;
const UNIT = 2 ** 16;

/** Two UTF-16 units as one number. */
const pairAt = (text: string, at: number): number => UNIT * text.charCodeAt(at) + text.charCodeAt(at + 1);
