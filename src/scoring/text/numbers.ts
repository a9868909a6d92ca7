/** Figures with what they measure, and statements of change. */

export type UnitOfMeasure = 'percent' | 'money' | 'duration' | 'size' | 'factor' | 'count' | 'plain';

export interface Quantity {
  start: number;
  end: number;
  /** In the unit as written; a percentage of 80 is 0.8. */
  value: number;
  unit: UnitOfMeasure;
}

export interface Change {
  start: number;
  end: number;
  /** What it changed from and to, where both are given. */
  from?: Quantity;
  to?: Quantity;
}

/** What a figure is multiplied by. */
export const SCALE: Readonly<Record<string, number>> = {
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  hundred: 100,
};

/** Figures written as words. */
export const NAMED: Readonly<Record<string, number>> = {
  half: 0.5,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  thousand: 1000,
};

const PERCENT = String.raw`%|per ?cent\b|percentage points?\b`;
const DURATION = String.raw`(?:ns|µs|us|ms|millis(?:econds?)?|microseconds?|milliseconds?|s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|quarters?|years?|sprints?|person[- ](?:days|weeks|months))\b`;
const SIZE = String.raw`(?:[kmgtp]i?b|bytes?|kilobytes?|megabytes?|gigabytes?|terabytes?|petabytes?)\b`;
const MONEY = String.raw`(?:dollars?|euros?|pounds?|usd|eur|gbp|cents?)\b`;

const FIGURE = new RegExp(
  String.raw`(?<![\p{L}\p{N}_.]|\p{L}/)(?<currency>[$€£]\s?)?(?:(?<digits>\d+(?:,\d{3})*(?:\.\d+)?)|(?<named>${Object.keys(NAMED).join('|')})\b)(?:[ -]?(?<scale>k|mn|bn|m|thousand|million|billion|hundred)\b(?![/-]))?(?:[ -]?(?:(?<percent>${PERCENT})|(?<duration>${DURATION})|(?<size>${SIZE})|(?<money>${MONEY})|(?<factor>x\b|times\b|-?fold\b)))?`,
  'giu',
);

/** A noun that is counted follows at once: `12 engineers`. */
const COUNTED = /^[ -](?:\p{L}+[ -])?\p{L}{3,}/u;
const NOT_COUNTED =
  /^[ -](?:of|and|or|to|in|on|at|is|are|was|were|the|by|for|with|as|that|which|then|because|but|so)\b/i;

/** The figures of a text, in order. Years, ordinals and figures inside of names (p99, 5xx) are none. */
export function quantitiesOf(text: string): Quantity[] {
  if (!/\d|[a-z]{3}/i.test(text)) return [];
  const found: Quantity[] = [];
  for (const match of text.matchAll(FIGURE)) {
    const quantity = read(match, text);
    if (quantity) found.push(quantity);
  }
  return found;
}

function read(match: RegExpMatchArray, text: string): Quantity | undefined {
  const { currency, digits, named, scale } = match.groups!;
  const start = match.index!;
  const end = start + match[0].length;
  const rest = text.slice(end, end + 40);
  if (/^[\p{L}\p{N}_]/u.test(rest) || /^\.\d/.test(rest)) return undefined;
  const unit = unitOf(match.groups!, rest);
  // `one` and its like are figures only when they measure something: one of them, no one.
  if (named !== undefined && (unit === 'plain' || (unit === 'count' && /^(?:one|half)$/i.test(named))))
    return undefined;
  if (unit === 'plain' && currency === undefined && /^(?:19|20)\d\d$/.test(digits!)) return undefined;
  const base = digits === undefined ? NAMED[named!.toLowerCase()]! : Number(digits.replaceAll(',', ''));
  const scaled = base * (scale === undefined ? 1 : SCALE[scale.toLowerCase()]!);
  return { start, end, value: unit === 'percent' ? scaled / 100 : scaled, unit };
}

function unitOf(groups: Record<string, string | undefined>, rest: string): UnitOfMeasure {
  if (groups.currency !== undefined || groups.money !== undefined) return 'money';
  for (const unit of ['percent', 'duration', 'size', 'factor'] as const)
    if (groups[unit] !== undefined) return unit;
  return COUNTED.test(rest) && !NOT_COUNTED.test(rest) ? 'count' : 'plain';
}

