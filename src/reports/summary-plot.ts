/** Scores drawn as bars of characters, with a mark where the level's bar is. */
import { columns, filled } from './columns.ts';
import { oneLine } from './one-line.ts';
import { scoreColumn } from './words.ts';

/** One bar with what it is called and what is said of it. */
export interface Line {
  title: string;
  /** 0 to 100, or null without a score. */
  score: number | null;
  /** What is wanted, 0 to 100; no mark without. */
  bar: number | undefined;
  /** One row without anything to be escaped. */
  words: string;
  /** Before the title: `+` reached, `-` not, a blank for neither. */
  mark?: '+' | '-' | ' ';
}

/** Columns of a bar, in a window as usual and in a narrow one. */
const WIDE = 20;
const SHORT = 10;

/** Fewest columns of a name that can still be told from others, and the most that any needs. */
const SHORTEST_NAME = 12;
const LONGEST_NAME = 36;

const GAP = '  ';
const FIGURE = 5;

/** The lines below each other, the columns of all alike. */
export function plotFor(lines: readonly Line[], width: number): string[] {
  const words = Math.max(0, ...lines.map(it => columns(it.words)));
  const rest = width - 4 * GAP.length - FIGURE - words;
  const size = rest - WIDE < SHORTEST_NAME + GAP.length ? SHORT : WIDE;
  const longest = Math.max(0, ...lines.map(nameOf).map(columns));
  const name = Math.max(SHORTEST_NAME, Math.min(LONGEST_NAME, longest, rest - size));
  return lines.map(it => {
    const cells = [
      filled(nameOf(it), name),
      bar(it.score, it.bar, size),
      scoreColumn(it.score).padStart(FIGURE),
      it.words,
    ];
    return filled(`${GAP}${cells.join(GAP)}`, width).trimEnd();
  });
}

function nameOf({ mark, title }: Line): string {
  return `${mark === undefined ? '' : `${mark} `}${oneLine(title)}`;
}

/** Characters of equal worth, the wanted score marked by an upright; empty without a score. */
export function bar(score: number | null, wanted?: number, size = WIDE): string {
  if (wanted === undefined) return drawn(Math.round(part(score ?? 0, size)), size);
  // Whole characters only: a score just below what is wanted does not look as if it were above.
  const plain = drawn(Math.floor(part(score ?? 0, size)), size);
  // In place of the character that a score on the bar fills last.
  const place = Math.max(0, Math.floor(part(wanted, size)) - 1);
  return `${plain.slice(0, place)}┃${plain.slice(place + 1)}`;
}

const drawn = (full: number, size: number) => '█'.repeat(full) + '░'.repeat(size - full);

const part = (score: number, size: number) => (Math.min(100, Math.max(0, score)) * size) / 100;
