/** The clauses of a sentence, each with what is done in it. */
import { type Act, actsIn } from './acts.ts';
import type { Sentence } from './answer.ts';
import { listed } from './listed.ts';
import { DETERMINERS, isSubject, type Who } from './subjects.ts';
import type { Word } from './tokens.ts';

/** A stretch of a sentence around one verb, or a few that follow each other. */
export interface Clause {
  /** Indexes of words of the sentence: the first, and one past the last. */
  from: number;
  to: number;
  acts: Act[];
}

/** A clause begins with these. */
const OPENERS = listed(
  'so but because when while whereas although though until if unless since before after once',
);

/** And what they open is subordinate. */
const SUBORDINATE = listed(
  'because when while whereas although though until if unless since before after once who which that',
);

const ENDS = /[,;:()–—!?]|\s-\s|\.\.\./;

/** The clauses of a sentence, in order; they cover it. */
export function clausesOf(text: string, { words }: Sentence): Clause[] {
  const clauses: Clause[] = [];
  let from = 0;
  let subject: Who | undefined;
  for (let at = 1; at <= words.length; at++) {
    if (at < words.length && !beginsClause(text, words, at)) continue;
    const acts = actsIn(text, words.slice(from, at), from, subject);
    clauses.push({ from, to: at, acts });
    // A verb without a subject goes on with that of the main clause before, not with one in a subordinate clause.
    if (!SUBORDINATE.has(words[from]!.text)) subject = acts[0]?.who ?? subject;
    from = at;
  }
  return clauses;
}

/** Whether a clause begins with this word, by what stands before it or by the word itself. */
export function beginsClause(text: string, words: readonly Word[], at: number): boolean {
  const word = words[at]!;
  if (word.start - words[at - 1]!.end > 1 && ENDS.test(text.slice(words[at - 1]!.end, word.start)))
    return true;
  if (OPENERS.has(word.text)) return isFollowed(text, words, at);
  const next = words[at + 1]?.text;
  if (word.text !== 'and' || next === undefined) return false;
  return isSubject(next) || DETERMINERS.has(next) || OPENERS.has(next) || next === 'then';
}

/** Something comes behind in the same stretch: `works alone since` has no clause that begins with since. */
const isFollowed = (text: string, words: readonly Word[], at: number) =>
  at + 1 < words.length && !ENDS.test(text.slice(words[at]!.end, words[at + 1]!.start));
