/** What the terminal's parts are given of the outside world; the cli builds it once. */
import type { ReadStream, WriteStream } from 'node:tty';
import type { Clock } from '../model/clock.ts';
import type { Style } from './style.ts';

export interface Signals {
  on(name: NodeJS.Signals, handler: () => void): void;
  off(name: NodeJS.Signals, handler: () => void): void;
  /** Stops this process as Ctrl-Z does. */
  suspend(): void;
  /** Interrupts it as Ctrl-C does where the terminal sees to that. */
  interrupt(): void;
}

export interface Screen {
  input: ReadStream;
  output: WriteStream;
  /** For what is said in plain mode: stdout stays for results. */
  messages: WriteStream;
  signals: Signals;
  clock: Clock;
  style: Style;
  color: boolean;
  /** No alternate screen. */
  inline: boolean;
  /** VISUAL or EDITOR. */
  editorCommand?: string;
  /** What is between us and the keyboard shows what is typed, and sends it line by line. */
  wholeLines?: boolean;
}
