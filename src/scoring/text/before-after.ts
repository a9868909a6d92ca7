/** Where a text gives a quantity before and after a change, in one unit. */
import { type Quantity, quantitiesOf } from './numbers.ts';

export interface BeforeAfter {
  /** Where the first of the two figures begins and the second ends. */
  start: number;
  end: number;
  /** In the smaller common unit, or as written where both are in the same. */
  before: number;
  after: number;
  /** Both are percentages: a change may then be told in points. */
  percents: boolean;
}

/** `from 40 to 30 ms`, `900 → 120 ms`; what stands between the two, and before the first unless it is an arrow. */
const FORWARD = /^[^.;\d]{0,24}?(?:\bto\b|→|-+>|=>|\binto\b)[^.;\d]{0,16}$/i;
const PLAINLY = /→|->|=>|\b(?:down|up) to\b/i;
const FROM = /\b(?:from|fell|dropped|went|rose|grew)\b[^.;\d]{0,20}$/i;

/** `30 ms, down from 40`, `30 ms instead of 40`. */
const BACKWARD = /^[^.;\d]{0,16}\b(?:down from|up from|instead of)\b[^.;\d]{0,16}$/i;

/** `it took 40 ms, now 30 ms`. */
const NOW = /^[^.;\d]{0,24}[,–—-]?\s*\b(?:and )?now\b[^.;\d]{0,16}$/i;
const WAS = /\b(?:was|were|took|had|needed|used to (?:be|take|need)|before)\b[^.;\d]{0,20}$/i;

export function beforeAfterIn(text: string): BeforeAfter[] {
  const quantities = quantitiesOf(text);
  return quantities.slice(1).flatMap((second, index) => {
    const first = quantities[index]!;
    const between = text.slice(first.end, second.start);
    if (between.length > 60) return [];
    const lead = text.slice(Math.max(0, first.start - 32), first.start);
    const forward =
      (FORWARD.test(between) && !/\bin\b/i.test(between) && (PLAINLY.test(between) || FROM.test(lead))) ||
      (NOW.test(between) && WAS.test(lead));
    if (forward) return inOneUnit(text, first, second, first, second);
    return BACKWARD.test(between) ? inOneUnit(text, second, first, first, second) : [];
  });
}

function inOneUnit(
  text: string,
  before: Quantity,
  after: Quantity,
  { start }: Quantity,
  { end }: Quantity,
): BeforeAfter[] {
  const [from, to] = [scaled(text, before), scaled(text, after)];
  // `from 40 to 30 ms`: the unit is said once.
  const bare = [before, after].filter(it => it.unit === 'plain' || it.unit === 'count').length > 0;
  if (!bare && (before.unit !== after.unit || from === undefined || to === undefined)) return [];
  const share = (it: Quantity) => (it.unit === 'percent' ? 100 : 1);
  const [a, b] = bare ? [before.value * share(before), after.value * share(after)] : [from ?? 0, to ?? 0];
  const percents = before.unit === 'percent' || after.unit === 'percent';
  return a > 0 && b > 0 ? [{ start, end, before: a, after: b, percents }] : [];
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Seconds and bytes by the beginning of a unit's name; a month and a year are the calendar's on average. */
const UNITS: readonly (readonly [name: RegExp, size: number])[] = [
  [/^(?:ns|nano)/, 1e-9],
  [/^(?:µs|us|micro)/, 1e-6],
  [/^(?:ms|milli)/, 1e-3],
  [/^(?:s|secs?|seconds?)$/, 1],
  [/^min/, MINUTE],
  [/^(?:h|hr|hour)/, HOUR],
  [/^day/, DAY],
  [/^week/, 7 * DAY],
  [/^month/, 30.4 * DAY],
  [/^quarter/, 91.3 * DAY],
  [/^year/, 365.25 * DAY],
  [/^(?:b|bytes?)$/, 1],
  [/^(?:ki?b|kilo)/, 1e3],
  [/^(?:mi?b|mega)/, 1e6],
  [/^(?:gi?b|giga)/, 1e9],
  [/^(?:ti?b|tera)/, 1e12],
  [/^(?:pi?b|peta)/, 1e15],
];

/** In seconds, bytes, or as written; undefined for a unit that has no fixed size. */
function scaled(text: string, { start, end, value, unit }: Quantity): number | undefined {
  if (unit !== 'duration' && unit !== 'size') return unit === 'percent' ? 100 * value : value;
  const name = /[a-zµ]+$/i.exec(text.slice(start, end))?.[0].toLowerCase() ?? '';
  const size = UNITS.find(([pattern]) => pattern.test(name))?.[1];
  return size === undefined ? undefined : value * size;
}
