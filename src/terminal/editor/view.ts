/** The frame to show: question above, answer in the middle, clocks and keys below. Pure. */
import type { Page } from './answer.ts';
import { footRows, isTelling } from './foot.ts';
import { allColumns, headIn, headRows, textColumns } from './head.ts';
import type { Pane } from './keymap.ts';
import { type RowPlace, scrolled, viewFrom } from './layout.ts';
import type { Scene, Window } from './scene.ts';
import type { Frame } from './screen.ts';

/** While the candidate is asked something, one row of the answer must do. */
const LEAST_ANSWER_ROWS = 3;
const LEAST_WHILE_TELLING = 1;

interface Parts {
  head: string[];
  /** Whether the head is all that was asked. */
  whole: boolean;
  pane: Pane;
  foot: string[];
}

/** How the window is shared out: the head gives way, then the row of keys, so that the answer has three rows. */
function parts(scene: Scene, window: Window): Parts {
  // Lines of code are ended by who writes them.
  const width = scene.tests === 'none' ? textColumns(window) : allColumns(window);
  const least = isTelling(scene.answer) ? LEAST_WHILE_TELLING : LEAST_ANSWER_ROWS;
  const foot = footRows(scene, window, Math.max(0, window.rows - least));
  const height = window.rows - foot.length;
  if (window.inline) return { head: [], whole: true, pane: { width, height: Math.max(1, height - 1) }, foot };
  const { rows: head, whole } = headIn(Math.max(0, height - LEAST_ANSWER_ROWS), scene, window);
  return { head, whole, pane: { width, height: Math.max(1, height - head.length) }, foot };
}

/** The part of the window that the text has. */
export function paneOf(scene: Scene, window: Window): Pane {
  return parts(scene, window).pane;
}

/** Whether all that was asked is in view beside the answer. */
export function isHeadWhole(scene: Scene, window: Window): boolean {
  return parts(scene, window).whole;
}

/** The page on which what was asked can be read whole; none in inline mode, where it stays above. */
export function pageOf(scene: Scene, window: Window): Page | undefined {
  if (window.inline) return undefined;
  const { foot } = parts(scene, window);
  return { rows: headRows(scene, window).length, height: Math.max(1, window.rows - foot.length) };
}

/** The frame, and the first row of the text that it shows: to be given as `top` for the next one. */
export function compose(scene: Scene, window: Window, top: RowPlace): { frame: Frame; top: RowPlace } {
  if (scene.answer.asking === 'reading') return { frame: pageFrame(scene, window), top };
  const { head, pane, foot } = parts(scene, window);
  const { buffer } = scene.answer;
  const first = scrolled(buffer, top, pane.width, pane.height);
  const view = viewFrom(buffer, first, pane.width, pane.height);
  const filling = window.inline ? 0 : pane.height - view.rows.length;
  const rows = [...head, ...view.rows, ...blank(filling), ...foot];
  return { frame: { rows, cursor: { ...view.cursor, row: head.length + view.cursor.row } }, top: first };
}

/** What was asked, on a page of its own; the cursor waits below it. */
function pageFrame(scene: Scene, window: Window): Frame {
  const { foot } = parts(scene, window);
  const { rows: count, height } = pageOf(scene, window)!;
  const from = Math.max(0, Math.min(scene.answer.readFrom, count - height));
  const shown = headRows(scene, window).slice(from, from + height);
  const rows = [...shown, ...blank(height - shown.length), ...foot];
  return { rows, cursor: { row: Math.min(shown.length, rows.length - 1), prefix: '' } };
}

function blank(count: number): string[] {
  return Array<string>(count).fill('');
}
