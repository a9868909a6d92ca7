/** Where interviews and what is remembered of them are kept. */
import { resolve } from 'node:path';
import envPaths from 'env-paths';
import type { CommonOptions } from './command.ts';
import type { Io } from './io.ts';

/** --data, MOCKLOOP_DATA, or the platform's data folder. */
export function dataFolder(io: Io, options: CommonOptions): string {
  return resolve(options.data ?? (io.env.MOCKLOOP_DATA || envPaths('mockloop', { suffix: '' }).data));
}
