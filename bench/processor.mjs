// Given to Node with --import: writes the seconds that processors worked for the process to the file BENCH_PROCESSOR. On a
// machine that others use as well they tell more than a clock does.

import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const file = process.env.BENCH_PROCESSOR;
if (isMainThread && file !== undefined)
  process.on('exit', () => {
    const { user, system } = process.cpuUsage();
    writeFileSync(file, String((user + system) / 1e6));
  });
