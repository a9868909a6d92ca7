// Given to Node with --import: writes the most memory, in bytes, that the process held to the file BENCH_PEAK.

import { readFileSync, writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_PEAK;
if (isMainThread && file !== undefined) process.on('exit', () => writeFileSync(file, String(peak())));

/** Linux counts in `maxRSS` what the parent had as well, so its own record of this process is read. */
export function peak() {
  try {
    return 1024 * Number(/VmHWM:\s*(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
  } catch {
    return 1024 * process.resourceUsage().maxRSS;
  }
}
