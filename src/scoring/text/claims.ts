/** Statements of how much something changed that stand beside its before and after, and whether they agree. */

import { type BeforeAfter, beforeAfterIn } from './before-after.ts';
import { NAMED } from './numbers.ts';

export interface Claim {
  start: number;
  end: number;
  /** The change as it is said: `80 %`, `halved`, `fell`. */
  said: string;
  /** Before and after, in one unit. */
  change: BeforeAfter;
  follows: boolean;
}

const DOWN = String.raw`cuts?|reduc\w+|drop\w*|fall\w*|fell|decreas\w+|lower\w*|sav(?:e[sd]?|ings?)|shr[aiu]nk\w*|less|fewer|declin\w+`;
const UP = String.raw`increas\w*|rose|rais\w+|ris(?:e|ing)|gr[eo]w\w*|growth|higher|more|climb\w*|uplift`;
const BETTER = String.raw`faster|quicker|slower|cheaper|improv\w+|gain\w*|better|speed-?ups?|smaller|larger|bigger|shorter|longer|change\w*|difference`;
const MEASURE = String.raw`(?:${DOWN}|${UP}|${BETTER})\b`;

const NUMBER = String.raw`\d+(?:,\d{3})*(?:\.\d+)?`;
const COUNT = 'two|three|four|five|six|seven|eight|nine|ten';
const PERCENT = String.raw`(?<percent>${NUMBER})\s?(?:%|per ?cent\b)(?:age)?(?: points?)?`;
const FACTOR = String.raw`(?:(?<factor>${NUMBER}|${COUNT})\s?(?:x\b|×|times\b|-?fold\b)|(?:a )?factor(?: of)? (?<of>${NUMBER}|${COUNT}))`;
const FRACTION = `(?<fraction>(?:a|one|two|three)[ -](?:third|quarter|half|fifth|tenth)s?|half)`;
const WORD = String.raw`(?<word>halv(?:ed|ing)|in half|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupled)\b`;
const AMOUNT = `(?:${PERCENT}|${FACTOR}|${FRACTION})`;

/** Words that make the figure a bound or a round one. */
const QUALIFIER = String.raw`(?<bound>more than|over|at least|up to|at most|less than|under)?\s*(?:about|around|roughly|nearly|almost|some|approximately|~|≈)?\s*`;

/** Only what says nothing of its own may stand between a before-and-after and what is said of it. */
const LINK = String.raw`[\s,;:.)(–—=≈-]*(?:(?:which|that|this|it|we|so|i\.e|meaning|means|meant|makes?|made|is|was|are|were|that['’]s|it['’]s|or|a|an|the|nice|good|full|whole|down|by|thus|therefore|i\.e\.)\b[\s,;:.)(–—=≈+-]*){0,6}`;

/** What was counted, up to the next sign: `from 47 to 33 services, about 30 % fewer`. */
const COUNTED = String.raw`(?:(?:\s(?!(?:and|but|while|with|at|when|in|for)\b)\p{L}+){1,2}(?=\s?[,;:.(–—]))?`;

/** An amount behind it: named as a change, or alone in brackets or at the end. */
const BEHIND = new RegExp(
  String.raw`^${COUNTED}${LINK}(?:${QUALIFIER}${AMOUNT}(?:[ -](?<measure>${MEASURE})(?: (?:in|of) (?:the |our )?(?<what>\p{L}+))?|(?=\s*(?:\)|[.!]|$)))|${WORD})`,
  'iu',
);

/** Before it: the amount, at most a few words that begin nothing else, and the before-and-after. */
const THING = String.raw`(?:\s+(?!(?:and|but|while|whereas|with|then|because|so|at|when|as|plus|though|of)\b)[\p{L}'’-]+){0,5}`;
const LEADS = String.raw`\s*[,(–—:-]*\s*(?:going|down|up|namely|i\.e\.?|that is|it went|dropping|falling|rising|now)?\s*(?:from\s+(?:about |around |roughly |nearly |almost |some |~)?)?[$€£]?$`;
const BEFORE = new RegExp(
  String.raw`(?:(?<by>\b(?:by|${MEASURE})\s+)?${QUALIFIER}${AMOUNT}(?:[ -](?<measure>${MEASURE}))?|${WORD})${THING}${LEADS}`,
  'iu',
);

/** A verb that says which way it went: `fell from 30 to 40` cannot be. */
const WAY = new RegExp(
  String.raw`\b(?<verb>fell|dropped|decreased|declined|reduced|lowered|shrank|rose|grew|increased|climbed|raised)(?<thing>${THING})\s+from\s+(?:about |around |roughly |nearly |almost |some |~)?[$€£]?$`,
  'iu',
);

/** Without one of these nothing is claimed beside a before-and-after. */
const WORTH_READING = /\b(?:to|now|instead of|down from|up from)\s|→|->|=>/i;

const WINDOW = 90;

/** Every such statement of a text that can be checked, in order. */
export function claimsOf(text: string, tolerance: number): Claim[] {
  if (!/\d/.test(text) || !WORTH_READING.test(text)) return [];
  return beforeAfterIn(text).flatMap(change => {
    const lead = text.slice(Math.max(0, change.start - WINDOW), change.start);
    const trail = text.slice(change.end, change.end + WINDOW);
    const found = [
      ...claim(BEHIND.exec(trail), { text, change, offset: change.end, tolerance }),
      ...claim(BEFORE.exec(lead), { text, change, offset: change.start - lead.length, tolerance }),
    ];
    return found.length > 0 ? found : wrongWay(WAY.exec(lead), change, change.start - lead.length);
  });
}

