/** Frames to the bytes that turn the last one into the next: only rows that changed, in one piece. */

/** What the screen is to show. Rows are narrower than the window. */
export interface Frame {
  rows: readonly string[];
  /** The cursor stands after `prefix`, the beginning of its row: written again, the terminal itself says how wide it is. */
  cursor: { row: number; prefix: string };
}

/** Turns the last frame into the next; with no last one, draws all. Empty when nothing changed. */
export type Paint = (last: Frame | undefined, next: Frame) => string;

/** Synchronized output: a terminal that knows it shows the frame at once. The cursor is hidden for those that do not. */
const BEGIN = '\x1b[?2026h\x1b[?25l';
const END = '\x1b[?25h\x1b[?2026l';
const CLEAR_REST_OF_ROW = '\x1b[K';
const CLEAR_BELOW = '\x1b[J';

/** Where frames are drawn: what to send before the first and after the last, and how one follows another. */
export interface Surface {
  open: string;
  close: string;
  paint: Paint;
}

/** A screen of its own: the scrollback stays clean. No automatic wrapping: a row drawn wider than counted is cut. */
export const ALTERNATE: Surface = {
  open: '\x1b[?1049h\x1b[?2004h\x1b[?7l',
  close: '\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?25h\x1b[?1049l',
  paint: paintAlternate,
};

function paintAlternate(last: Frame | undefined, next: Frame): string {
  let body = last ? '' : '\x1b[2J';
  const height = Math.max(last?.rows.length ?? 0, next.rows.length);
  for (let row = 0; row < height; row++) {
    const text = next.rows[row] ?? '';
    if (text !== (last?.rows[row] ?? '')) body += `${to(row)}${text}${CLEAR_REST_OF_ROW}`;
  }
  if (body === '' && last && sameCursor(last, next)) return '';
  return `${BEGIN}${body}${to(next.cursor.row)}${next.cursor.prefix}${END}`;
}

function to(row: number): string {
  return `\x1b[${row + 1};1H`;
}

function sameCursor(a: Frame, b: Frame): boolean {
  return a.cursor.row === b.cursor.row && a.cursor.prefix === b.cursor.prefix;
}

/** In place, below what is already on the screen; it knows only its own rows. */
export const INLINE: Surface = {
  open: '\x1b[?2004h',
  close: '\x1b[?2026l\x1b[?2004l\x1b[?25h',
  paint: paintInline,
};

function paintInline(last: Frame | undefined, next: Frame): string {
  const isSame = last?.rows.length === next.rows.length && last.rows.every((row, i) => row === next.rows[i]);
  if (last && isSame && sameCursor(last, next)) return '';
  let body = backToTop(last);
  next.rows.forEach((row, i) => {
    // A line feed goes down where there is a row and makes one where there is none.
    if (i > 0) body += '\r\n';
    if (row !== last?.rows[i]) body += `${row}${CLEAR_REST_OF_ROW}`;
  });
  if (last && last.rows.length > next.rows.length) body += `\r\n${CLEAR_BELOW}${up(1)}`;
  body += `\r${up(next.rows.length - 1 - next.cursor.row)}${next.cursor.prefix}`;
  return `${BEGIN}${body}${END}`;
}

function up(rows: number): string {
  return rows > 0 ? `\x1b[${rows}A` : '';
}

/** From the cursor of a frame to its first row. */
function backToTop(last: Frame | undefined): string {
  return `\r${up(last?.cursor.row ?? 0)}`;
}

/** Removes an inline frame, so that something can be printed in its place. */
export function eraseInline(last: Frame | undefined): string {
  return last ? `${backToTop(last)}${CLEAR_BELOW}` : '';
}
