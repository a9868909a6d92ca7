/** The one changing thing of an answer being written: what is there, what is kept, what is drawn. */
import { messageOf } from '../../model/errors.ts';
import { type Style, styleFor } from '../style.ts';
import { type Answer, kept, openAnswer, rewritten, type Setting, type TestsState } from './answer.ts';
import { textOf } from './buffer.ts';
import { createDecoder, type Decoder } from './decoder.ts';
import { headRows, hintRows, toldRows } from './head.ts';
import type { RowPlace } from './layout.ts';
import type { EditOptions, ForeignEditor, Trial } from './port.ts';
import type { Scene, Window } from './scene.ts';
import { ALTERNATE, eraseInline, type Frame, INLINE, type Surface } from './screen.ts';
import { advanced, type Stopwatch, startWatch } from './stopwatch.ts';
import { compose, isHeadWhole, pageOf, paneOf } from './view.ts';

export interface Desk {
  readonly options: EditOptions;
  readonly style: Style;
  readonly surface: Surface;
  readonly decoder: Decoder;
  answer: Answer;
  watch: Stopwatch;
  /** The first row of the text in view. */
  top: RowPlace;
  /** What the terminal shows; undefined when that is unknown. */
  last: Frame | undefined;
  /** Hints that were printed for good, in inline mode. */
  printed: number;
  /** Told of the tests, in lines; and that which was printed for good, in inline mode. */
  told: readonly string[];
  printedTold: readonly string[];
  /** Tests that are running, and since when. */
  trial: { stop: Trial['stop']; since: number } | undefined;
  /** The candidate has agreed to run them. */
  agreed: boolean;
  /** The lines that were kept last; the very array, as buffers share it. */
  kept: readonly string[] | undefined;
  /** What keeping failed with; undefined if it did not. */
  unsaved: unknown;
  flushedAt: number;
  /** The candidate's own editor has the terminal. */
  away: ForeignEditor | undefined;
  /** The terminal is ours: raw, and on our screen. */
  holding: boolean;
  /** Stopped by Ctrl-Z. */
  stopped: boolean;
  /** The terminal does not take anything any more. */
  gone: boolean;
  ended: boolean;
}

const NOTHING: readonly string[] = [];

/** Used by terminals that do not tell their size. */
const USUAL_COLUMNS = 80;
const USUAL_ROWS = 24;

export function openDesk(options: EditOptions): Desk {
  return {
    options,
    style: styleFor(options.color),
    surface: options.inline ? INLINE : ALTERNATE,
    decoder: createDecoder(),
    answer: openAnswer(options.text, options.hintsBefore, options.line),
    watch: startWatch(options.elapsed * 1_000, options.clock.now()),
    top: { line: 0, row: 0 },
    last: undefined,
    printed: 0,
    told: NOTHING,
    printedTold: NOTHING,
    trial: undefined,
    agreed: false,
    kept: undefined,
    unsaved: undefined,
    flushedAt: options.clock.now(),
    away: undefined,
    holding: false,
    stopped: false,
    gone: false,
    ended: false,
  };
}

/** Seconds used, to the millisecond. */
export function secondsUsed({ watch }: Desk): number {
  return Math.round(watch.used) / 1_000;
}

/** Brings the watch up to now; to be called before anything starts or stops it. */
export function tellTime(desk: Desk): void {
  desk.watch = advanced(desk.watch, desk.options.clock.now(), desk.answer.asking === 'paused');
}

/** Whether the clock hands the answer in. */
export function isTimeUp({ options, watch }: Desk): boolean {
  return options.budgets.hard && watch.used >= options.budgets.round * 1_000;
}

/** Saves what is there. A failure is shown, not thrown: the candidate can go on writing and the disk may recover. */
export function keep(desk: Desk, flush: boolean): void {
  if (!desk.away) takeOver(desk);
  const draft = { text: textOf(desk.answer.buffer), seconds: secondsUsed(desk) };
  try {
    desk.options.save(draft, flush);
    desk.kept = desk.answer.buffer.lines;
    desk.unsaved = undefined;
    desk.answer = kept(desk.answer);
  } catch (error) {
    desk.unsaved = error;
  }
  if (flush) desk.flushedAt = desk.options.clock.now();
}

/** What another program has saved counts; what was here can be had back by undoing. */
function takeOver(desk: Desk): void {
  const text = desk.options.savedElsewhere?.();
  if (text === undefined) return;
  const notice = 'Taken over: the file was saved by another program. Ctrl-_ undoes.';
  desk.answer = { ...rewritten(desk.answer, text), notice };
}

/** Saves if the text is not the one that was saved last. */
export function keepChanges(desk: Desk): void {
  if (desk.kept !== desk.answer.buffer.lines) keep(desk, false);
}

