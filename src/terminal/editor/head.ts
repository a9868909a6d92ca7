/** What is asked, above the answer: whole where there is room, shortened or on a page of its own where there is not. Pure. */
import { visible } from '../../model/unseen.ts';
import { WIDEST } from '../style.ts';
import { fitting } from './graphemes.ts';
import { rowStarts } from './layout.ts';
import type { Scene, Window } from './scene.ts';

/** Below this, wrapping at words makes no sense; the terminal cuts what is wider. */
const LEAST_WIDTH = 8;

/** Two columns stay free: one for a space at a row's end, one for the cursor after it. */
export function allColumns(window: Window): number {
  return Math.max(LEAST_WIDTH, window.columns - 2);
}

/** What words are wrapped at. */
export function textColumns(window: Window): number {
  return Math.min(WIDEST, allColumns(window));
}

/** A text as rows that fit into the window. */
export function wrapped(text: string, window: Window): string[] {
  return visible(text)
    .split('\n')
    .flatMap(line => {
      const starts = rowStarts(line, textColumns(window));
      return starts.map((start, row) => line.slice(start, starts[row + 1]).trimEnd());
    });
}

/** The rows above the answer, as they are: the title, the question and the hints, wrapped. */
export function headRows(scene: Scene, window: Window): string[] {
  const [title = '', ...rest] = scene.head;
  const { style } = window;
  return [
    ...wrapped(title, window).map(row => style.strong(row)),
    ...rest.flatMap(it => wrapped(it, window)),
    ...scene.hints.flatMap((hint, i) => hintRows(hint, i, scene, window)),
    ...toldRows(scene, window),
  ];
}

/** What is told of the tests as rows. */
export function toldRows({ told }: Scene, window: Window): string[] {
  const [first, ...rest] = told.map(it => wrapped(it, window));
  return [...(first ?? []).map(row => window.style.strong(row)), ...rest.flat()];
}

/** A hint as rows. */
export function hintRows(hint: string, index: number, scene: Scene, window: Window): string[] {
  return wrapped(`Hint ${index + 1} of ${scene.hintsInAll}: ${hint}`, window).map(row =>
    window.style.accent(row),
  );
}

/** The head in so many rows, and whether that is all of it. */
export interface Head {
  rows: string[];
  whole: boolean;
}

/**
 * In a small window the question is what counts: the title, blank rows and the rule give way to it, and then its middle,
 * with the key that shows it.
 */
export function headIn(room: number, scene: Scene, window: Window): Head {
  const all = [...headRows(scene, window), rule(window)];
  if (all.length <= room) return { rows: all, whole: true };
  const titleRows = wrapped(scene.head[0] ?? '', window).length;
  const text = all.slice(titleRows, -1).filter(row => row.trim() !== '');
  if (text.length <= room) return { rows: text, whole: true };
  return { rows: room > 0 ? shortened(text, room, window) : [], whole: false };
}

function rule(window: Window): string {
  return window.style.quiet('─'.repeat(Math.max(0, Math.min(window.columns - 1, 72))));
}

/** What was said last (a hint, say) matters as much as how it began. */
function shortened(rows: string[], room: number, window: Window): string[] {
  const end = Math.floor((room - 1) / 2);
  const mark = window.style.quiet(fitting('… (Ctrl-G shows all of it)', window.columns - 1));
  return [...rows.slice(0, room - 1 - end), mark, ...rows.slice(rows.length - end)];
}
