/** Signs in the words of a clause: when, where, until when, what is named, and whether it only judges. */
import type { Clause } from '../text/clauses.ts';
import { isArticle } from '../text/language.ts';
import { listed } from '../text/listed.ts';
import { isMoment } from '../text/moments.ts';
import type { Word } from '../text/tokens.ts';
import { FUNCTION_WORDS } from '../text/words.ts';
import type { Sign } from './signs.ts';

/**
 * Adds the signs that single words and their neighbours give; those of its acts are there already. `opened` says that what comes
 * before it is a word for today and no more (`Ever since, I check`), and so does the answer of what comes behind.
 */
export function addSignsOfWords(
  signs: Set<Sign>,
  text: string,
  words: readonly Word[],
  clause: Clause,
  opened: boolean,
): boolean {
  let now = false;
  let always = false;
  for (let at = clause.from; at < clause.to; at++) {
    const word = words[at]!.text;
    if (isMoment(word)) {
      if (!isLimit(words, at)) signs.add('time');
      if (isNumbered(words, at)) signs.add('later');
    }
    if (!SPEAKING.has(word)) continue;
    const sign = signAt(words, at, clause.from);
    if (sign) signs.add(sign);
    if (isPlace(text, words, at)) signs.add('place');
    now ||= isNow(word, words[at + 1]?.text);
    always ||= ALWAYS.has(word);
  }
  if (thingsIn(words, clause) >= THINGS) signs.add('things');
  addPresent(signs, clause, now, always || opened);
  return now && clause.acts.length === 0;
}

/** Things in a clause that make it one about them. */
const THINGS = 2;

const LATER = listed('later since afterwards eventually ended following meanwhile finally');
const NOW = listed('now nowadays still since today anymore');
const ALWAYS = listed('always never every whenever before first again each');
const NONE = listed('no zero without none nobody');
const UNTIL = listed('by before until till within');
const ONWARDS = listed('by after until');
const PLACED = listed('in at on for from with');
const OURS = listed('our my');

/** Words of which any may give a sign; all others are passed over at once. */
const SPEAKING: ReadonlySet<string> = new Set(
  [LATER, NOW, ALWAYS, NONE, UNTIL, ONWARDS, PLACED, OURS]
    .flatMap(it => [...it])
    .concat('ago', 'deadline', 'due', 'if', 'imagine', 'turned', 'end', 'so', 'next', 'any', 'these', 'as'),
);

function signAt(words: readonly Word[], at: number, from: number): Sign | undefined {
  const word = words[at]!.text;
  if (word === 'ago') return 'time';
  if (word === 'if' || word === 'imagine') return 'hypothetical';
  if (NONE.has(word)) return 'none';
  if (word === 'deadline' || word === 'due') return 'deadline';
  if (isLater(words, at, from)) return 'later';
  if (at > from && UNTIL.has(word) && isMomentNear(words, at)) return 'deadline';
  return at === from && word === 'as' && isOffice(words[at + 1]) ? 'post' : undefined;
}

/** `by June` at the head of a clause, `turned out`, `in the end`, `so far`. */
function isLater(words: readonly Word[], at: number, from: number): boolean {
  const word = words[at]!.text;
  const next = words[at + 1]?.text ?? '';
  if (LATER.has(word)) return true;
  if (word === 'turned') return next === 'out';
  if (word === 'so') return next === 'far';
  if (word === 'next') return isMoment(next);
  if (word === 'end') return next === 'of' || /^(?:the|of|at)$/.test(words[at - 1]?.text ?? '');
  return at === from && ONWARDS.has(word) && isMomentNear(words, at);
}

/** `week ten`, `year two`. */
const isNumbered = (words: readonly Word[], at: number) =>
  /^(?:week|month|year)$/.test(words[at]!.text) &&
  /^(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|after)$/.test(words[at + 1]?.text ?? '');

const isMomentNear = (words: readonly Word[], at: number) =>
  /^\d|^then$/.test(words[at + 1]?.text ?? '') ||
  [1, 2, 3].some(step => isMoment(words[at + step]?.text ?? ''));

/** `by Friday`: until when, not when. */
const isLimit = (words: readonly Word[], at: number) =>
  [1, 2, 3].some(step => UNTIL.has(words[at - step]?.text ?? ''));

const isNow = (word: string, next: string | undefined) =>
  NOW.has(word) ||
  (word === 'any' && next === 'more') ||
  (word === 'no' && next === 'longer') ||
  (word === 'these' && next === 'days');

/** `as senior carer`, `as the only developer`. */
const isOffice = (word: Word | undefined) =>
  word !== undefined && (isArticle(word) || (word.weight === 1 && !isMoment(word.text)));

const OF_PLACE = listed('a an our my the this one');
const NOT_A_PLACE = listed(
  'end moment same way time meantime beginning fact case point spot first next last',
);

/** `at a furniture store`, `in Leeds`, `our clinic`. */
function isPlace(text: string, words: readonly Word[], at: number): boolean {
  const first = words[at + 1];
  if (!first) return false;
  if (OURS.has(words[at]!.text)) return first.weight > 0 && !isMoment(first.text);
  if (!PLACED.has(words[at]!.text)) return false;
  if (/\p{Lu}/u.test(text[first.start]!) && first.text !== 'i' && !isMoment(first.text)) return true;
  const second = words[at + 2]?.text ?? '';
  if (!OF_PLACE.has(first.text) || second === '' || NOT_A_PLACE.has(second)) return false;
  return !isMoment(second) && !FUNCTION_WORDS.has(second);
}

/** Words with a meaning of their own that are neither verbs of the clause nor words of time, nor adverbs. */
function thingsIn(words: readonly Word[], { from, to, acts }: Clause): number {
  let count = 0;
  for (let at = from; at < to; at++) {
    const { text, weight } = words[at]!;
    if (weight < 1 || isMoment(text) || /ly$|^\d/.test(text) || words[at - 1]?.text === 'to') continue;
    if (!acts.some(it => it.at === at)) count++;
  }
  return count;
}

/** What lasts, and what the speaker does by habit: in the present, with a word for it. */
function addPresent(signs: Set<Sign>, { acts }: Clause, now: boolean, always: boolean): void {
  if (signs.has('hypothetical') || !(now || always)) return;
  if (acts.some(it => it.form === 'present' && it.who !== 'other')) signs.add('habit');
  else if (now && !acts.some(it => it.form === 'past' || it.form === 'was')) signs.add('lasting');
}

/** Words that judge without telling anything. */
const PRAISING = listed(`
  good well great fine nice nicely ok okay happy satisfied pleased positive success successful successfully smoothly
  excellent better best perfect perfectly wonderful amazing appreciated alright brilliant fantastic aligned delighted glad
  impressed grateful proud right valuable bad
`);

/** For whom it was good. */
const ANYBODY = listed('everyone everybody anyone anybody');

/** Weight of words beside the judgement that still tell nothing. */
const BESIDE = 1.5;

/** A clause that judges and has hardly a word beside. */
export function isPraise(
  signs: ReadonlySet<Sign>,
  words: readonly Word[],
  { from, to, acts }: Clause,
): boolean {
  if (signs.has('figure') || signs.has('duty') || signs.has('charge')) return false;
  let judges = false;
  let rest = 0;
  for (let at = from; at < to; at++) {
    const { text, weight } = words[at]!;
    if (PRAISING.has(text)) judges = true;
    else if (!ANYBODY.has(text) && !acts.some(it => it.at === at)) rest += weight;
  }
  return judges && rest <= BESIDE;
}
