/** A program in a real pseudo-terminal, its screen kept by a terminal emulator. */
import pty from '@lydell/node-pty';
import xterm from '@xterm/headless';
import { onTestFinished } from 'vitest';
import { BIN, DEADLINE, type Place } from './place.ts';

export const KEY = {
  enter: '\r',
  down: '\x1b[B',
  escape: '\x1b',
  handIn: '\x04',
  hint: '\x14',
  reread: '\x07',
  interrupt: '\x03',
  stop: '\x1a',
} as const;

/** A kernel's buffer for a terminal is small, and whoever fills it without reading deadlocks. */
const PIECE = 512;

interface Size {
  columns?: number;
  rows?: number;
}

/**
 * The shell around a run outlives it, so that the last words are read whole, and tells its exit code and whether the
 * terminal is as it was (`isig icanon echo`; in raw mode each has a minus). Ctrl-C in a break is a signal to it, too.
 */
const AROUND =
  'trap : INT; "$@"; echo "exit=$? $(stty -a | grep -oE -e "-?(isig|icanon|echo) " | tr -d "\\n")"; exec cat';

export class Terminal {
  /** All bytes that came. */
  raw = '';
  private readonly screen: xterm.Terminal;
  private readonly child: pty.IPty;
  /** Called whenever the screen changed. */
  private waiting = new Set<() => void>();

  constructor(argv: string[], env: Place['env'], { columns = 100, rows = 30 }: Size = {}) {
    this.screen = new xterm.Terminal({ cols: columns, rows, allowProposedApi: true, scrollback: 5000 });
    this.child = pty.spawn('/bin/sh', ['-c', AROUND, 'sh', ...argv], { cols: columns, rows, env });
    this.child.onData(bytes => {
      this.raw += bytes;
      this.screen.write(bytes, () => this.changed());
    });
    onTestFinished(() => this.close());
  }

  /** The exit code, and the terminal's mode after it; undefined while the run lasts. */
  private get ending(): { code: number; mode: string } | undefined {
    const [, code, mode] = /^exit=(\d+) (.*)$/m.exec(this.text()) ?? [];
    return code === undefined ? undefined : { code: Number(code), mode: mode!.trim() };
  }

  private changed(): void {
    for (const check of [...this.waiting]) check();
  }

  /** What is to be seen now: the rows of the window, or, with `all`, also those that went off its top. */
  text(all = false): string {
    const { active } = this.screen.buffer;
    const from = all ? 0 : active.baseY;
    let text = '';
    for (let row = from; row < active.length; row++) {
      const line = active.getLine(row)!;
      text += `${line.isWrapped || row === from ? '' : '\n'}${line.translateToString(true)}`;
    }
    return text.trimEnd();
  }

  isAlternate(): boolean {
    return this.screen.buffer.active.type === 'alternate';
  }

  isCursorShown(): boolean {
    return this.raw.lastIndexOf('\x1b[?25h') >= this.raw.lastIndexOf('\x1b[?25l');
  }

  get modes(): xterm.IModes {
    return this.screen.modes;
  }

  /** Waits until every one of the texts is on the screen at once. Rejects, with the screen, when it is not in time. */
  see(...wanted: (string | RegExp)[]): Promise<void> {
    const isThere = (it: string | RegExp) =>
      typeof it === 'string' ? this.text().includes(it) : it.test(this.text());
    return this.until(() => wanted.every(isThere), wanted.join(' and '));
  }

  /** Waits for the end. @returns the exit code, as a shell counts it, and the terminal's mode after it. */
  async end(): Promise<{ code: number; mode: string }> {
    await this.until(() => this.ending !== undefined, 'the end', true);
    return this.ending!;
  }

  /** @param mayEnd whether the run may end before; otherwise its end ends the waiting. */
  until(holds: () => boolean, what: string, mayEnd = false): Promise<void> {
    return new Promise((resolve, reject) => {
      const fail = (why: string) => {
        stop();
        reject(new Error(`Waited for ${what}, but ${why}. The screen:\n${this.text()}`));
      };
      const timer = setTimeout(() => fail('the time was up'), DEADLINE);
      const check = () => {
        if (holds()) {
          stop();
          resolve();
        } else if (!mayEnd && this.ending) fail('the run ended');
      };
      const stop = () => {
        clearTimeout(timer);
        this.waiting.delete(check);
      };
      this.waiting.add(check);
      check();
    });
  }

  async type(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    for (let at = 0; at < bytes.length; at += PIECE) {
      this.child.write(bytes.subarray(at, at + PIECE).toString('latin1'));
      await new Promise(resolve => setImmediate(resolve));
    }
  }

  /** Goes down in a menu to the choice that begins so, and takes it. */
  async choose(name: string): Promise<void> {
    await this.see(name, '❯');
    for (let moves = 0; !this.pointedAt()?.startsWith(name); moves++) {
      if (moves > 20) throw new Error(`There is no choice "${name}":\n${this.text()}`);
      const before = this.pointedAt();
      await this.type(KEY.down);
      // Not until anything changes: a menu is drawn in pieces, and a second key would be one too many.
      await this.until(() => ![before, undefined].includes(this.pointedAt()), 'the next choice');
    }
    await this.type(KEY.enter);
  }

  /** The choice that the arrow of a menu points at; another menu may stand above it still. */
  private pointedAt(): string | undefined {
    return [...this.text().matchAll(/❯ ([^\n]+)/g)].at(-1)?.[1];
  }

  /** Waits for the editor to ask this. */
  asked(prompt: string | RegExp): Promise<void> {
    return this.see(prompt, 'Ctrl-D hand in');
  }

  /** Types an answer, sees it, and hands it in. */
  async answer(prompt: string, text: string): Promise<void> {
    await this.asked(prompt);
    await this.type(text);
    await this.see(text.slice(-20));
    await this.type(KEY.handIn);
    await this.until(() => !this.isAlternate(), 'the answer to be handed in');
  }

  /** Makes the window another size, as a drag at its corner does. */
  resize(columns: number, rows: number): void {
    this.screen.resize(columns, rows);
    this.child.resize(columns, rows);
  }

  /** Closes the window: the kernel tells the programs in it by SIGHUP, and their terminal is gone. */
  close(): void {
    (this.child as pty.IPty & { destroy(): void }).destroy();
  }
}

/** mockloop on a terminal. */
export function mockloop(at: Place, ...argv: string[]): Terminal {
  return new Terminal([process.execPath, BIN, ...argv], at.env);
}
