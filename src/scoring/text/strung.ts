/** Terms strung together: between commas, bullets, full stops or `and`, with nothing that makes a sentence of them. */
import type { Answer, Sentence } from './answer.ts';
import type { Word } from './tokens.ts';
import { among, trait } from './traits.ts';

/** Terms in a row, from which on they are a list and no longer part of what somebody says. */
export const ROW = 6;

/** How a row of terms looks. */
interface Looks {
  /** Words of the longest term, and of a term on average: a fact, however terse, has more. */
  term: number;
  mean: number;
  /** Terms that make up a whole sentence are a list sooner: so many of them, if they are short on average. */
  whole: number;
}

const SHORT: Looks = { term: 4, mean: 2.5, whole: 3 };

/** A few terms may be all that there is to say, unless they are single words. */
const FEW: Looks = { term: 2, mean: 1.34, whole: 4 };

/** So many in a row are a list even where they are phrases: nobody says so much between commas without a subject. */
const LONG_ROW = 12;
const LONG: Looks = { term: 5, mean: 3.2, whole: 3 };

/** Share of a row that must be bare: among many terms one or two read like a clause. */
const BARE = 0.75;

/** How short, on average, terms are that make up a whole sentence. */
const MEAN_WHOLE = 2;

/** What stands between the terms of a list. */
const SEPARATORS: ReadonlySet<number> = new Set(Array.from(',;/|•·\n', it => it.charCodeAt(0)));
const BETWEEN = /[,;/|•·\n]|\s[-–—*]\s/;
const JOINS: ReadonlySet<string> = new Set(['and', 'or', 'plus', 'then', 'also', 'etc']);

/** Words that make a sentence of what is enumerated around them. */
const MAKES_SENTENCE: ReadonlySet<string> = new Set(
  `i we you it they he she is are was were be has have had do does did can could will would must should may might that
  which who because if when while so than not no its their there this these those
  gets got goes makes made says said`.split(/\s+/),
);

const isJoin = among(JOINS);
const makesSentence = among(MAKES_SENTENCE);
const beginsWithDigit = trait(({ text }) => /^\d/.test(text));

/** Signs within a term or beside it that say something of it: G = goroutine, P: processor, A -> B, two (of four). */
const HOLDS = /[=:→<>()]|[-–—] /;

interface Term {
  words: readonly Word[];
  bare: boolean;
  /** It stands in a sentence of at least a few terms, all of them bare. */
  whole: boolean;
}

/**
 * The words of an answer that stand in rows of so many bare terms or more; of code only comments are looked at.
 * Figures are terms where the question knows them. Of few words only those that stand by themselves between the commas.
 */
export function strungWords(
  answer: Answer,
  least: number,
  isKnown: (word: Word) => boolean,
  areFew: boolean,
): ReadonlySet<Word> {
  const strung = new Set<Word>();
  if (areFew) {
    addStrung(strung, answer, least, FEW, isKnown);
    return strung;
  }
  addStrung(strung, answer, least, SHORT, isKnown);
  if (maySeparate(answer, LONG_ROW)) addStrung(strung, answer, Math.max(least, LONG_ROW), LONG, isKnown);
  return strung;
}

/** Whether there is enough between which so many terms could stand. */
function maySeparate({ flat, sentences }: Answer, terms: number): boolean {
  let found = sentences.length;
  for (let at = 0; at < flat.length && found < terms; at++) if (SEPARATORS.has(flat.charCodeAt(at))) found++;
  return found >= terms;
}

