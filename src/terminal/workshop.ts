/** Where code is written and tested, as the terminal needs it; the cli provides it. */
import type { Coding } from '../model/content.ts';
import type { TestRun } from '../model/test-run.ts';

export interface Workshop {
  /**
   * The working folder of a coding question, laid out if it is not there yet; nothing in it is ever overwritten.
   * @param ref `bank/question`.
   * @param showTests whether the tests lie beside the code.
   */
  open(ref: string, coding: Coding, showTests: boolean): CodeWork;
  /** A run in rows of at most so many columns: how it ended, then a little of what was printed. */
  tell(run: TestRun, width: number): string[];
}

export interface CodeWork {
  /** The code's file, and the same as people write it. */
  path: string;
  shown: string;
  /** What is saved there; undefined while there is none. */
  read(): string | undefined;
  /** Replaces it whole; `flush` forces it to the disk. */
  write(text: string, flush: boolean): void;
  /** How its tests are run, or why they cannot be; undefined where there are none. */
  tests: Tests | string | undefined;
}

export interface Tests {
  /** As it is run, and on which files. */
  command: string;
  files: string[];
  /** Shipped with mockloop, or agreed to and run before: they need no more than the key for it. */
  readonly known: boolean;
  start(code: string): RunningTests;
}

export interface RunningTests {
  /** Undefined when it was stopped; why they cannot be run after all. */
  done: Promise<TestRun | string | undefined>;
  stop(): void;
}