/** What may stand between the two figures of `from 900 ms to 120 ms`, `900 → 120 ms`. */
const BETWEEN =
  /^[^.;]{0,24}?(?:\bto\b|→|->|-->|=>|\binto\b)\s*(?:(?:about|around|roughly|nearly|almost|just|only|under|over|below|above|less than|more than|some|a|the)\s+)*[$€£~]?$/i;

const DIRECTION =
  /\b(?:reduc|cut|drop|fell|fall|decreas|lower|sav|shrank|shrunk|less|fewer|improv|increas|rose|rais|grew|grow|gain|more|higher|faster|slower|quicker|up|down|by|better|shorter|off)\p{L}*/iu;

/** Parts of a whole in words; `half` and `quarter` alone are time as often as not. */
const SHARE = String.raw`(?:half|(?:a|one) (?:third|quarter|fifth|tenth)|(?:two|three|four)[ -](?:thirds|quarters|fifths|tenths))`;

/** What may come behind a share by which something fell: not `by a third party`, `by half past nine`. */
const ENDS = String.raw`(?=$|[^\p{L}\p{N}\s]|\s+(?:of|in|within|and|but|or|after|over|since|from|when|while|because|so|at|for|on|with|compared|this|that|the|until|again)\b)`;

const COMPARED_WITH = String.raw`(?:less|fewer|more|lower|higher|faster|slower|quicker|cheaper|shorter|longer|smaller|larger|bigger|better)`;

/** Words that state a change with its measure in them: `halved`, `by a third`, `half as many`, `twice the speed`, `tenfold`. */
const IN_A_WORD = new RegExp(
  String.raw`\b(?:halv(?:ed|ing)|doubl(?:ed|ing)|tripl(?:ed|ing)|quadrupled|quartered|in half|(?:two|three|four|five|six|ten|twenty|hundred)-?fold|(?:by|to) (?:about |around |roughly |nearly |almost |over |more than )?(?:a )?${SHARE}${ENDS}|${SHARE} (?:as (?:much|many|long|large|big)|${COMPARED_WITH})|(?:twice|three times) (?:as (?!(?:an?|the|my|our|his|her|its|their|i|we|he|she|it|they|you|there|if|part|usual)\b)|the (?:speed|number|amount|price|cost|size|load|volume|rate|time|work))\p{L}*)(?!\p{L})`,
  'giu',
);

/** Then and now side by side: `takes two minutes now where it was nine`, `180 came instead of 150`. */
const COMPARED =
  /\bnow\b[^.;]{0,60}\b(?:was|were|used to|before|instead of)\b|\b(?:was|were|used to|before)\b[^.;]{0,80}\b(?:now|afterwards)\b|\d[^.;]{0,40}\binstead of\b[^.;]{0,20}\d/i;

/** Statements of change in a text: from a to b, by so much, so many times, then against now. */
export function changesOf(text: string, quantities: readonly Quantity[] = quantitiesOf(text)): Change[] {
  const changes: Change[] = [];
  for (const [index, to] of quantities.entries()) {
    const from = quantities[index - 1];
    if (
      from &&
      BETWEEN.test(text.slice(from.end, to.start)) &&
      !/\bin\b/i.test(text.slice(from.end, to.start))
    )
      changes.push({ start: from.start, end: to.end, from, to });
    else if ((to.unit === 'percent' || to.unit === 'factor') && DIRECTION.test(around(text, to)))
      changes.push({ start: to.start, end: to.end });
  }
  for (const match of text.matchAll(IN_A_WORD))
    changes.push({ start: match.index, end: match.index + match[0].length });
  if (changes.length === 0 && quantities.length > 0) {
    const compared = COMPARED.exec(text);
    if (compared) changes.push({ start: compared.index, end: compared.index + compared[0].length });
  }
  return changes;
}

function around(text: string, { start, end }: Quantity): string {
  return `${text.slice(Math.max(0, start - 40), start)} ${text.slice(end, end + 24)}`;
}
