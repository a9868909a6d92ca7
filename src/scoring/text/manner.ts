/** How a sentence is said: who acts in it, and when. */
import type { Word } from './tokens.ts';

const I: ReadonlySet<string> = new Set(['i', "i'd", "i'll", "i'm", "i've", 'my', 'mine', 'myself', 'me']);
const WE: ReadonlySet<string> = new Set([
  'we',
  "we'd",
  "we'll",
  "we're",
  "we've",
  'our',
  'ours',
  'ourselves',
  'us',
]);

/** Who does it: forms in which the speaker acts, without `my` and `me`. */
const I_ACT: ReadonlySet<string> = new Set(['i', "i'd", "i've", 'myself']);
const WE_ACT: ReadonlySet<string> = new Set(['we', "we'd", "we've", 'ourselves']);

const WOULD: ReadonlySet<string> = new Set([
  'would',
  'could',
  'might',
  "i'd",
  "we'd",
  "i'll",
  "we'll",
  "you'd",
  'should',
  'will',
]);

const IRREGULAR_PAST: ReadonlySet<string> = new Set(
  `was were had did went took made got gave came became began brought built bought broke chose cut drew drove fell felt
  found fought grew held hit kept knew learnt led left lost meant met paid put ran read said saw sent set shipped spent
  spoke stood told thought threw understood woke won wrote wasn't weren't didn't hadn't couldn't`
    .split(/\s+/)
    .filter(word => !['put', 'read', 'set', 'cut', 'hit'].includes(word)),
);

export interface Manner {
  /** Occurrences of the first person, singular and plural. */
  i: number;
  we: number;
  /** The same where that person acts. */
  iAct: number;
  weAct: number;
  past: boolean;
  hypothetical: boolean;
}

export function mannerOf(words: readonly Word[]): Manner {
  const count = (set: ReadonlySet<string>) =>
    words.reduce((sum, word) => sum + (set.has(word.text) ? 1 : 0), 0);
  return {
    i: count(I),
    we: count(WE),
    iAct: count(I_ACT),
    weAct: count(WE_ACT),
    past: words.some(isPast),
    hypothetical: count(WOULD) > 0,
  };
}

/** A guess from the form alone: `-ed`, or a common irregular verb. */
function isPast({ text }: Word): boolean {
  return IRREGULAR_PAST.has(text) || (text.length > 4 && text.endsWith('ed') && !text.endsWith('eed'));
}
