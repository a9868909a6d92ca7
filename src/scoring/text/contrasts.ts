/** Pairs of things that a question tells apart (TCP and UDP, a process and a thread), and what is said of each of them. */
import { gathered } from '../gathered.ts';
import type { Answer, Sentence } from './answer.ts';
import { beginsClause } from './clauses.ts';
import { isFigure } from './language.ts';
import { listed } from './listed.ts';
import type { Word } from './tokens.ts';

/** Two stems, and the stems that the true texts say of the one and never of the other. */
export interface Contrast {
  readonly pair: Pair;
  readonly ofOne: ReadonlySet<string>;
  readonly ofOther: ReadonlySet<string>;
}

/** What the question itself sets side by side. */
export interface Pair {
  readonly one: string;
  readonly other: string;
}

/** Said of one of a pair. */
export interface Saying {
  stem: string;
  /** Of the sentence. */
  sentence: number;
}

/** The telling stems of a sentence, by its clauses, without what is denied or only supposed: that is said of nobody. */
export interface Cut {
  /** Of the sentence. */
  sentence: number;
  clauses: readonly (readonly string[])[];
}

/** What a text says of each of a pair. */
export interface Sayings {
  one: Saying[];
  other: Saying[];
}

/** Words between which a question sets two things side by side. */
const BESIDE = listed('and or vs versus from than with');

/** So far from such a word, and no more telling words on either side: `a hash map and a balanced search tree`. */
const REACH = 4;
const BEFORE = 2;
const BEHIND = 3;

/** What is named behind such a word is only compared with: `unlike a process`, `faster than TCP`. */
const COMPARING = listed('unlike than contrast compared comparison opposed instead versus vs');

/** So many words behind it, at most. */
const COMPARED = 4;

/** Of what one point alone speaks there is too little to tell it from the other. */
const LEAST_POINTS = 2;

/** Of whatever is said less there is too little to be taken for the other's. */
const LEAST_SAID = 2;

/**
 * What the points of a question say of the things that its prompt sets side by side.
 *
 * @param texts the points, in all phrasings.
 * @param inPoints the stems of each point.
 */
export function contrastsOf(
  prompt: Answer,
  texts: readonly Answer[],
  inPoints: readonly ReadonlySet<string>[],
): Contrast[] {
  const pairs = inPoints.length < LEAST_POINTS ? [] : gathered(prompt.sentences, it => setBeside(prompt, it));
  const isKnown = (stem: string) => inPoints.filter(it => it.has(stem)).length >= LEAST_POINTS;
  const known = pairs.filter(({ one, other }) => isKnown(one) && isKnown(other));
  if (known.length === 0) return [];
  const cuts = texts.map(cutsOf);
  return gathered(known, pair => contrastIn(pair, cuts));
}

function contrastIn(pair: Pair, texts: readonly (readonly Cut[])[]): Contrast[] {
  const said = texts.map(it => sayingsOf(pair, it));
  const one = new Set(gathered(said, it => it.one).map(it => it.stem));
  const other = new Set(gathered(said, it => it.other).map(it => it.stem));
  const ofOne = new Set([...one].filter(it => !other.has(it)));
  const ofOther = new Set([...other].filter(it => !one.has(it)));
  return Math.min(ofOne.size, ofOther.size) < LEAST_SAID ? [] : [{ pair, ofOne, ofOther }];
}

/** The words that a sentence sets side by side, each of the one with each of the other. */
function setBeside({ flat }: Answer, { words }: Sentence): Pair[] {
  return words.flatMap((word, at) => {
    if (!BESIDE.has(word.text)) return [];
    const before = unparted(flat, words.slice(Math.max(0, at - REACH), at + 1).reverse()).slice(0, BEFORE);
    const behind = unparted(flat, words.slice(at, at + 1 + REACH)).slice(0, BEHIND);
    return combined(before, behind);
  });
}

/** The telling stems of some words in a row, forwards or backwards, as far as no sign parts them. */
function unparted(text: string, words: readonly Word[]): string[] {
  const end = words.findIndex((word, at) => at > 0 && isParted(text, words[at - 1]!, word));
  return stemsOf(end < 0 ? words : words.slice(0, end));
}

const isParted = (text: string, one: Word, other: Word) =>
  /[,.;:?!]/.test(text.slice(Math.min(one.end, other.end), Math.max(one.start, other.start)));

/** Each of the one with each of the other, but for those that are in both. */
function combined(some: readonly string[], others: readonly string[]): Pair[] {
  const alone = others.filter(it => !some.includes(it));
  return some.filter(it => !others.includes(it)).flatMap(one => alone.map((other): Pair => ({ one, other })));
}

const isTelling = (word: Word) => word.weight > 0 && !isFigure(word);

const stemsOf = (words: readonly Word[]) => words.filter(isTelling).map(it => it.stem);

/** A text cut into its clauses. */
export const cutsOf = ({ flat, sentences }: Answer): Cut[] =>
  sentences.map((it, sentence) => ({ sentence, clauses: it.kind === 'code' ? [] : clausesIn(flat, it) }));

function clausesIn(text: string, { words, denied, supposed }: Sentence): string[][] {
  const clauses: string[][] = [[]];
  let compared = 0;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!;
    if (at > 0 && beginsClause(text, words, at)) {
      clauses.push([]);
      compared = 0;
    }
    if (COMPARING.has(word.text)) compared = COMPARED;
    else if (compared > 0) compared--;
    else if (isTelling(word) && !denied[at] && !supposed[at]) clauses[clauses.length - 1]!.push(word.stem);
  }
  return clauses;
}

/**
 * What a text says of each of a pair: what stands behind it in its clause, or before the first of them there. A clause that names
 * neither goes on about the last one named in its sentence.
 */
export function sayingsOf(pair: Pair, text: readonly Cut[]): Sayings {
  const said: Sayings = { one: [], other: [] };
  for (const { sentence, clauses } of text) {
    let whose: string | undefined;
    for (const stems of clauses) {
      whose = stems.find(it => isOf(pair, it)) ?? whose;
      if (whose === undefined) continue;
      for (const stem of stems)
        if (isOf(pair, stem)) whose = stem;
        else (whose === pair.one ? said.one : said.other).push({ stem, sentence });
    }
  }
  return said;
}

const isOf = ({ one, other }: Pair, stem: string) => stem === one || stem === other;
