/** Notes: terms and what is said of them, without sentences. */
import type { Answer } from './answer.ts';

/** Notes hold their terms together by signs (queue -> worker; max-age: fresh; 404 = gone), as a verb would. */
const SIGNS = /[=:→(]|->|=>/g;

/** So many of them, for so many words, are no list that happens to have a sign in it. */
const SIGNED = { least: 3, words: 12 };

/** @param words of the answer. */
export function isNotes({ text }: Answer, words: number): boolean {
  const signs = text.match(SIGNS)?.length ?? 0;
  return signs >= SIGNED.least && signs * SIGNED.words >= words;
}