interface Place {
  text: string;
  change: BeforeAfter;
  /** Where the stretch begins that was searched. */
  offset: number;
  tolerance: number;
}

function claim(match: RegExpExecArray | null, { text, change, offset, tolerance }: Place): Claim[] {
  if (!match) return [];
  const { by, measure, what, word } = match.groups!;
  const behind = offset === change.end;
  // `at 80 % load, from 40 to 30` measures something else, and so does `an 80 % cut in cost`.
  if (!behind && !by && !measure && !word) return [];
  const lead = text.slice(Math.max(0, Math.min(change.start, offset + match.index) - WINDOW), change.start);
  if (what !== undefined && !isAbout(what, lead)) return [];
  const stated = statedIn(match.groups!);
  if (!stated) return [];
  const way =
    wayOf(word ?? measure ?? (/^by\s/i.test(by ?? '') ? '' : (by ?? ''))) ?? (by && wayBefore(lead));
  const bare = !by && !measure && !word;
  return [
    {
      start: Math.min(change.start, offset + match.index),
      end: Math.max(change.end, offset + match.index + match[0].length),
      said: saidIn(match.groups!),
      change,
      follows: agrees(stated, way, change, tolerance, bare),
    },
  ];
}

type Way = 'down' | 'up' | undefined;

const IS_DOWN = new RegExp(`^(?:${DOWN}|halv\\w+)$`, 'i');
const IS_UP = new RegExp(`^(?:${UP}|doubl\\w+|tripl\\w+|quadrupled)$`, 'i');
const WAYS = new RegExp(`\\b(?:(?<down>${DOWN})|(?<up>${UP}))\\b`, 'gi');

const wayOf = (word: string): Way =>
  IS_DOWN.test(word.trim()) ? 'down' : IS_UP.test(word.trim()) ? 'up' : undefined;

/** `we cut the time by`: the verb stands a little before. */
function wayBefore(lead: string): Way {
  const last = [...lead.matchAll(WAYS)].at(-1);
  return last && (last.groups!.down === undefined ? 'up' : 'down');
}

const isAbout = (what: string, before: string) =>
  /^(?:time|total|it|all|latency|duration)$/i.test(what) ||
  before.toLowerCase().includes(what.toLowerCase().slice(0, 6));

type Groups = Readonly<Record<string, string | undefined>>;

const saidIn = ({ word, fraction, percent, factor, of }: Groups): string =>
  word ?? fraction ?? (percent === undefined ? `${factor ?? of} times` : `${percent} %`);

interface Stated {
  /** A share of what it was before, or how many times. */
  kind: 'share' | 'factor';
  amount: number;
  bound: 'least' | 'most' | undefined;
}

const PARTS: Readonly<Record<string, number>> = { half: 2, third: 3, quarter: 4, fifth: 5, tenth: 10 };
const WORDS: readonly (readonly [RegExp, number])[] = [
  [/^(?:halv|in half|doubl)/i, 2],
  [/^tripl/i, 3],
  [/^quadrupl/i, 4],
];

function statedIn({ percent, factor, of, fraction, word, bound: said }: Groups): Stated | undefined {
  const bound =
    said === undefined ? undefined : /^(?:more than|over|at least)$/i.test(said) ? 'least' : 'most';
  if (word !== undefined)
    return { kind: 'factor', amount: WORDS.find(([it]) => it.test(word))![1], bound: undefined };
  if (percent !== undefined) return { kind: 'share', amount: figure(percent) / 100, bound };
  if (fraction !== undefined) {
    const [, many = 'a', part = 'half'] = /^(?:(\w+)[ -])?(\w+?)s?$/i.exec(fraction) ?? [];
    const over = PARTS[part.toLowerCase()];
    return over === undefined
      ? undefined
      : { kind: 'share', amount: (NAMED[many.toLowerCase()] ?? 1) / over, bound };
  }
  return { kind: 'factor', amount: figure((factor ?? of)!), bound };
}

const figure = (said: string) => NAMED[said.toLowerCase()] ?? Number(said.replaceAll(',', ''));

/** Figures are rounded when they are told: a few points are no mistake. */
const ROUNDING = 0.03;
const ROUNDED_FACTOR = 0.15;

/** People reckon from either end, in points of a percentage, and alone in brackets of what is left: what fits is meant. */
function agrees(
  { kind, amount, bound }: Stated,
  way: Way | '',
  { before, after, percents }: BeforeAfter,
  tolerance: number,
  bare: boolean,
): boolean {
  const ratio = after / before;
  if ((way === 'down' && ratio > 1) || (way === 'up' && ratio < 1)) return false;
  const times = Math.max(ratio, 1 / ratio);
  const shares = [Math.abs(1 - ratio), times - 1];
  if (percents) shares.push(Math.abs(after - before) / 100);
  if (bare) shares.push(ratio);
  const off = tolerance * amount + (kind === 'share' ? ROUNDING : ROUNDED_FACTOR);
  return (kind === 'share' ? shares : [times, times - 1]).some(
    it =>
      Math.abs(it - amount) <= off ||
      (bound === 'least' && it >= amount) ||
      (bound === 'most' && it <= amount),
  );
}

/** `It fell from 30 to 40 ms`: nothing is measured, but the way is wrong. */
function wrongWay(match: RegExpExecArray | null, change: BeforeAfter, offset: number): Claim[] {
  if (!match) return [];
  const { verb } = match.groups!;
  const rose = /^(?:rose|grew|increased|climbed|raised)$/i.test(verb!);
  if (change.before === change.after || rose === change.after > change.before) return [];
  return [{ start: offset + match.index, end: change.end, said: verb!, change, follows: false }];
}
