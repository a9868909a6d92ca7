/** Figures as they are spoken: `two hundred and twenty-five`, `point eight`, `one and a half`, `eighty per cent`, `2.5k`. */

export interface Token {
  /** Small letters; a figure without commas. */
  text: string;
  start: number;
  end: number;
}

const TOKEN = /\d+(?:,\d{3})+(?:\.\d+)?|\d*\.\d+|\d+|\p{L}+|[^\s\p{L}\d]/gu;

/** Words, figures and signs of a text, in order. */
export const tokensOf = (text: string): Token[] =>
  Array.from(text.matchAll(TOKEN), ({ 0: it, index }) => ({
    text: it.toLowerCase().replaceAll(',', it === ',' ? ',' : ''),
    start: index,
    end: index + it.length,
  }));

export interface Spoken {
  /** A percentage of 80 is 0.8. */
  value: number;
  percent: boolean;
  /** One of its words is no digit. */
  inWords: boolean;
  /** The token behind it. */
  next: number;
}

const ONES: ReadonlyMap<string, number> = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((it, value) => [it, value]),
);
const TENS: ReadonlyMap<string, number> = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((it, at) => [it, 10 * (at + 2)]),
);
const SCALES: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1e3],
  ['k', 1e3],
  ['million', 1e6],
  ['m', 1e6],
]);
const PARTS: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['thirds', 1 / 3],
  ['quarter', 1 / 4],
  ['quarters', 1 / 4],
  ['fifth', 1 / 5],
  ['fifths', 1 / 5],
]);

/** The figure that begins at a token; undefined where none does. */
export function figureAt(tokens: readonly Token[], at: number): Spoken | undefined {
  const whole = digitsAt(tokens, at) ?? wordsAt(tokens, at);
  const broken = brokenAt(tokens, whole?.next ?? at, whole?.value ?? 0) ?? partAt(tokens, at);
  const figure = broken && broken.next > (whole?.next ?? 0) ? broken : whole;
  if (!figure) return undefined;
  const { value, next } = figure;
  const behind = percentEnd(tokens, next);
  const inWords = tokens.slice(at, next).some(it => /^\p{L}{2,}$/u.test(it.text));
  return behind > next
    ? { value: value / 100, percent: true, inWords, next: behind }
    : { value, percent: false, inWords, next };
}

interface Read {
  value: number;
  next: number;
}

function digitsAt(tokens: readonly Token[], at: number): Read | undefined {
  const token = tokens[at];
  if (!token || !/^[\d.]*\d$/.test(token.text)) return undefined;
  const scale = SCALES.get(tokens[at + 1]?.text ?? '');
  return { value: Number(token.text) * (scale ?? 1), next: at + (scale === undefined ? 1 : 2) };
}

function wordsAt(tokens: readonly Token[], at: number): Read | undefined {
  let [total, part, next] = [0, -1, at];
  // `a hundred`, `a thousand`: the article is the one.
  if (tokens[at]?.text === 'a' && SCALES.has(tokens[at + 1]?.text ?? '')) [part, next] = [1, at + 1];
  for (;;) {
    let here = next;
    if (next > at && /^(?:and|-)$/.test(tokens[here]?.text ?? '')) here++;
    const word = tokens[here]?.text ?? '';
    const [one, ten, scale] = [ONES.get(word), TENS.get(word), SCALES.get(word)];
    if (one !== undefined && (part < 0 || fits(part, one))) part = Math.max(0, part) + one;
    else if (ten !== undefined && (part < 0 || part % 100 === 0)) part = Math.max(0, part) + ten;
    else if (scale !== undefined && word.length > 1 && part > 0 && here === next) {
      if (scale === 100) part *= scale;
      else [total, part] = [total + part * scale, 0];
    } else break;
    next = here + 1;
  }
  return next > at && part >= 0 ? { value: total + part, next } : undefined;
}

/** `two` after `twenty` or `hundred`, `twelve` after `hundred`; a figure after a figure is the next one. */
const fits = (part: number, one: number): boolean =>
  part % 100 === 0 || (one > 0 && one < 10 && part % 10 === 0 && part % 100 >= 20);

/** What is less than one: `point eight`, `point two five`, `and a half`, behind a whole figure or alone. */
function brokenAt(tokens: readonly Token[], at: number, whole: number): Read | undefined {
  if (tokens[at]?.text === 'point') {
    let digits = '';
    let next = at + 1;
    for (; next < tokens.length; next++) {
      const { text } = tokens[next]!;
      const one = ONES.get(text);
      if (one !== undefined && one < 10) digits += one;
      else if (/^\d+$/.test(text) && digits === '') digits = text;
      else break;
    }
    return digits === '' ? undefined : { value: whole + Number(`0.${digits}`), next };
  }
  if (whole > 0 && tokens[at]?.text === 'and' && tokens[at + 1]?.text === 'a') {
    const part = PARTS.get(tokens[at + 2]?.text ?? '');
    if (part !== undefined) return { value: whole + part, next: at + 3 };
  }
  return undefined;
}

/** `half`, `a quarter`, `three quarters`. */
function partAt(tokens: readonly Token[], at: number): Read | undefined {
  const first = tokens[at]?.text ?? '';
  if (first === 'half') return { value: 0.5, next: at + 1 };
  const part = PARTS.get(tokens[at + 1]?.text ?? '');
  const many = first === 'a' ? 1 : ONES.get(first);
  return part === undefined || many === undefined ? undefined : { value: many * part, next: at + 2 };
}

function percentEnd(tokens: readonly Token[], at: number): number {
  const [first, second] = [tokens[at]?.text, tokens[at + 1]?.text];
  if (first === '%' || first === 'percent') return at + 1;
  return first === 'per' && second === 'cent' ? at + 2 : at;
}
