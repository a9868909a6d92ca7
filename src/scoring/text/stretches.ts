/** Stretches: the words between two signs at which one pauses, and whether they say anything by themselves. */
import { holdsTogether, isFigure } from './language.ts';
import type { Word } from './tokens.ts';

/** Signs that part one term from the next: of prose, of notes, and of the markup in which terms can be dressed up. */
const PARTS = /[,;:|=→(){}[\]<>"\n$\\!?•·]|->|\s[-–—*]\s|\.\s|\/\//;

/** The words between such signs, in their order. `text` is that in which the words stand. */
export function stretchesOf(text: string, words: readonly Word[]): (readonly Word[])[] {
  const stretches: (readonly Word[])[] = [];
  let from = 0;
  for (let at = 1; at <= words.length; at++) {
    if (at < words.length && !isParted(text, words[at - 1]!.end, words[at]!.start)) continue;
    if (at > from) stretches.push(words.slice(from, at));
    from = at;
  }
  return stretches;
}

/** Whether a stretch is where a link leads, as in `[term](address)`, or what comes behind `https://`: nobody says it. */
export const isAddress = (text: string, [first]: readonly Word[]): boolean =>
  first !== undefined && /(?:\]\(|:\/\/)$/.test(text.slice(Math.max(0, first.start - 3), first.start));

function isParted(text: string, from: number, to: number): boolean {
  const gap = to - from;
  return gap > 0 && !(gap === 1 && text[from] === ' ') && PARTS.test(text.slice(from, to));
}

/** Words of the longest term, compounds counted once. */
const TERM = 4;

/**
 * Whether a stretch is no more than a term: short, and nothing in it holds words together. Figures do, where the question
 * does not know them; within a compound (`back-to-back`) nothing does.
 */
export function isBareTerm(words: readonly Word[], isKnown: (word: Word) => boolean): boolean {
  let terms = 0;
  let whole: string | undefined;
  for (const word of words) {
    if (word.whole === undefined || word.whole !== whole) terms++;
    whole = word.whole;
    if (terms > TERM || (whole === undefined && holds(word, isKnown))) return false;
  }
  return terms > 0;
}

const holds = (word: Word, isKnown: (word: Word) => boolean): boolean =>
  holdsTogether(word) || (isFigure(word) && !isKnown(word));
