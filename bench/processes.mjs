// What a fresh process takes, in time and in memory.

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { median } from './statistics.mjs';

const FRESH = fileURLToPath(new URL('fresh.mjs', import.meta.url));
const RUNS = 5;

/** @typedef {{ rubric: string, asked: import('./built.mjs').Asked, answers: readonly string[] }} Task */

/**
 * Milliseconds from the start of a process to the end of its first judgement, beyond those of a process that does
 * nothing: loading the package, the shipped content and the judge. Median of five.
 *
 * @param {Task} task
 */
export function loadTime(task) {
  const one = { ...task, answers: task.answers.slice(0, 1) };
  judged(one); // so that the disk has been read
  return median(Array.from({ length: RUNS }, () => judged(one).took - started(['-e', '0'], '').took));
}

/** The most memory, in bytes, that a fresh process held that judged these answers. @param {Task} task */
export const memoryPeak = task => Number(judged(task).stdout);

/** @param {Task} task */
const judged = task => started([FRESH], JSON.stringify(task));

/** @param {readonly string[]} args @param {string} input */
function started(args, input) {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { input, encoding: 'utf8' });
  const took = performance.now() - start;
  if (status !== 0) throw new Error(`A fresh process failed:\n${stderr}`);
  return { took, stdout };
}
