/** What the answer editor is given, and what it gives back. */
import type { Clock } from '../../model/clock.ts';
import type { Outcome } from '../../model/session.ts';
import type { Signals } from '../screen.ts';
import type { Heard } from '../signals.ts';

/** The part of process.stdin that is used. */
export interface EditorInput extends Heard {
  setRawMode(raw: boolean): unknown;
  resume(): unknown;
  pause(): unknown;
}

/** The part of process.stdout that is used. */
export interface EditorOutput {
  readonly columns: number;
  readonly rows: number;
  write(text: string, written?: () => void): unknown;
  on(event: 'resize', listener: () => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  off(event: 'resize', listener: () => void): unknown;
  off(event: 'error', listener: (error: Error) => void): unknown;
}

/** A program of the candidate's own that is writing the answer. */
export interface ForeignEditor {
  /** The text as it was last saved there. */
  read(): string;
  /** Asks the program to end, and soon after makes it. */
  stop(): void;
  /** Resolves when it is gone, with what went wrong if anything did; its file is removed then. */
  done: Promise<string | undefined>;
}

/** Tests that can be run on what is written, while the clock and the candidate go on. */
export interface Trials {
  /** What there is to know before the first run, which then waits for a yes; empty where the key for it says enough. */
  warning: readonly string[];
  run(text: string): Trial;
}

export interface Trial {
  /** What to show of the result, in lines. */
  done: Promise<readonly string[]>;
  stop(): void;
}

export interface EditOptions {
  input: EditorInput;
  output: EditorOutput;
  clock: Clock;
  signals: Signals;
  /** The title line, then the question; wrapped here, and in view as long as the answer has three rows left. */
  head: readonly string[];
  /** What an earlier part of the draft holds, and the seconds it took. */
  text: string;
  elapsed: number;
  /** The line, from 0, that the cursor begins at; left out, it begins at the end of the text. */
  line?: number;
  /**
   * Seconds left for this question and its round before `elapsed` is taken off: a draft of 60 s with a question of
   * 300 s starts at 4:00. Time over is only marked, but when `hard` the end of the round hands in what is there.
   */
  budgets: { question: number; round: number; hard: boolean };
  /** Another try: it takes no time from the round, whose clock is not shown then. */
  beside?: boolean;
  /** Shown one at a time, when asked for. */
  hints: readonly string[];
  /** How many of them were shown before, in an earlier part of the answer. */
  hintsBefore?: number;
  /**
   * Keeps what is there. Synchronous, and called before it is drawn: once for each burst of input and every second;
   * `flush`, to the disk, every five seconds and at the end. What it throws is shown, and it is tried again.
   */
  save(draft: { text: string; seconds: number }, flush: boolean): void;
  color: boolean;
  /** No alternate screen, and clocks in whole minutes: for screen readers. */
  inline?: boolean;
  /** VISUAL or EDITOR; without it there is none to open. */
  editorCommand?: string;
  /** Text that counts as nothing written: code that was given to begin with. */
  given?: string;
  /** What another program has saved of this text since it was saved here last, if one has. Asked before each save. */
  savedElsewhere?: () => string | undefined;
  /** Runs the tests of this text, or says why they cannot be run; absent where there are none. */
  tests?: Trials | string;
  /** Opens it; the default runs it as a child process on this process's own terminal. */
  openEditor?: (command: string, text: string) => ForeignEditor;
}

export interface Edited {
  text: string;
  /** Used in all, `elapsed` included, without pauses and what the machine slept or the process was stopped. */
  seconds: number;
  /** `time-up` only with hard budgets; `left` with the number of the signal that ended it, none from the menu. */
  outcome: Outcome | 'left';
  signal?: number;
  /** The hints that were shown now, those from before left out. */
  hints: string[];
  /** Seconds stopped with Ctrl-P. */
  paused: number;
}
