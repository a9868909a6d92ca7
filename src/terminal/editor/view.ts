/** The frame to show: question above, answer in the middle, clocks and keys below. Pure. */
import { visible } from '../../model/unseen.ts';
import type { Style } from '../style.ts';
import type { Answer, Asking, TestsState } from './answer.ts';
import { countdown, type Tone } from './countdown.ts';
import { fitting, textWidth } from './graphemes.ts';
import type { Pane } from './keymap.ts';
import { type RowPlace, rowStarts, scrolled, viewFrom } from './layout.ts';
import type { Frame } from './screen.ts';

/** What there is to see. */
export interface Scene {
  head: readonly string[];
  /** Those that are shown. */
  hints: readonly string[];
  hintsInAll: number;
  answer: Answer;
  /** Seconds. */
  clocks: { question: { left: number; budget: number }; round: { left: number; budget: number } };
  /** Why the text could not be kept; empty if it was. */
  unsaved: string;
  /** Whether an editor can be opened. */
  editor: boolean;
  /** Told of the tests, in lines. */
  told: readonly string[];
  tests: TestsState;
  /** Seconds for which they have been running. */
  running: number | undefined;
}

/** Where it is seen. */
export interface Window {
  columns: number;
  rows: number;
  style: Style;
  inline: boolean;
}

const LEAST_ANSWER_ROWS = 3;
const CHROME_ROWS = 2;
/** Below this, wrapping at words makes no sense; the terminal cuts what is wider. */
const LEAST_WIDTH = 8;

