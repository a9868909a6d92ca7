/** A text without what hides its words from a search, while they can still be read. */
import type { Sentence } from './answer.ts';
import type { Word } from './tokens.ts';

/** Characters without width, and marks of writing direction. */
const INVISIBLE =
  /\u034f|[\ufe00-\ufe0f]|[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/gu;

/** Letters of other alphabets that look like Latin ones. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  х: 'x',
  у: 'y',
  і: 'i',
  ѕ: 's',
  ј: 'j',
  ԁ: 'd',
  ο: 'o',
  α: 'a',
  ι: 'i',
  ν: 'v',
};
const LOOKALIKE = new RegExp(`[${Object.keys(LOOKALIKES).join('')}]`, 'gu');

/** Five letters or more, each by itself: i g n o r e, s-c-o-r-e. */
const SPACED = /(?<![\p{L}\p{N}])\p{L}(?:([ .\-_*])\p{L})(?:\1\p{L}){3,}(?![\p{L}\p{N}])/gu;

/**
 * White space as single spaces. A line that goes on with anything but a small letter begins anew, whether or not the one
 * before it ended. Runs are taken whole, so that the time does not grow with the square of their length.
 */
const spacedOnce = (text: string): string =>
  text.replace(/\s{2,}|[^\S ]/g, (run, at: number) =>
    /[\r\n]/.test(run) && /^[^\p{Ll}]/u.test(text.slice(at + run.length, at + run.length + 2)) ? '; ' : ' ',
  );

const ASCII = /^[\n\r\t -~]*$/;

const OTHER = /[^\n\r\t -~]/g;
const SPACE = /\s|$/g;
const isSpace = (it: string): boolean => /\s/.test(it);

/** The stretches without white space in which some character may stand for another, or for none. */
export function disguisedRuns(text: string): string[] {
  const runs: string[] = [];
  OTHER.lastIndex = 0;
  for (let other = OTHER.exec(text); other; other = OTHER.exec(text)) {
    let start = other.index;
    while (start > 0 && !isSpace(text[start - 1]!)) start--;
    SPACE.lastIndex = other.index + 1;
    const end = SPACE.exec(text)!.index;
    runs.push(text.slice(start, end));
    OTHER.lastIndex = end;
  }
  return runs;
}

/** Letters by themselves, one behind the other, that no spaced-out word does without. */
const FEWEST_SPACED = 3;

/** Whether some word may be spaced out: few texts have so many letters in a row, and only they need be looked at closely. */
export function maySpaceOut(sentences: readonly Sentence[]): boolean {
  let row = 0;
  for (const { words } of sentences)
    for (const word of words) {
      row = isLetter(word) ? row + 1 : 0;
      if (row >= FEWEST_SPACED) return true;
    }
  return false;
}

/** One character, of two units where it is none of the first plane (mathematical letters). */
const isLetter = (word: Word): boolean =>
  word.end - word.start <= 2 &&
  (word.text.length === 1 || (word.text.length === 2 && word.text.codePointAt(0)! > 0xffff));

/**
 * Lower case, straight quotes, single spaces, lines parted by semicolons, no disguise. Offsets are not kept. `spaced`:
 * whether some word may be spaced out.
 */
export function undisguised(original: string, spaced: boolean): string {
  const text = spacedOnce(original);
  const plain = ASCII.test(text) ? text.toLowerCase() : unmasked(text);
  return spaced ? unspaced(plain) : plain;
}

function unmasked(text: string): string {
  return text
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .toLowerCase()
    .replace(LOOKALIKE, it => LOOKALIKES[it]!)
    .replace(/[’‘]/g, "'")
    .replace(/[“”„«»]/g, '"');
}

const unspaced = (text: string): string => text.replace(SPACED, it => it.replace(/[ .\-_*]/g, ''));
