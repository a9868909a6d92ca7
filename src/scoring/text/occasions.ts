/** Signs that a thing happened once: on one day, at one time, or said and done by one man or woman in a story told as if it were now. */
import { listed } from './listed.ts';
import { isMoment } from './moments.ts';
import type { Word } from './tokens.ts';

/** Before a moment they make it one. */
const ONE = listed('last that same next on in from until by since');

/** With `the` they make it any: `at the end of the day`, `in the morning`. */
const ANY = listed('of in during per for at through over');

/** He or she; what a role does (`the customer says`) may be said of any. */
const PERSONS = listed('he she');

/** End as verbs of the third person do, and are none, or tell no deed. */
const NO_DEEDS = listed('always is has was does sometimes');

/** How many such signs some words have. */
export function occasionsIn(words: readonly Word[]): number {
  let count = 0;
  for (let at = 0; at < words.length; at++) if (isOccasion(words, at)) count++;
  return count;
}

function isOccasion(words: readonly Word[], at: number): boolean {
  const { text } = words[at]!;
  if (text === 'ago') return true;
  const before = words[at - 1]?.text ?? '';
  if (PERSONS.has(before)) return text.endsWith('s') && !NO_DEEDS.has(text);
  return isMoment(text) && !isSeveral(text) && isOne(before, words[at - 2]?.text ?? '');
}

/** `on Mondays`, `in weeks`. */
const isSeveral = (moment: string) => moment.endsWith('s') && moment !== 'christmas';

/** `on Friday`, `the next morning`, `that evening`, `It's February`, `It's a Saturday`, `Then the Thursday comes`. */
function isOne(before: string, first: string): boolean {
  if (ONE.has(before) || isBe(before)) return true;
  if (before === 'a') return isBe(first);
  return before === 'the' && !ANY.has(first);
}

const isBe = (word: string) => /^(?:it|is|it's)$/.test(word);
