/** One answer being given: the text, what is asked of the candidate besides, and how a key changes it. Pure. */
import { fullDisk, isMissing } from '../../model/disk.ts';
import { atLine, bufferOf, insert, type TextBuffer, textOf } from './buffer.ts';
import { type History, interrupted, NO_HISTORY, remembered, undone } from './history.ts';
import { KEYMAP, type Pane } from './keymap.ts';
import type { Input } from './keys.ts';

/**
 * `writing`; `reading` what was asked, on a page of its own; `menu` after Esc; `paused`; or a question that the next key
 * answers: hand in an empty answer (`empty`), hand in from the menu (`sure`), skip what has a text (`skip`), run tests
 * that come from elsewhere (`run`).
 */
export type Asking = 'writing' | 'reading' | 'menu' | 'paused' | 'empty' | 'sure' | 'skip' | 'run';

export interface Answer {
  readonly buffer: TextBuffer;
  readonly history: History;
  readonly asking: Asking;
  /** The first row of what was asked that is shown while `reading`. */
  readonly readFrom: number;
  /** How many hints are shown. */
  readonly hints: number;
  /** Something to tell in the last row, until the next key. */
  readonly notice: string;
  /** Ctrl-C was the last key: the next one leaves. */
  readonly leaving: boolean;
}

/** What only the outside can do. */
export type Wish =
  | 'hand-in'
  | 'skip'
  | 'quit'
  | 'interrupt'
  | 'keep'
  | 'editor'
  | 'suspend'
  | 'redraw'
  /** Says again what was asked. */
  | 'repeat'
  /** Tell what the tests are; run them; stop them. */
  | 'warn'
  | 'run'
  | 'stop';

export interface Pressed {
  answer: Answer;
  wish?: Wish;
}

/** Where what was asked can be read whole: its rows, and how many of them are shown at once. */
export interface Page {
  rows: number;
  height: number;
}

/** What a key may have to do with. */
export interface Setting {
  pane: Pane;
  /** Undefined where there is none, and what was asked is said again instead. */
  page: Page | undefined;
  /** How many hints there are. */
  hints: number;
  /** Whether there is an editor to open. */
  editor: boolean;
  /** Text that counts as nothing written. */
  given: string;
  tests: TestsState;
}

/** Tests of the code: `none` there are, `agree` to them first, `ready`, `running`, or why they cannot be run. */
export type TestsState = 'none' | 'agree' | 'ready' | 'running' | { why: string };

/** @param line where the cursor begins; at the end without one. */
export function openAnswer(text: string, hints = 0, line?: number): Answer {
  const buffer = bufferOf(text);
  return {
    buffer: line === undefined ? buffer : atLine(buffer, line),
    history: NO_HISTORY,
    asking: 'writing',
    readFrom: 0,
    hints,
    notice: '',
    leaving: false,
  };
}

/** The answer after a key or text, and what is to be done about it. */
export function press(before: Answer, input: Input, setting: Setting): Pressed {
  const answer = { ...before, notice: '', leaving: false };
  const key = keyOf(input);
  if (key === 'ctrl+c' && setting.tests === 'running') return { answer, wish: 'stop' };
  if (key === 'ctrl+c') return interrupt(before);
  if (key === 'ctrl+z') return { answer, wish: 'suspend' };
  if (key === 'ctrl+l') return { answer: before, wish: 'redraw' };
  const replied = key === undefined ? undefined : REPLIES[before.asking](answer, key, setting);
  if (replied) return replied;
  const writing: Answer = { ...answer, asking: 'writing' };
  return input.kind === 'text' ? { answer: written(writing, input) } : pressKey(writing, input.key, setting);
}

/** A key's name, or a character typed alone; longer text and pastes never answer a question. */
function keyOf(input: Input): string | undefined {
  if (input.kind === 'key') return input.key;
  return input.pasted || input.text.length > 1 ? undefined : input.text;
}

const UNKEPT = 'Not saved, so not handed in';

