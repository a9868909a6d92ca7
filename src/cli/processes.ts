/** Showing a file in the program that the system has for it. */
import { spawn } from 'node:child_process';
import type { Io } from './io.ts';

/** What opens a file, with its arguments before the file's. No shell reads any of them. */
const OPENERS: Readonly<Partial<Record<NodeJS.Platform, readonly [program: string, ...string[]]>>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};

/**
 * Starts the opener and does not wait for what it opens.
 * @param path absolute, so that it cannot be taken for an option.
 * @returns why it could not be started; undefined when it was.
 */
export function openFile(
  path: string,
  { platform, env }: Pick<Io, 'platform' | 'env'>,
): Promise<string | undefined> {
  const [program, ...before] = OPENERS[platform] ?? ['xdg-open'];
  const child = spawn(program, [...before, path], { detached: true, stdio: 'ignore', env });
  child.unref();
  return new Promise(done => {
    child.once('spawn', () => done(undefined));
    child.once('error', error => done(error.message));
  });
}