/** Two columns stay free: one for a space at a row's end, one for the cursor after it. */
function textColumns(window: Window): number {
  return Math.max(LEAST_WIDTH, window.columns - 2);
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

function wrapped(text: string, window: Window): string[] {
  return visible(text)
    .split('\n')
    .flatMap(line => {
      const starts = rowStarts(line, textColumns(window));
      return starts.map((start, row) => line.slice(start, starts[row + 1]).trimEnd());
    });
}

/** How the window is shared out: the head gives way, then the row of keys, so that the answer has three rows. */
function parts(scene: Scene, window: Window): { head: string[]; pane: Pane } {
  const width = textColumns(window);
  const below = Math.max(0, Math.min(CHROME_ROWS, window.rows - LEAST_ANSWER_ROWS));
  if (window.inline) return { head: [], pane: { width, height: Math.max(1, window.rows - below - 1) } };
  const room = Math.max(0, window.rows - below - LEAST_ANSWER_ROWS);
  const head = room === 0 ? [] : shortened(headFor(scene, window, room), room);
  return { head, pane: { width, height: Math.max(1, window.rows - below - head.length) } };
}

/** In a small window the question is what counts: the title, blank rows and the rule give way to it. */
function headFor(scene: Scene, window: Window, room: number): string[] {
  const rows = [...headRows(scene, window), rule(window)];
  if (rows.length <= room) return rows;
  const titleRows = wrapped(scene.head[0] ?? '', window).length;
  return rows.slice(titleRows, -1).filter(row => row.trim() !== '');
}

function rule(window: Window): string {
  return window.style.quiet('─'.repeat(Math.max(0, Math.min(window.columns - 1, 72))));
}

/** What was said last (a hint, say) matters as much as how it began. */
function shortened(rows: string[], room: number): string[] {
  if (rows.length <= room) return rows;
  const end = Math.floor((room - 1) / 2);
  return [...rows.slice(0, room - 1 - end), '…', ...rows.slice(rows.length - end)];
}

/** The part of the window that the text has. */
export function paneOf(scene: Scene, window: Window): Pane {
  return parts(scene, window).pane;
}

/** The frame, and the first row of the text that it shows: to be given as `top` for the next one. */
export function compose(scene: Scene, window: Window, top: RowPlace): { frame: Frame; top: RowPlace } {
  const { head, pane } = parts(scene, window);
  const { buffer } = scene.answer;
  const first = scrolled(buffer, top, pane.width, pane.height);
  const view = viewFrom(buffer, first, pane.width, pane.height);
  const filling = window.inline ? 0 : pane.height - view.rows.length;
  const below = [statusRow(scene, window), lastRow(scene, window)];
  const room = Math.max(0, Math.min(CHROME_ROWS, window.rows - LEAST_ANSWER_ROWS));
  // With one row left, a question to the candidate is more urgent than the clocks.
  const chrome = room === 1 && isAsking(scene.answer) ? below.slice(1) : below.slice(0, room);
  const rows = [...head, ...view.rows, ...Array<string>(filling).fill(''), ...chrome];
  return { frame: { rows, cursor: { ...view.cursor, row: head.length + view.cursor.row } }, top: first };
}

function isAsking({ asking, notice }: Answer): boolean {
  return asking !== 'writing' || notice !== '';
}

function toneStyle(style: Style, tone: Tone): (text: string) => string {
  return { calm: style.good, soon: style.warn, now: style.bad }[tone];
}

/** Joins what fits, from the most important on. */
function joined(pieces: { text: string; style?: (text: string) => string }[], window: Window): string {
  let used = 0;
  let row = '';
  for (const { text, style } of pieces) {
    const gap = row === '' ? '' : ' · ';
    const room = window.columns - 1 - used - gap.length;
    if (row !== '' && textWidth(text) > room) break;
    const fits = fitting(text, room);
    used += gap.length + textWidth(fits);
    row += gap + (style ? style(fits) : fits);
  }
  return row;
}

function statusRow(scene: Scene, window: Window): string {
  const { style, inline } = window;
  const { question, round } = scene.clocks;
  const clock = (name: string, { left, budget }: { left: number; budget: number }) => {
    const { words, tone } = countdown(left, budget, inline);
    return { text: `${name} ${words}`, style: toneStyle(style, tone) };
  };
  const kept = scene.unsaved
    ? { text: `NOT SAVED: ${visible(scene.unsaved)}`, style: style.bad }
    : { text: 'saved', style: style.quiet };
  const count = wordCount(scene.answer.buffer.lines);
  const clocks = [clock('Question', question), clock('Round', round)];
  const words = { text: count === 1 ? '1 word' : `${count} words` };
  return joined(scene.unsaved ? [kept, ...clocks, words] : [...clocks, words, kept], window);
}

/** Runs of characters that are not spaces. */
export function wordCount(lines: readonly string[]): number {
  let count = 0;
  for (const line of lines) {
    let isInside = false;
    for (let i = 0; i < line.length; i++) {
      const unit = line.charCodeAt(i);
      const isSpace = unit === 0x20 || unit === 0x09 || unit === 0xa0 || unit === 0x3000;
      if (!isSpace && !isInside) count++;
      isInside = !isSpace;
    }
  }
  return count;
}

const QUESTIONS: Readonly<Record<Exclude<Asking, 'writing' | 'menu'>, string>> = {
  paused: 'Paused: the clock stands still. Any key goes on.',
  empty: 'Nothing is written. Hand in an empty answer? Ctrl-D or y: yes. Any other key: write on.',
  sure: 'Hand in? y: yes. Any other key: write on.',
  skip: 'Skip this question? What you wrote will not be judged. y: yes. Any other key: write on.',
  run: 'Run them on your machine? y: yes. Any other key: write on.',
};

/** The keys, the menu, a notice or a question to the candidate. */
function lastRow(scene: Scene, window: Window): string {
  const { style } = window;
  const { asking, notice } = scene.answer;
  if (notice !== '') return joined([{ text: notice, style: style.warn }], window);
  if (asking === 'menu') return joined(menuPieces(scene), window);
  if (asking !== 'writing') return joined([{ text: QUESTIONS[asking], style: style.warn }], window);
  if (scene.running !== undefined) {
    const text = `Running the tests, ${Math.floor(scene.running)} s. Ctrl-C stops them; you can write on.`;
    return joined([{ text, style: style.accent }], window);
  }
  const isCode = scene.tests !== 'none';
  const keys = [
    'Ctrl-D hand in',
    'Esc menu',
    ...(canTest(scene) ? ['Ctrl-R tests'] : []),
    ...(isCode && scene.editor ? ['Ctrl-O editor'] : []),
    ...(hintsLeft(scene) ? ['Ctrl-T hint'] : []),
    'Ctrl-P pause',
    'Ctrl-C leave',
  ];
  return joined(
    keys.map(text => ({ text, style: style.quiet })),
    window,
  );
}

function canTest({ tests }: Scene): boolean {
  return typeof tests === 'string' && tests !== 'none';
}

function hintsLeft(scene: Scene): boolean {
  return scene.hints.length < scene.hintsInAll;
}

function menuPieces(scene: Scene): { text: string }[] {
  const choices = [
    'd hand in',
    ...(canTest(scene) ? ['r run tests'] : []),
    ...(hintsLeft(scene) ? ['t hint'] : []),
    'p pause',
    's skip',
  ];
  return [...choices, ...(scene.editor ? ['o editor'] : []), 'q quit', 'Esc back'].map(text => ({ text }));
}
