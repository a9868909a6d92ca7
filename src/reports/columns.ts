/** Text measured and cut by the columns that a terminal gives it. */

/**
 * Characters that take two columns in most terminals. Pictographs that some show in one are in it: a row may come out
 * shorter than measured, never longer.
 */
const WIDE =
  /[\p{Extended_Pictographic}\p{Emoji_Presentation}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\uff01-\uff60\uffe0-\uffe6]/u;

/** Marks that sit on the character before them. */
const NONE = /[\p{Mn}\p{Me}\u200c\u200d]/u;

/** At most so many columns does a line without control characters take. */
export function columns(text: string): number {
  let sum = 0;
  for (const char of text) sum += columnsOf(char);
  return sum;
}

function columnsOf(char: string): number {
  if (char < '\u0300') return 1;
  if (NONE.test(char)) return 0;
  return WIDE.test(char) ? 2 : 1;
}

/** The text, or as much of it as fits in `width` columns with an ellipsis. */
export function clip(text: string, width: number): string {
  if (columns(text) <= width) return text;
  return `${fitting(text, width - 1)
    .join('')
    .trimEnd()}…`;
}

/** The text, or as much of its end as fits in `width` columns behind an ellipsis: names of one bank begin alike. */
export function ending(text: string, width: number): string {
  if (columns(text) <= width) return text;
  return `…${fitting([...text].reverse(), width - 1)
    .reverse()
    .join('')
    .trimStart()}`;
}

/** The first characters, as many as fit. */
function fitting(chars: Iterable<string>, width: number): string[] {
  const kept: string[] = [];
  let used = 0;
  for (const char of chars) {
    used += columnsOf(char);
    if (used > width) break;
    kept.push(char);
  }
  return kept;
}

/** The text filled to `width` columns, cut where it is longer. */
export function filled(text: string, width: number): string {
  const shown = clip(text, width);
  return shown + ' '.repeat(width - columns(shown));
}

/** One line as rows of at most `width` columns, the first after `lead`, the others under it; long words are cut. */
export function wrap(line: string, lead: string, width: number): string[] {
  const room = width - columns(lead);
  const rows = [''];
  for (const word of line.split(' ').flatMap(it => pieces(it, room))) {
    const row = rows.at(-1)!;
    if (row === '') rows[rows.length - 1] = word;
    else if (columns(row) + 1 + columns(word) <= room) rows[rows.length - 1] = `${row} ${word}`;
    else rows.push(word);
  }
  return rows.map((row, index) => (index === 0 ? lead : ' '.repeat(columns(lead))) + row);
}

/** A word that is longer than a row, cut into rows. */
function pieces(word: string, room: number): string[] {
  const parts = [''];
  for (const char of word) {
    const part = parts.at(-1)!;
    if (columns(part) + columnsOf(char) > room) parts.push(char);
    else parts[parts.length - 1] = part + char;
  }
  return parts;
}
