/** Which words of a sentence are denied. */
import type { Word } from './tokens.ts';
import { among } from './traits.ts';
import { NEGATORS } from './words.ts';

/** A denial reaches about this many words with meaning beyond itself; longer ones are rare and mostly misread. */
const REACH = 6;

/** Nor does it reach more words of any kind: in no prose do so many without a meaning follow each other. */
const FURTHEST = 100;

/** These deny the next thing, a verb's denial its whole clause. */
const NEAR: ReadonlySet<string> = new Set([
  ...['no', 'without', 'none', 'nor', 'neither', 'nobody', 'nothing'],
  ...['avoid', 'avoids', 'avoided', 'avoiding', 'prevent', 'prevents', 'prevented', 'preventing'],
]);
const NEAR_REACH = 3;

/** What is done without is one thing, and ends where the next begins; `without it` names none. */
const NEXT_THING: ReadonlySet<string> = new Set(
  'the a an it they we you i he she this that these those every each all any one is are was were has have had and or but so because when while if to'.split(
    ' ',
  ),
);

/** A clause ends here, and with it what was denied. */
const BOUNDARY = /[,;:()\n—–]|\.\s/;
const TURNS: ReadonlySet<string> = new Set([
  'but',
  'because',
  'so',
  'since',
  'although',
  'though',
  'unless',
  'until',
  'however',
  'instead',
  'rather',
  'and',
]);

/** After these `not` denies the verb, elsewhere (302, not 301) the next thing. */
const AUXILIARIES: ReadonlySet<string> = new Set(
  'is are was were be am do does did has have had must may might should would could will can need shall it they'.split(
    ' ',
  ),
);

/** After `not`, these words make no denial: not only, not just, not merely. */
const NOT_ONLY: ReadonlySet<string> = new Set(['only', 'just', 'merely', 'simply', 'necessarily']);

const SAY = '(?:say|think|believe|claim|assume|accept|agree)s?';
const UNTRUE =
  '(?:simply |just |also |plainly )?(?:not true|untrue|wrong|false|a myth|a misconception|a mistake|a lie|nonsense)';

/** Says of what follows in the sentence that it is not so. */
const FRAME = new RegExp(
  [
    String.raw`\b(?:is|are|was|be) ${UNTRUE}(?: to ${SAY})?(?: that)? `,
    String.raw`\bnot the case(?: that)? `,
    String.raw`\b(?:refuse|decline)s? to ${SAY}(?: that)? `,
    String.raw`\b(?:doubt|deny|denies|dispute|reject)s?(?: it)?,?(?: the (?:claim|idea))? that `,
    String.raw`\b(?:do not|don't|does not|doesn't|cannot|can't|never|nobody|no one|hardly anybody)(?: \w+)? (?:${SAY}|want) that `,
    String.raw`\b(?:wrongly|falsely|mistakenly|incorrectly) ${SAY}(?: that)? `,
    String.raw`\bthe (?:exact )?opposite(?: of this)?(?: is (?:the case|true|right))?: `,
    String.raw`\bwithout any of (?:this|these|it): `,
  ].join('|'),
  'i',
);

/** Says it of what came before. */
const TAIL = new RegExp(
  String.raw`(?:,? (?:which|and that|and this) (?:is|was) ${UNTRUE}|["”’']? is a (?:false|wrong|untrue) (?:statement|claim)|, which i (?:reject|doubt|deny|dispute)|, or so the myth goes)[.!]?$`,
  'i',
);

/** Words of which one is in every frame, and in every tail. */
const mayFrame = among(
  `true untrue wrong false myth misconception mistake lie nonsense case refuse refuses decline declines doubt doubts deny
  denies dispute disputes reject rejects say says think thinks believe believes claim claims assume assumes accept accepts
  agree agrees want opposite any`.split(/\s+/),
);

/**
 * True at the index of every word that is denied: a verb's denial turns its whole clause round, `no` what is next,
 * `it is not true that` what follows, and `which is wrong` what came before.
 */
