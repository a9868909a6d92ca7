/** What a command is. Its file explains it; what it needs is imported when it runs, so that its --help stays quick. */
import type { Command as Commander } from 'commander';
import type { Io } from './io.ts';

/** Options that every command takes. */
export interface CommonOptions {
  content?: string[];
  data?: string;
  json?: boolean;
  color?: boolean;
  quiet?: boolean;
  debug?: boolean;
}

export interface Command {
  /** Lines of the help's examples. */
  examples: string[];
  /** Adds arguments and options. */
  describe?(command: Commander): void;
  /** @returns the exit code. @throws InputError, JudgeError, Interrupted; anything else is our bug. */
  run(io: Io, options: CommonOptions, args: (string | undefined)[], program: Commander): Promise<number>;
}