/** The answer could not be kept: nothing may end as if it had been. */
export function unkept(answer: Answer, error: unknown): Answer {
  return { ...answer, asking: 'writing', notice: UNKEPT + wayOut(error) };
}

/** It has been kept: nothing says any more that it was not, nor that the next Ctrl-C leaves. */
export function kept(answer: Answer): Answer {
  return answer.notice.startsWith(UNKEPT) ? { ...answer, notice: '', leaving: false } : answer;
}

/** Short enough for one row of 80 columns; the error itself is told in the row above. */
function wayOut(error: unknown): string {
  if (fullDisk(error)) return '. Make room, or copy it; Ctrl-C twice drops it.';
  if (isMissing(error)) return ': its folder is gone. Copy it, then Ctrl-C twice.';
  return '. Copy it elsewhere; Ctrl-C twice drops it.';
}

function interrupt(before: Answer): Pressed {
  if (before.leaving) return { answer: before, wish: 'interrupt' };
  const answer: Answer = { ...before, asking: 'writing', leaving: true };
  return {
    answer: { ...answer, notice: 'Saved. Press Ctrl-C again to leave; you can resume.' },
    wish: 'keep',
  };
}

/** What a key means while something is asked; undefined: it goes to the text, so that nothing typed is lost. */
type Reply = (answer: Answer, key: string, setting: Setting) => Pressed | undefined;

const isHandIn = (key: string) => key === 'ctrl+d' || key === 'alt+enter';
const isYes = (key: string) => key === 'y' || key === 'Y';

const REPLIES: Readonly<Record<Asking, Reply>> = {
  writing: () => undefined,
  reading: (answer, key, { page }) => {
    const moved = page && SCROLLS[key]?.(answer.readFrom, page);
    if (moved !== undefined)
      return { answer: { ...answer, readFrom: Math.max(0, Math.min(moved, page!.rows - page!.height)) } };
    return BACK.includes(key) ? { answer: { ...answer, asking: 'writing' } } : undefined;
  },
  menu: (answer, key, setting) => {
    const writing: Answer = { ...answer, asking: 'writing' };
    if (key === 'escape') return { answer: writing };
    return key.length === 1 ? MENU[key.toLowerCase()]?.(writing, setting) : undefined;
  },
  paused: answer => ({ answer: { ...answer, asking: 'writing' } }),
  empty: (answer, key) => confirmed(answer, key, isHandIn(key) || isYes(key), 'hand-in'),
  sure: (answer, key) => confirmed(answer, key, isHandIn(key) || isYes(key), 'hand-in'),
  skip: (answer, key) => confirmed(answer, key, isYes(key), 'skip'),
  run: (answer, key) => confirmed({ ...answer, asking: 'writing' }, key, isYes(key), 'run'),
};

/** What leaves the page and does nothing else. */
const BACK: readonly string[] = ['escape', 'enter', 'ctrl+g'];

/** The first row to show, from the present one; beyond the ends it is cut. */
const SCROLLS: Readonly<Record<string, (from: number, page: Page) => number>> = {
  up: from => from - 1,
  down: from => from + 1,
  pageup: (from, { height }) => from - Math.max(1, height - 1),
  pagedown: (from, { height }) => from + Math.max(1, height - 1),
  home: () => 0,
  end: (_from, { rows }) => rows,
};

function confirmed(answer: Answer, key: string, yes: boolean, wish: Wish): Pressed | undefined {
  if (yes) return { answer, wish };
  const no = key === 'n' || key === 'N' || key === 'escape';
  return no ? { answer: { ...answer, asking: 'writing' } } : undefined;
}

/** The letters of the menu. Those that cannot be taken back ask once: after vim, Esc and a letter come by themselves. */
const MENU: Readonly<Record<string, (answer: Answer, setting: Setting) => Pressed>> = {
  d: (answer, { given }) => ({ answer: { ...answer, asking: isEmpty(answer, given) ? 'empty' : 'sure' } }),
  r: runTests,
  t: showHint,
  g: readQuestion,
  p: pause,
  s: (answer, { given }) =>
    isEmpty(answer, given) ? { answer, wish: 'skip' } : { answer: { ...answer, asking: 'skip' } },
  o: openEditor,
  q: answer => ({ answer, wish: 'quit' }),
};

