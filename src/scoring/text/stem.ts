/**
 * Porter's stemmer (M. F. Porter, "An algorithm for suffix stripping", Program 14(3), 1980), with the two departures
 * that the author lists on his page: -bli for -abli and -logi. Words with anything but a to z stay as they are.
 */
import { remembering } from './remembering.ts';

/** Enough for verbs and the parts of compounds: words of a text are remembered with their stems (spellings.ts). */
const REMEMBERED = 5_000;

/** The stem of a lower-case word. */
export const stemAnew = (word: string): string =>
  word.length > 2 && /^[a-z]+$/.test(word) ? porter(word) : word;

/** The same, remembered. */
export const stem = remembering(stemAnew, REMEMBERED);

function porter(word: string): string {
  let w = step1a(word);
  w = step1b(w);
  w = w.endsWith('y') && hasVowel(w.slice(0, -1)) ? `${w.slice(0, -1)}i` : w;
  w = replaceBy(w, STEP2, 0);
  w = replaceBy(w, STEP3, 0);
  w = step4(w);
  return step5(w);
}

function isConsonant(word: string, at: number): boolean {
  const letter = word[at]!;
  if ('aeiou'.includes(letter)) return false;
  return letter !== 'y' || at === 0 || !isConsonant(word, at - 1);
}

function hasVowel(stem: string): boolean {
  for (let at = 0; at < stem.length; at++) if (!isConsonant(stem, at)) return true;
  return false;
}

/** Porter's m: how many times a run of vowels is followed by a run of consonants. */
function measure(stem: string): number {
  let count = 0;
  let vowelBefore = false;
  for (let at = 0; at < stem.length; at++) {
    const consonant = isConsonant(stem, at);
    if (consonant && vowelBefore) count++;
    vowelBefore = !consonant;
  }
  return count;
}

function endsDouble(word: string): boolean {
  const last = word.length - 1;
  return last > 0 && word[last] === word[last - 1] && isConsonant(word, last);
}

/** Porter's *o: consonant, vowel, consonant at the end, the last not w, x or y. */
function endsShort(word: string): boolean {
  const last = word.length - 1;
  if (last < 2 || 'wxy'.includes(word[last]!)) return false;
  return isConsonant(word, last) && !isConsonant(word, last - 1) && isConsonant(word, last - 2);
}

function step1a(word: string): string {
  if (word.endsWith('sses') || word.endsWith('ies')) return word.slice(0, -2);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

function step1b(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const ending = ['ed', 'ing'].find(it => word.endsWith(it) && hasVowel(word.slice(0, -it.length)));
  if (!ending) return word;
  const bare = word.slice(0, -ending.length);
  if (/(at|bl|iz)$/.test(bare)) return `${bare}e`;
  if (endsDouble(bare) && !/[lsz]$/.test(bare)) return bare.slice(0, -1);
  return measure(bare) === 1 && endsShort(bare) ? `${bare}e` : bare;
}

type Suffixes = readonly (readonly [suffix: string, replacement: string])[];

const STEP2: Suffixes = [
  ['ational', 'ate'],
  ['ization', 'ize'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['tional', 'tion'],
  ['biliti', 'ble'],
  ['entli', 'ent'],
  ['ousli', 'ous'],
  ['ation', 'ate'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['alli', 'al'],
  ['ator', 'ate'],
  ['logi', 'log'],
  ['bli', 'ble'],
  ['eli', 'e'],
];

const STEP3: Suffixes = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
];

const STEP4 = [
  ...[
    'ement',
    'ance',
    'ence',
    'able',
    'ible',
    'ment',
    'ant',
    'ent',
    'ism',
    'ate',
    'iti',
    'ous',
    'ive',
    'ize',
  ],
  ...['ion', 'al', 'er', 'ic', 'ou'],
];

/** The longest suffix decides, whether or not what is left is long enough to lose it. */
function replaceBy(word: string, suffixes: Suffixes, above: number): string {
  const hit = suffixes.find(([suffix]) => word.endsWith(suffix));
  if (!hit) return word;
  const left = word.slice(0, -hit[0].length);
  return measure(left) > above ? left + hit[1] : word;
}

function step4(word: string): string {
  const suffix = STEP4.find(it => word.endsWith(it));
  if (!suffix) return word;
  const left = word.slice(0, -suffix.length);
  if (suffix === 'ion' && !/[st]$/.test(left)) return word;
  return measure(left) > 1 ? left : word;
}

function step5(word: string): string {
  let w = word;
  if (w.endsWith('e')) {
    const left = w.slice(0, -1);
    const m = measure(left);
    if (m > 1 || (m === 1 && !endsShort(left))) w = left;
  }
  return w.endsWith('ll') && measure(w) > 1 ? w.slice(0, -1) : w;
}
