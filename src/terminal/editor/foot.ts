/** The rows below the answer: the clocks, and the keys or whatever the candidate is asked. Pure. */

import { counted } from '../../model/prose.ts';
import { visible } from '../../model/unseen.ts';
import type { Style } from '../style.ts';
import type { Answer, Asking } from './answer.ts';
import { countdown, type Tone } from './countdown.ts';
import { fitting, textWidth } from './graphemes.ts';
import { wrapped } from './head.ts';
import type { Scene, Window } from './scene.ts';

interface Piece {
  text: string;
  style?: (text: string) => string;
}

/**
 * At most `room` rows. What the candidate is asked or told is whole where it can be, and more urgent than the clocks;
 * the keys are one row, with as many of them as fit.
 */
export function footRows(scene: Scene, window: Window, room: number): string[] {
  const told = toldRows(scene, window);
  if (!isTelling(scene.answer)) return [statusRow(scene, window), keysRow(scene, window)].slice(0, room);
  return [...(told.length < room ? [statusRow(scene, window)] : []), ...told].slice(0, room);
}

/** Whether something is asked or told in place of the keys. */
export function isTelling({ asking, notice }: Answer): boolean {
  return (asking !== 'writing' && asking !== 'reading') || notice !== '';
}

function toneStyle(style: Style, tone: Tone): (text: string) => string {
  return { calm: style.good, soon: style.warn, now: style.bad }[tone];
}

/** As many pieces as fit into one row, from the most important on. */
function joined(pieces: readonly Piece[], window: Window): string {
  return joinedRows(pieces, window)[0]!;
}

/** The pieces as rows; one that is wider than the window is cut. */
function joinedRows(pieces: readonly Piece[], window: Window): string[] {
  const rows = [''];
  let used = 0;
  for (const { text, style } of pieces) {
    if (used > 0 && used + GAP.length + textWidth(text) > window.columns - 1) {
      rows.push('');
      used = 0;
    }
    const gap = used === 0 ? '' : GAP;
    const fits = fitting(text, window.columns - 1 - used - gap.length);
    used += gap.length + textWidth(fits);
    rows[rows.length - 1] += gap + (style ? style(fits) : fits);
  }
  return rows;
}

const GAP = ' · ';

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
  const count = wordCount(scene.answer.buffer.lines, scene.given);
  const clocks = scene.beside
    ? [clock('Another try', question), { text: 'the round waits', style: style.quiet }]
    : [clock('Question', question), clock('Round', round)];
  const words = { text: counted(count, 'word') };
  return joined(scene.unsaved ? [kept, ...clocks, words] : [...clocks, words, kept], window);
}

/** Runs of characters that are not spaces, in lines that were not given to begin with. */
export function wordCount(lines: readonly string[], given = ''): number {
  const known = new Set(given === '' ? [] : given.split('\n'));
  let count = 0;
  for (const line of lines) {
    if (known.has(line)) continue;
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

const QUESTIONS: Readonly<Record<Exclude<Asking, 'writing' | 'reading' | 'menu'>, string>> = {
  paused: 'Paused: the clock stands still. Any key goes on.',
  empty: 'Nothing is written. Hand in an empty answer? Ctrl-D or y: yes. Any other key: write on.',
  sure: 'Hand in? y: yes. Any other key: write on.',
  skip: 'Skip this question? What you wrote will not be judged. y: yes. Any other key: write on.',
  run: 'Run them on your machine? y: yes. Any other key: write on.',
};

/** Another try that is handed in empty or skipped leaves the answer that was there. */
const ANOTHER_TRY: Partial<typeof QUESTIONS> = {
  empty:
    'Nothing is written. Drop this try and go on? The answer before it counts. Ctrl-D or y: yes. Any other key: write on.',
  skip: 'Drop this try and go on? The answer before it counts. y: yes. Any other key: write on.',
};

/** The menu, a notice or a question to the candidate. */
function toldRows(scene: Scene, window: Window): string[] {
  const { asking, notice } = scene.answer;
  const told = (text: string) => wrapped(text, window).map(row => window.style.warn(row));
  if (notice !== '') return told(notice);
  if (asking === 'menu') return joinedRows(menuPieces(scene), window);
  if (asking === 'writing' || asking === 'reading') return [];
  return told((scene.beside && ANOTHER_TRY[asking]) || QUESTIONS[asking]);
}

function keysRow(scene: Scene, window: Window): string {
  if (scene.running !== undefined) {
    const text = `Running the tests, ${Math.floor(scene.running)} s. Ctrl-C stops them; you can write on.`;
    return joined([{ text, style: window.style.accent }], window);
  }
  const keys = scene.answer.asking === 'reading' ? READING_KEYS : writingKeys(scene);
  return joined(
    keys.map(text => ({ text, style: window.style.quiet })),
    window,
  );
}

const READING_KEYS = ['Type to answer', '↑ ↓ scroll', 'Ctrl-D hand in'];

function writingKeys(scene: Scene): string[] {
  const isCode = scene.tests !== 'none';
  return [
    'Ctrl-D hand in',
    'Esc menu',
    ...(canTest(scene) ? ['Ctrl-R tests'] : []),
    ...(isCode && scene.editor ? ['Ctrl-O editor'] : []),
    ...(hintsLeft(scene) ? ['Ctrl-T hint'] : []),
    'Ctrl-P pause',
    'Ctrl-C leave',
  ];
}

function canTest({ tests }: Scene): boolean {
  return typeof tests === 'string' && tests !== 'none';
}

function hintsLeft(scene: Scene): boolean {
  return scene.hints.length < scene.hintsInAll;
}

function menuPieces(scene: Scene): Piece[] {
  const choices = [
    'd hand in',
    ...(canTest(scene) ? ['r run tests'] : []),
    ...(hintsLeft(scene) ? ['t hint'] : []),
    'g reread',
    'p pause',
    scene.beside ? 's drop this try' : 's skip',
  ];
  return [...choices, ...(scene.editor ? ['o editor'] : []), 'q quit', 'Esc back'].map(text => ({ text }));
}
