/** Words by themselves, remembered over all texts: answers share most of theirs, and much is asked about each. */
import { hashIn, small } from './hash.ts';
import { stemAnew } from './stem.ts';
import { Spelling } from './traits.ts';
import { halvesOf } from './words.ts';

/** Two spellings at each place, the one that was asked for last before the other; a third takes the place of that. */
const PLACES = 2 ** 13;
const known: (Spelling | undefined)[] = new Array(2 * PLACES).fill(undefined);

/** UTF-16 units of the longest word that is remembered: none of a language is as long. */
const LONGEST = 40;

/** The spelling of a word that stands between two places of a list of UTF-16 units; capitals of ASCII count as small. */
export function spellingIn(units: Uint16Array, start: number, end: number): Spelling {
  const hash = hashIn(units, start, end);
  const place = 2 * (hash % PLACES);
  const first = known[place];
  if (first !== undefined && first.hash === hash && stands(first.text, units, start, end)) return first;
  const second = known[place + 1];
  const isSecond = second !== undefined && second.hash === hash && stands(second.text, units, start, end);
  const found = isSecond ? second : made(smallIn(units, start, end), hash);
  if (end - start > LONGEST) return found;
  known[place] = found;
  known[place + 1] = first;
  return found;
}

const few = new Uint16Array(LONGEST);

/** The spelling of a word in lower case. */
export function spellingOf(text: string): Spelling {
  const units = text.length > LONGEST ? new Uint16Array(text.length) : few;
  for (let at = 0; at < text.length; at++) units[at] = text.charCodeAt(at);
  return spellingIn(units, 0, text.length);
}

function made(text: string, hash: number): Spelling {
  const stem = stemAnew(text);
  return new Spelling(text, stem, halvesOf(text, stem), hash);
}

function stands(word: string, units: Uint16Array, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let at = start; at < end; at++) if (small(units[at]!) !== word.charCodeAt(at - start)) return false;
  return true;
}

/** Arguments that any call takes. */
const MOST = 1000;

/** A string of its own: a slice of an answer would keep all of it. */
function smallIn(units: Uint16Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at += MOST)
    text += String.fromCharCode(...units.subarray(at, Math.min(end, at + MOST)).map(small));
  return text;
}
