/** Finds what tells who somebody is: what is on the user's list, addresses, telephone numbers, keys. */
import { LIKE_A_KEY } from './secrets.ts';

/** Names to hide; whatever else is hidden is found by its form. */
export interface Listed {
  /** Of people: the whole name in any case, and its parts as they are written. */
  names: readonly string[];
  /** In any case. */
  companies: readonly string[];
}

/** TEXT is what looks like one of our own placeholders. */
export const KINDS = ['NAME', 'COMPANY', 'EMAIL', 'PHONE', 'LOGIN', 'KEY', 'TEXT'] as const;

export interface Span {
  kind: (typeof KINDS)[number];
  /** UTF-16 offsets. */
  start: number;
  end: number;
}

/** What stands for something hidden, as in [NAME-1]. */
export const PLACEHOLDER = new RegExp(`\\[(?:${KINDS.join('|')})-\\d+\\]`, 'g');

const EMAIL = /[\p{L}\p{N}._%+'-]{1,128}@(?:[\p{L}\p{N}][\p{L}\p{N}-]{0,62}\.){1,8}\p{L}{2,24}/gu;

/** User and password in an address. */
const LOGIN = /(?<=:\/\/)[^\s/@:]{1,100}:[^\s/@]{1,200}(?=@)/g;

/**
 * Telephone numbers: with a + (E.164 has up to 15 digits), as North America writes them, or with a 0 in front. Counts,
 * years and dates are none; of a count that follows such a number some digits are hidden too.
 */
const PHONE = new RegExp(
  [
    String.raw`(?<![\w+])\+\d(?:[ \t\u00a0./-]?\(?\d\)?){7,14}`,
    String.raw`(?<![\w.,+])(?:\(\d{3}\) ?\d{3}[ .-]|\d{3}[ .-]\d{3}[.-])\d{4}(?!\d)`,
    String.raw`(?<![\w.,+])(?!\d\d[./-]\d\d[./-]\d{4})\(?0\d\)?(?:[ \t\u00a0./-]?\(?\d\)?){7,12}`,
  ].join('|'),
  'g',
);

/** Makes what finds the spans of a text, in order, none overlapping. @param lists what the user wants hidden. */
export function personalIn({ names, companies }: Listed): (text: string) => Span[] {
  const parts = names.flatMap(it => it.split(/\s+/)).filter(it => /^\p{Lu}./u.test(it) && it.length > 2);
  const forms: [Span['kind'], RegExp | undefined][] = [
    ['TEXT', PLACEHOLDER],
    ['LOGIN', LOGIN],
    ['EMAIL', EMAIL],
    ['KEY', LIKE_A_KEY],
    ['NAME', anyOf(names, 'giu')],
    ['NAME', anyOf(parts, 'gu')],
    ['COMPANY', anyOf(companies, 'giu')],
    ['PHONE', PHONE],
  ];
  return text =>
    merged(
      forms.flatMap(([kind, form]) =>
        form
          ? [...text.matchAll(form)].map(it => ({ kind, start: it.index, end: it.index + it[0].length }))
          : [],
      ),
    );
}

/** Scripts that put no space between words: a name may stand anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/u;

/**
 * Whole words of a list, the longest first, composed or decomposed, whatever blank is between them. The look at what is
 * in front comes first: most places of a text are within a word, and need no look at the list.
 */
function anyOf(words: readonly string[], flags: string): RegExp | undefined {
  const trimmed = words.map(it => it.trim()).filter(it => it.length > 1 || UNSPACED.test(it));
  const spelt = [...new Set(trimmed.flatMap(it => [it, it.normalize('NFC'), it.normalize('NFD')]))];
  const longest = spelt.sort((a, b) => b.length - a.length);
  const anywhere = longest.filter(it => UNSPACED.test(it)).map(wordForm);
  const whole = longest.filter(it => !UNSPACED.test(it)).map(wordForm);
  const forms = [
    ...(whole.length > 0 ? [`(?<![\\p{L}\\p{N}_])(?:${whole.join('|')})(?![\\p{L}\\p{N}_])`] : []),
    ...anywhere,
  ];
  return forms.length > 0 ? new RegExp(forms.join('|'), flags) : undefined;
}

const wordForm = (word: string) =>
  word
    .split(/\s+/)
    .map(it => it.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .join('\\s+');

/** What overlaps becomes one: half of a name would still tell it. */
function merged(spans: Span[]): Span[] {
  const disjoint: Span[] = [];
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = disjoint.at(-1);
    if (last && span.start < last.end) last.end = Math.max(last.end, span.end);
    else disjoint.push(span);
  }
  return disjoint;
}
