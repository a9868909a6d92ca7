/** What a reader takes for one character: where it begins and ends, and how many columns it may take. */
import stringWidth from 'fast-string-width';

/** A tab is drawn as this many spaces wherever it stands, so that a row's width does not depend on its start. */
const TAB_WIDTH = 4;

let segmenter: Intl.Segmenter | undefined;

/** Made for the first text that needs it: it takes longer than most modules take to load. */
function segments(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter('en', { granularity: 'grapheme' });
  return segmenter.segment(text);
}

/**
 * Whether a UTF-16 unit never joins a neighbour of the same kind: between two such units there is always a boundary
 * (UAX 29, table 2: neither extends, joins nor prepends). Only what lies between is given to the segmenter, which is
 * a hundred times slower.
 */
function stands(unit: number): boolean {
  if (unit < 0x300) return true;
  if (unit < 0x2010) return (unit >= 0x370 && unit < 0x483) || (unit >= 0x48a && unit < 0x530);
  if (unit < 0x2028) return true;
  if (unit < 0x3041) return unit >= 0x3000 && unit < 0x302a;
  if (unit < 0x4e00) return unit < 0x3097 || (unit >= 0x30a1 && unit < 0x3100);
  return unit < 0xa000 || (unit >= 0xac00 && unit < 0xd7a4) || (unit >= 0xff01 && unit < 0xff61);
}

/** Whether a boundary at `at` follows from the two units beside it alone. */
function plainlyApart(line: string, at: number): boolean {
  return at <= 0 || at >= line.length || (stands(line.charCodeAt(at - 1)) && stands(line.charCodeAt(at)));
}

/** The boundaries of the stretch around `at` that needs the segmenter, its two ends included; ascending. */
function boundariesAround(line: string, at: number): number[] {
  let start = at;
  while (!plainlyApart(line, start)) start--;
  let end = Math.max(at, start + 1);
  while (!plainlyApart(line, end)) end++;
  const inside = [...segments(line.slice(start, end))].map(it => start + it.index);
  return [...inside, Math.min(end, line.length)];
}

/** The end of the grapheme that begins at or holds `at`; the line's length at its end. */
export function boundaryAfter(line: string, at: number): number {
  if (at >= line.length) return line.length;
  if (plainlyApart(line, at) && plainlyApart(line, at + 1)) return at + 1;
  return boundariesAround(line, at).find(it => it > at) ?? line.length;
}

/** The start of the grapheme that ends at or holds the unit before `at`; 0 at the start of the line. */
export function boundaryBefore(line: string, at: number): number {
  if (at <= 1) return 0;
  if (plainlyApart(line, at) && plainlyApart(line, at - 1)) return at - 1;
  return boundariesAround(line, at - 1).findLast(it => it < at) ?? 0;
}

/** `at` itself if it is a boundary, else the next one. */
export function snapped(line: string, at: number): number {
  if (plainlyApart(line, at)) return Math.min(Math.max(at, 0), line.length);
  return boundariesAround(line, at).find(it => it >= at) ?? line.length;
}

/** Calls `visit` with each grapheme's start and end. */
export function eachGrapheme(line: string, visit: (start: number, end: number) => void): void {
  let start = 0;
  while (start < line.length) {
    if (plainlyApart(line, start + 1)) {
      visit(start, start + 1);
      start++;
      continue;
    }
    const boundaries = boundariesAround(line, start + 1);
    for (let i = 0; i + 1 < boundaries.length; i++) visit(boundaries[i]!, boundaries[i + 1]!);
    start = boundaries.at(-1)!;
  }
}

/** Where the line's graphemes begin, and its end; ascending. */
export function boundariesOf(line: string): number[] {
  const boundaries = [0];
  eachGrapheme(line, (_, end) => boundaries.push(end));
  return boundaries;
}

const widths = new Map<string, number>();

/** The most columns that a terminal may give to a grapheme: one that cannot join emoji draws them side by side. */
export function graphemeWidth(grapheme: string): number {
  const unit = grapheme.charCodeAt(0);
  if (grapheme.length === 1 && unit >= 0x20 && unit < 0x7f) return 1;
  const known = widths.get(grapheme);
  if (known !== undefined) return known;
  const apart = [...grapheme].reduce(
    (sum, char) => sum + (/\p{M}|\p{Cf}/u.test(char) ? 0 : stringWidth(char)),
    0,
  );
  const width = grapheme === '\t' ? TAB_WIDTH : Math.max(stringWidth(grapheme), apart);
  if (widths.size < 10_000) widths.set(grapheme, width);
  return width;
}

const PRINTABLE_ASCII = /^[\x20-\x7e]*$/;

/** The most columns that a terminal may give to a text without styles and newlines. */
export function textWidth(text: string): number {
  if (PRINTABLE_ASCII.test(text)) return text.length;
  let width = 0;
  eachGrapheme(text, (start, end) => {
    width += graphemeWidth(text.slice(start, end));
  });
  return width;
}

/** The longest beginning of a text without styles that fits into so many columns. */
export function fitting(text: string, columns: number): string {
  if (textWidth(text) <= columns) return text;
  let width = 0;
  let fits = 0;
  eachGrapheme(text, (start, end) => {
    width += graphemeWidth(text.slice(start, end));
    if (width <= columns) fits = end;
  });
  return text.slice(0, fits);
}