export function deniedWords(text: string, words: readonly Word[]): readonly boolean[] {
  const denied = clauseDenials(text, words);
  if (!words.some(mayFrame)) return denied;
  const start = words[0]?.start ?? 0;
  const said = text.slice(start, words.at(-1)?.end ?? 0).replaceAll('’', "'");
  const frame = FRAME.exec(said);
  const tail = frame ? null : TAIL.exec(said);
  if (tail) return words.map((word, index) => (word.start < start + tail.index ? !denied[index] : false));
  if (!frame) return denied;
  const from = start + frame.index + frame[0].length;
  const first = words.findIndex(it => it.start >= from);
  if (first < 0) return noneOf(words);
  const to = / that $/i.test(frame[0]) ? endOfClause(text, words, first) : words.length;
  // What the frame itself denies (`not true`) is not denied twice.
  const own = /not|n't|never|nobody|no one|hardly/i.test(frame[0])
    ? clauseDenials(text, words.slice(first))
    : denied.slice(first);
  return words.map((_, at) => at >= first && at < to !== own[at - first]);
}

/** One past what a `that` begins: what is said instead, and why, is no part of it. */
function endOfClause(text: string, words: readonly Word[], first: number): number {
  const end = words.findIndex(({ text: it, start }, at) => {
    if (at <= first) return false;
    return (
      it === 'but' ||
      ((it === 'because' || it === 'since') && text.slice(words[at - 1]!.end, start).includes(','))
    );
  });
  return end < 0 ? words.length : end;
}

function clauseDenials(text: string, words: readonly Word[]): readonly boolean[] {
  if (!words.some(denies)) return noneOf(words);
  const denied = [...noneOf(words)];
  let clause = 0;
  // The clause is turned round up to here already.
  let turned = 0;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    const before = words[index - 1];
    if (before && (turns(word) || BOUNDARY.test(text.slice(before.end, word.start)))) clause = index;
    if (!isNegator(words, index)) continue;
    const near = NEAR.has(word.text) || (word.text === 'not' && !AUXILIARIES.has(before?.text ?? ''));
    const reach = near ? NEAR_REACH : REACH;
    const to = word.text === 'without' ? thingAfter(words, index) : reachOf(text, words, index, reach);
    denied.fill(true, near ? index + 1 : Math.max(clause, turned, relativeBefore(words, index)), to);
    if (!near) turned = to;
  }
  return denied;
}

/** Words between a relative pronoun and what denies in its clause, at most: `those that really do not`. */
const RELATIVE_REACH = 3;

/** Index of the relative pronoun close before a negator, whose clause says nothing of what it belongs to; 0 without one. */
function relativeBefore(words: readonly Word[], negator: number): number {
  for (let at = negator - 1; at >= Math.max(0, negator - RELATIVE_REACH); at--)
    if (relates(words[at]!)) return at;
  return 0;
}

const relates = among(new Set(['that', 'which', 'who', 'whose']));

/** One past the last word of the clause that a negator reaches. */
function reachOf(text: string, words: readonly Word[], negator: number, reach: number): number {
  let left = reach;
  const end = Math.min(words.length, negator + FURTHEST);
  for (let at = negator + 1; at < end; at++) {
    const ends = turns(words[at]!) || BOUNDARY.test(text.slice(words[at - 1]!.end, words[at]!.start));
    if (left === 0 || ends) return at;
    if (words[at]!.weight > 0) left--;
  }
  return end;
}

/** One past the last word of the thing that `without` denies. */
function thingAfter(words: readonly Word[], negator: number): number {
  const first = /^(?:an?|the|any|its|their|our)$/.test(words[negator + 1]?.text ?? '') ? 2 : 1;
  let at = negator + first;
  while (at < words.length && at < negator + first + NEAR_REACH && !NEXT_THING.has(words[at]!.text)) at++;
  return at;
}

function isNegator(words: readonly Word[], index: number): boolean {
  return denies(words[index]!) && !NOT_ONLY.has(words[index + 1]?.text ?? '');
}

const denies = among(new Set([...NEGATORS, ...NEAR]));
const turns = among(TURNS);

/** False for each word: by their number, shared by all sentences in which nothing is denied, which are most. */
const none: (readonly boolean[])[] = [];

function noneOf({ length }: readonly Word[]): readonly boolean[] {
  if (length > SHARED) return new Array(length).fill(false);
  none[length] ??= Object.freeze(new Array(length).fill(false));
  return none[length];
}

/** Words of the longest sentence that is not out of the ordinary. */
const SHARED = 200;

/** True of every word that is only supposed: what would happen otherwise is said to deny it, in the words of saying it. */
export function supposedWords(words: readonly Word[]): readonly boolean[] {
  const from = words.findIndex(
    (word, at) => supposes(word) && (word.text === 'otherwise' || words[at - 1]?.text === 'or'),
  );
  return from < 0 ? noneOf(words) : words.map((_, at) => at > from);
}

const supposes = among(new Set(['otherwise', 'else']));
