/** The three kinds of failure and their exit codes; the only place where the codes are written. */

/** Exit codes; when several hold, the first of 128+n, 70, 2, 3, 1 wins (docs/exit-codes.md). */
export const EXIT = { done: 0, no: 1, input: 2, incomplete: 3, bug: 70 } as const;

/** The user's mistake: usage, a path, content that cannot be used, a missing answer. Exit 2. */
export class InputError extends Error {
  readonly exitCode: number = EXIT.input;
  /** What to do about it, one sentence. */
  readonly remedy: string | undefined;

  constructor(message: string, remedy?: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'InputError';
    this.remedy = remedy;
  }
}

/** A judge that could not judge: its cause is told, its answers have no score. Exit 3. */
export class JudgeError extends Error {
  readonly exitCode: number = EXIT.incomplete;
  override readonly name: string = 'JudgeError';
}

/** Ended by a signal, everything kept. Exit 128 + the signal's number. */
export class Interrupted extends Error {
  readonly exitCode: number;
  override readonly name = 'Interrupted';

  /** @param signal number of the signal: 1 SIGHUP, 2 SIGINT, 15 SIGTERM. */
  constructor(signal: number, message: string) {
    super(message);
    this.exitCode = 128 + signal;
  }
}

/** What went wrong, of whatever was thrown. */
export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