const COMMANDS: Readonly<Record<string, (answer: Answer, setting: Setting) => Pressed>> = {
  'ctrl+d': handIn,
  'alt+enter': handIn,
  escape: answer => ({ answer: { ...answer, asking: 'menu' } }),
  'ctrl+o': openEditor,
  'ctrl+r': runTests,
  'ctrl+t': showHint,
  'ctrl+g': readQuestion,
  'ctrl+p': pause,
  'ctrl+_': undo,
};

function isEmpty({ buffer }: Answer, given: string): boolean {
  return buffer.lines.every(line => line.trim() === '') || textOf(buffer).trim() === given.trim();
}

function runTests(answer: Answer, { tests }: Setting): Pressed {
  if (tests === 'none') return { answer };
  if (tests === 'ready') return { answer, wish: 'run' };
  if (tests === 'agree') return { answer: { ...answer, asking: 'run' }, wish: 'warn' };
  const notice = tests === 'running' ? 'They are running; Ctrl-C stops them.' : `No tests: ${tests.why}.`;
  return { answer: { ...answer, notice } };
}

function handIn(answer: Answer, { given }: Setting): Pressed {
  return isEmpty(answer, given) ? { answer: { ...answer, asking: 'empty' } } : { answer, wish: 'hand-in' };
}

function showHint(answer: Answer, setting: Setting): Pressed {
  if (answer.hints < setting.hints) return { answer: { ...answer, hints: answer.hints + 1 } };
  const notice = setting.hints === 0 ? 'There is no hint for this one.' : 'That was the last hint.';
  return { answer: { ...answer, notice } };
}

function readQuestion(answer: Answer, { page }: Setting): Pressed {
  return page ? { answer: { ...answer, asking: 'reading', readFrom: 0 } } : { answer, wish: 'repeat' };
}

function pause(answer: Answer): Pressed {
  return { answer: { ...answer, asking: 'paused' }, wish: 'keep' };
}

function openEditor(answer: Answer, { editor }: Setting): Pressed {
  if (editor) return { answer, wish: 'editor' };
  return { answer: { ...answer, notice: 'Set EDITOR or VISUAL to write in an editor of your own.' } };
}

function undo(answer: Answer): Pressed {
  const back = undone(answer.history);
  return { answer: back ? { ...answer, ...back } : { ...answer, notice: 'Nothing to undo.' } };
}

function pressKey(answer: Answer, key: string, setting: Setting): Pressed {
  const command = COMMANDS[key];
  if (command) return command(answer, setting);
  const edit = KEYMAP[key];
  return { answer: edit ? edited(answer, edit(answer.buffer, setting.pane), key) : answer };
}

/** Takes over an edited text; a mere move of the cursor is not remembered. */
function edited(answer: Answer, buffer: TextBuffer, kind: string): Answer {
  if (buffer.lines === answer.buffer.lines)
    return { ...answer, buffer, history: interrupted(answer.history) };
  return { ...answer, buffer, history: remembered(answer.history, answer.buffer, kind) };
}

function written(answer: Answer, { text, pasted }: Extract<Input, { kind: 'text' }>): Answer {
  // A word is undone at once, with the spaces before it.
  const goesOn = answer.history.kind === 'typing' && !/^\s/.test(text);
  const kind = pasted ? 'paste' : 'typing';
  const history = goesOn || pasted ? answer.history : interrupted(answer.history);
  return edited({ ...answer, history }, insert(answer.buffer, text), kind);
}

/** The text as another editor left it. */
export function rewritten(answer: Answer, text: string): Answer {
  return text === textOf(answer.buffer) ? answer : edited(answer, bufferOf(text), 'editor');
}