function windowOf({ options, style }: Desk): Window {
  const { columns, rows } = options.output;
  return {
    columns: columns || USUAL_COLUMNS,
    rows: rows || USUAL_ROWS,
    style,
    inline: options.inline ?? false,
  };
}

function sceneOf(desk: Desk): Scene {
  const { head, hints, budgets, editorCommand } = desk.options;
  const used = desk.watch.used / 1_000;
  const clock = (budget: number) => ({ left: budget - used, budget });
  return {
    head,
    hints: hints.slice(0, desk.answer.hints),
    hintsInAll: hints.length,
    answer: desk.answer,
    given: desk.options.given ?? '',
    clocks: { question: clock(budgets.question), round: clock(budgets.round) },
    beside: desk.options.beside ?? false,
    unsaved: desk.unsaved === undefined ? '' : messageOf(desk.unsaved),
    editor: editorCommand !== undefined,
    told: desk.told,
    tests: testsOf(desk),
    running: desk.trial && (desk.options.clock.now() - desk.trial.since) / 1_000,
  };
}

function testsOf({ options: { tests }, trial, agreed }: Desk): TestsState {
  if (tests === undefined) return 'none';
  if (typeof tests === 'string') return { why: tests };
  if (trial) return 'running';
  return agreed || tests.warning.length === 0 ? 'ready' : 'agree';
}

/** What the next key has to do with. */
export function settingOf(desk: Desk): Setting {
  const scene = sceneOf(desk);
  const window = windowOf(desk);
  return {
    pane: paneOf(scene, window),
    page: pageOf(scene, window),
    hints: scene.hintsInAll,
    editor: scene.editor,
    given: scene.given,
    tests: scene.tests,
  };
}

/** Draws what changed, unless somebody else has the terminal. */
export function draw(desk: Desk): void {
  if (!desk.holding || desk.ended) return;
  const scene = sceneOf(desk);
  const window = windowOf(desk);
  if (desk.options.inline) {
    printHints(desk, scene, window);
    printTold(desk, scene, window);
  }
  const { frame, top } = compose(scene, window, desk.top);
  const bytes = desk.surface.paint(desk.last, frame);
  desk.top = top;
  desk.last = frame;
  if (bytes !== '') send(desk, bytes);
}

/** In inline mode hints stay where they are printed, above the answer. */
function printHints(desk: Desk, scene: Scene, window: Window): void {
  if (desk.printed >= scene.hints.length) return;
  const rows = scene.hints
    .slice(desk.printed)
    .flatMap((hint, i) => hintRows(hint, desk.printed + i, scene, window));
  desk.printed = scene.hints.length;
  redraw(desk);
  send(desk, `${rows.join('\r\n')}\r\n`);
}

/** So does what is told of the tests. */
function printTold(desk: Desk, scene: Scene, window: Window): void {
  if (desk.printedTold === desk.told) return;
  desk.printedTold = desk.told;
  redraw(desk);
  send(
    desk,
    toldRows(scene, window)
      .map(row => `${row}\r\n`)
      .join(''),
  );
}

/** The next frame is drawn whole. */
export function redraw(desk: Desk): void {
  if (desk.options.inline && desk.last) send(desk, eraseInline(desk.last));
  desk.last = undefined;
}

/** Takes the terminal, the first time or again. */
export function takeTerminal(desk: Desk): void {
  const { input, inline } = desk.options;
  input.setRawMode(true);
  input.resume();
  desk.last = undefined;
  desk.holding = true;
  send(desk, desk.surface.open);
  const isFirst = desk.kept === undefined;
  if (isFirst && inline) printHead(desk);
  // What is asked is read before an answer is begun; where both have no room, it has the window first.
  if (isFirst && !isHeadWhole(sceneOf(desk), windowOf(desk)))
    desk.answer = { ...desk.answer, asking: 'reading' };
}

/** In inline mode what was asked stays where it is printed, above the answer. */
export function printHead(desk: Desk): void {
  const window = windowOf(desk);
  redraw(desk);
  desk.printed = desk.answer.hints;
  send(desk, `${headRows(sceneOf(desk), window).join('\r\n')}\r\n`);
}

/** Gives the terminal back as it was. @returns when it has taken that in. */
export async function leaveTerminal(desk: Desk): Promise<void> {
  const { input, output } = desk.options;
  if (!desk.holding) return;
  redraw(desk);
  desk.holding = false;
  const closed = new Promise<void>(resolve => {
    if (desk.gone) resolve();
    else output.write(desk.surface.close, () => resolve());
  });
  input.setRawMode(false);
  await closed;
}

function send(desk: Desk, bytes: string): void {
  if (!desk.gone) desk.options.output.write(bytes);
}
