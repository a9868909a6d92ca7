import type { Progress } from '../terminal/progress.ts';
import type { CommonOptions } from './command.ts';
import type { Io } from './io.ts';

/** How far something has come, on a terminal that somebody may watch; nothing elsewhere. @param what is counted. */
export async function progressFor(io: Io, { quiet }: CommonOptions, what: string): Promise<Progress> {
  if (quiet || !io.stderr.isTTY || io.env.TERM === 'dumb' || io.env.CI) return { show() {}, end() {} };
  const { progressOn } = await import('../terminal/progress.ts');
  return progressOn(io.stderr, io.clock, what);
}
