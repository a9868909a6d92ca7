/** The outside world as the commands get it: streams, environment, time and chance. Tests pass their own. */
import type { ReadStream, WriteStream } from 'node:tty';
import type { Clock } from '../model/clock.ts';
import { visible } from '../model/unseen.ts';
import type { Processes } from '../store/lock.ts';
import type { Signals } from '../terminal/screen.ts';

export interface Io {
  stdin: ReadStream;
  stdout: WriteStream;
  stderr: WriteStream;
  env: Readonly<Record<string, string | undefined>>;
  platform: NodeJS.Platform;
  clock: Clock;
  random(): number;
  signals: Signals;
  processes: Processes;
}

export function processIo(): Io {
  return {
    stdin: process.stdin,
    stdout: process.stdout,
    stderr: process.stderr,
    env: process.env,
    platform: process.platform,
    clock: { now: Date.now, setTimeout, clearTimeout: timer => clearTimeout(timer as NodeJS.Timeout) },
    random: Math.random,
    signals: {
      on: (name, handler) => process.on(name, handler),
      off: (name, handler) => process.off(name, handler),
      // The whole group, as a terminal does: npm and npx wait for us, and the shell for them.
      suspend: () => process.kill(0, 'SIGSTOP'),
      interrupt: () => process.kill(0, 'SIGINT'),
    },
    processes: { pid: process.pid, isAlive },
  };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Somebody else's process: there, but not ours to signal.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Whoever read it is gone: a pipe was closed, or a terminal. */
const GONE: readonly (string | undefined)[] = ['EPIPE', 'EIO'];

/** The number of the standard error stream. */
const STDERR = 2;

/**
 * Writes all of it, waiting for a slow reader; one that has gone away has what it wanted. What cannot be said on the
 * standard error stream is left unsaid: it makes no result wrong. Throws any other error.
 */
export function write(
  stream: NodeJS.WritableStream & { fd?: number },
  text: string | Uint8Array,
): Promise<void> {
  return new Promise((done, fail) => {
    stream.write(text, error => {
      const isGone = GONE.includes((error as NodeJS.ErrnoException | null)?.code);
      if (error && !isGone && stream.fd !== STDERR) fail(error);
      else done();
    });
  });
}

/**
 * A path, or a file's text, on the standard output: to the letter for a program that opens it; on a terminal nothing of it
 * steers.
 */
export const writeExact = ({ stdout }: Pick<Io, 'stdout'>, text: string): Promise<void> =>
  write(stdout, stdout.isTTY ? visible(text) : text);

/** What a script may read, on the standard output: JSON with what a terminal would act upon as `\uXXXX`, which stands for the same. */
export async function writeJson({ stdout }: Pick<Io, 'stdout'>, value: unknown): Promise<void> {
  const { jsonDocument } = await import('../reports/visible.ts');
  await write(stdout, jsonDocument(value));
}

/** Columns of a terminal; undefined for what is none: rows for a program stay whole. */
export const widthOf = (stream: { isTTY?: boolean; columns?: number }): number | undefined =>
  stream.isTTY ? stream.columns || undefined : undefined;

/** Colour: FORCE_COLOR, then --no-color and NO_COLOR (when not empty), then whether it is a terminal that can. */
export function wantsColor(io: Io, stream: { isTTY?: boolean }, option?: boolean): boolean {
  if (option === false) return false;
  if (io.env.FORCE_COLOR && io.env.FORCE_COLOR !== '0') return true;
  if (io.env.NO_COLOR) return false;
  return stream.isTTY === true && io.env.TERM !== 'dumb';
}

/** Whether somebody sits there who can be asked. */
export function isInteractive(io: Io): boolean {
  const terminal = io.stdin.isTTY === true && io.stdout.isTTY === true;
  return terminal && io.env.TERM !== 'dumb' && !io.env.CI;
}
