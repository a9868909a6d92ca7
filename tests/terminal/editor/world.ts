/** A terminal, a clock and signals made of plain objects, and an answer being written on them. */
import { EventEmitter } from 'node:events';
import xterm from '@xterm/headless';
import type { Clock } from '../../../src/model/clock.ts';
import { editAnswer } from '../../../src/terminal/editor/editor.ts';
import type { Edited, EditOptions, ForeignEditor } from '../../../src/terminal/editor/port.ts';
import type { Signals } from '../../../src/terminal/screen.ts';

export const START = 1_700_000_000_000;

/** A clock that stands still until it is told to go on. */
export class FakeClock implements Clock {
  private time = START;
  private readonly timers = new Map<number, { at: number; run: () => void }>();
  private count = 0;

  now = (): number => this.time;

  setTimeout = (run: () => void, milliseconds: number): unknown => {
    this.timers.set(++this.count, { at: this.time + milliseconds, run });
    return this.count;
  };

  clearTimeout = (timer: unknown): void => {
    this.timers.delete(timer as number);
  };

  /** How many timers wait. */
  get waiting(): number {
    return this.timers.size;
  }

  /** Goes on, with every timer at its time. */
  pass(seconds: number): void {
    const end = Math.round(this.time + seconds * 1_000);
    for (;;) {
      const due = [...this.timers].filter(([, it]) => it.at <= end).sort(([, a], [, b]) => a.at - b.at)[0];
      if (!due) break;
      this.timers.delete(due[0]);
      this.time = Math.max(this.time, due[1].at);
      due[1].run();
    }
    this.time = end;
  }

  /** The machine sleeps: timers come late. */
  sleep(seconds: number): void {
    this.time += seconds * 1_000;
    this.pass(0);
  }
}

class FakeInput extends EventEmitter {
  raw = false;
  flowing = false;
  /** The terminal is gone: it says so when its mode is to be set. */
  gone: boolean;
  constructor(gone: boolean) {
    super();
    this.gone = gone;
  }
  setRawMode(raw: boolean): void {
    if (this.gone) this.emit('error', new Error('EIO'));
    else this.raw = raw;
  }
  resume(): void {
    this.flowing = true;
  }
  pause(): void {
    this.flowing = false;
  }
}

class FakeOutput extends EventEmitter {
  columns = 60;
  rows = 16;
  written = '';
  readonly onWrite: () => void;
  constructor(onWrite: () => void) {
    super();
    this.onWrite = onWrite;
  }
  write(text: string, written?: () => void): boolean {
    this.onWrite();
    this.written += text;
    if (written) setImmediate(written);
    return true;
  }
}

/** Another editor that the test writes in. */
export interface FakeEditor extends ForeignEditor {
  text: string;
  stopped: boolean;
  close(problem?: string): void;
}

export function fakeEditor(text: string): FakeEditor {
  let close: (problem?: string) => void = () => {};
  const done = new Promise<string | undefined>(resolve => {
    close = resolve;
  });
  const editor: FakeEditor = {
    text,
    stopped: false,
    close,
    done,
    read: () => editor.text,
    stop: () => {
      editor.stopped = true;
      close();
    },
  };
  return editor;
}

export interface World {
  input: FakeInput;
  output: FakeOutput;
  clock: FakeClock;
  signals: EventEmitter & Signals & { suspended: number };
  /** What happened, in order: `save`, `flush`, `write`. */
  events: string[];
  /** The drafts that were saved. */
  saved: { text: string; seconds: number; flush: boolean }[];
  editors: FakeEditor[];
  done: Promise<Edited>;
  /** Sends bytes and lets the event loop turn. */
  send(bytes: string | Uint8Array): Promise<void>;
  /** What a terminal shows of all that was written. */
  screen(): Promise<string[]>;
  /** Where its cursor stands, from 0. */
  cursor(): Promise<{ row: number; column: number }>;
}

export const turn = (): Promise<void> => new Promise(resolve => setImmediate(resolve));

export function open(
  options: Partial<EditOptions> = {},
  size: { columns?: number; rows?: number; gone?: boolean } = {},
): World {
  const events: string[] = [];
  const saved: World['saved'] = [];
  const editors: FakeEditor[] = [];
  const { gone = false, ...window } = size;
  const input = new FakeInput(gone);
  const output = Object.assign(new FakeOutput(() => events.push('write')), window);
  const clock = new FakeClock();
  const signals = Object.assign(new EventEmitter(), {
    suspended: 0,
    suspend: () => {
      signals.suspended++;
    },
    interrupt: () => {},
  });
  const done = editAnswer({
    input,
    output,
    clock,
    signals,
    head: ['Question 1 of 2', 'Tell me about a time you failed.'],
    text: '',
    elapsed: 0,
    budgets: { question: 300, round: 600, hard: false },
    hints: ['Think of numbers.', 'What changed?'],
    save: (draft, flush) => {
      events.push(flush ? 'flush' : 'save');
      saved.push({ ...draft, flush });
    },
    color: false,
    editorCommand: 'vi',
    openEditor: (_command, text) => {
      editors.push(fakeEditor(text));
      return editors.at(-1)!;
    },
    ...options,
  });
  const send = async (bytes: string | Uint8Array) => {
    input.emit('data', typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
    await turn();
  };
  return {
    input,
    output,
    clock,
    signals,
    events,
    saved,
    editors,
    done,
    send,
    screen: async () => rowsOf(await shownBy(output)),
    cursor: async () => {
      const { cursorX, cursorY } = (await shownBy(output)).buffer.active;
      return { row: cursorY, column: cursorX };
    },
  };
}

/** A real terminal emulator that was sent all the output. */
export async function terminalWith(bytes: string, columns: number, rows: number): Promise<xterm.Terminal> {
  const terminal = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true });
  await new Promise<void>(resolve => terminal.write(bytes, resolve));
  return terminal;
}

function shownBy(output: FakeOutput): Promise<xterm.Terminal> {
  return terminalWith(output.written, output.columns, output.rows);
}

/** The rows of the window as text, without spaces at their ends. */
export function rowsOf(terminal: xterm.Terminal): string[] {
  const { active } = terminal.buffer;
  return Array.from({ length: terminal.rows }, (_, row) =>
    (active.getLine(active.viewportY + row)?.translateToString(true) ?? '').trimEnd(),
  );
}

/** As a terminal that knows bracketed paste sends it. */
export function pasted(text: string): string {
  return `\x1b[200~${text.replace(/(?<!\r)\n/g, '\r')}\x1b[201~`;
}