function addStrung(
  strung: Set<Word>,
  answer: Answer,
  least: number,
  looks: Looks,
  isKnown: (word: Word) => boolean,
): void {
  let row: Term[] = [];
  const close = () => {
    if (isList(row, least, looks)) for (const { words } of row) for (const word of words) strung.add(word);
    row = [];
  };
  for (const sentence of answer.sentences) {
    if (isTold(answer.flat, sentence, looks)) {
      close();
      continue;
    }
    const stretches = termsOf(answer.flat, sentence);
    const terms = bareOrNot(answer.flat, sentence, stretches, looks, isKnown);
    // Only units that hold nothing else go on from one to the next, as bullets do.
    const goesOn = terms.every(it => it.bare || (terms.length === 1 && it.words.length <= looks.mean));
    if (!goesOn) close();
    for (const term of terms) {
      if (term.bare || (row.length > 0 && term.words.length <= looks.term)) row.push(term);
      else close();
    }
    if (!goesOn) close();
  }
  close();
}

function isList(row: Term[], least: number, { mean, whole }: Looks): boolean {
  while (row.length > 0 && !row.at(-1)!.bare) row.pop();
  const bare = row.filter(it => it.bare).length;
  const words = row.reduce((sum, it) => sum + it.words.length, 0);
  if (bare < BARE * row.length || words > mean * row.length) return false;
  if (bare >= least) return true;
  return (
    bare >= whole && words <= Math.min(mean, MEAN_WHOLE) * bare && least <= ROW && row.every(it => it.whole)
  );
}

function bareOrNot(
  text: string,
  sentence: Sentence,
  stretches: readonly (readonly Word[])[],
  looks: Looks,
  isKnown: (word: Word) => boolean,
): Term[] {
  const bare = stretches.map(words => words.length <= looks.term && isBare(text, sentence, words, isKnown));
  const whole = stretches.length >= looks.whole && bare.every(it => it);
  return stretches.map((words, at) => ({ words, bare: bare[at]!, whole }));
}

/**
 * Whether a sentence is sure to have no list, nor a part of one: something in it is too long for a term, and never do as many
 * terms follow each other as the shortest list has. So it is with nearly all, and here that is seen at once.
 */
function isTold(text: string, { words }: Sentence, { term, whole }: Looks): boolean {
  let long = false;
  let row = 0;
  for (let at = 0, from = 0; at <= words.length; at++) {
    const joins = at < words.length && isJoin(words[at]!);
    if (at < words.length && !joins && !separated(text, words[at - 1], words[at]!)) continue;
    if (at - from > term) {
      long = true;
      row = 0;
    } else if (at > from && ++row >= whole) return false;
    from = joins ? at + 1 : at;
  }
  return long;
}

function termsOf(text: string, { words }: Sentence): (readonly Word[])[] {
  const terms: (readonly Word[])[] = [];
  let from = 0;
  for (let at = 0; at <= words.length; at++) {
    const joins = at < words.length && isJoin(words[at]!);
    if (at < words.length && !joins && !separated(text, words[at - 1], words[at]!)) continue;
    if (at > from) terms.push(words.slice(from, at));
    from = joins ? at + 1 : at;
  }
  return terms;
}

function separated(text: string, before: Word | undefined, { start }: Word): boolean {
  if (before === undefined) return false;
  const gap = start - before.end;
  return gap > 0 && !(gap === 1 && text[before.end] === ' ') && BETWEEN.test(text.slice(before.end, start));
}

function isBare(
  text: string,
  { kind }: Sentence,
  words: readonly Word[],
  isKnown: (word: Word) => boolean,
): boolean {
  const [first] = words;
  const makes = words.some(
    it =>
      (it.whole === undefined && words.length > 1 && makesSentence(it)) ||
      (beginsWithDigit(it) && (words.length > 1 || !isKnown(it))),
  );
  if (makes || (words.length > 1 && !words.some(it => it.weight > 0))) return false;
  const around = text.slice(Math.max(0, first!.start - 1), words.at(-1)!.end + 1);
  return !HOLDS.test(around.trim()) && (kind !== 'code' || isComment(text, first!.start));
}

/** Whether a line of code begins as a comment does. */
function isComment(text: string, at: number): boolean {
  return /^\s*(?:\/\/|#|\/?\*|--)/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));
}
