// Whole processes that judge the same file, each started anew: what a user waits for.

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, openSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Mistake } from './command.mjs';
import { eachLine } from './lines.mjs';

/** @typedef {import('./batch-files.mjs').Files} Files */
/** @typedef {{ seconds: number, output: string }} Run */

const here = (/** @type {string} */ file) => fileURLToPath(new URL(file, import.meta.url));
const BIN = here('../bin/mockloop.js');
const HOUR = 3_600_000;

/** The start of a process that does nothing. @param {string} folder */
export const nothing = folder => script(folder, ['-e', '0']);

/** The help, for which nothing need be known. @param {string} folder */
export const help = folder => script(folder, [BIN, '--help']);

/** @param {string} folder @param {Files} files */
export const ceiling = (folder, { answers, known }) => script(folder, [here('ceiling.mjs'), answers, known]);

/** @param {string} folder @param {Files} files */
export const tfIdf = (folder, { answers, known }) => script(folder, [here('tf-idf.mjs'), answers, known]);

/** @param {string} folder @param {Pick<Files, 'answers' | 'bank'>} files @param {number} jobs */
export const evaluated = (folder, { answers, bank }, jobs) =>
  script(folder, [BIN, 'evaluate', answers, '--content', bank, '--quiet', '--jobs', String(jobs)]);

/** One answer to a shipped question. @param {string} folder */
export function oneAnswer(folder) {
  const file = join(folder, 'one.jsonl');
  const answer = 'A channel is a struct on the heap with a lock, a ring buffer and two queues of goroutines.';
  writeFileSync(file, JSON.stringify({ question: 'amazon-go-backend/channel-internals', answer }));
  return script(folder, [BIN, 'evaluate', file, '--quiet']);
}

/** Any other run: seconds by the clock, and those that processors worked. @param {string} folder @param {readonly string[]} argv */
export function worked(folder, argv) {
  const BENCH_PROCESSOR = join(folder, 'processor');
  const { seconds } = script(folder, ['--import', here('processor.mjs'), ...argv], { BENCH_PROCESSOR });
  return { seconds, processor: Number(readFileSync(BENCH_PROCESSOR, 'utf8')) };
}

/** @param {string} folder @param {readonly string[]} argv */
export const mockloopWorked = (folder, argv) => worked(folder, [BIN, ...argv]);

/** The most memory, in bytes, that a run held. @param {string} folder @param {Pick<Files, 'answers' | 'bank'>} files @param {number} jobs */
export function memoryOf(folder, { answers, bank }, jobs) {
  const BENCH_PEAK = join(folder, 'peak');
  const argv = ['--import', here('peak.mjs'), BIN, 'evaluate', answers, '--content', bank, '--quiet'];
  script(folder, [...argv, '--jobs', String(jobs)], { BENCH_PEAK });
  return Number(readFileSync(BENCH_PEAK, 'utf8'));
}

/** @param {string} folder @param {readonly string[]} argv @param {Record<string, string>} [env] @returns {Run} */
function script(folder, argv, env = {}) {
  return timed(folder, process.execPath, argv, env, [0]);
}

/** @param {string} folder @param {string} program @param {readonly string[]} argv @param {Record<string, string>} env @param {readonly number[]} good exit codes */
function timed(folder, program, argv, env, good) {
  const output = join(folder, 'output');
  const to = openSync(output, 'w');
  const began = performance.now();
  const { status, stderr } = spawnSync(program, argv, {
    stdio: ['ignore', to, 'pipe'],
    encoding: 'utf8',
    timeout: HOUR,
    env: { ...process.env, ...env },
  });
  const seconds = (performance.now() - began) / 1000;
  closeSync(to);
  if (status === null || !good.includes(status))
    throw new Mistake(`${program} ${argv.join(' ')} failed:\n${stderr}`);
  return { seconds, output };
}

/** What a run wrote, as a digest. @param {Run} run */
export const digestOf = ({ output }) => createHash('sha256').update(readFileSync(output)).digest('hex');

/** Whether promptfoo is installed as a program. */
export const hasPromptfoo = () =>
  (process.env.PATH ?? '').split(':').some(folder => folder !== '' && existsSync(join(folder, 'promptfoo')));

/** Six words for each question, to be found in the answer. */
const ASSERTIONS = 6;

/** Six string assertions an answer, nothing asked of a model. @param {string} folder @param {Files} files */
export function promptfoo(folder, { answers, known }) {
  /** @type {Record<string, string[]>} */
  const points = JSON.parse(readFileSync(known, 'utf8'));
  /** @type {object[]} */
  const tests = [];
  eachLine(answers, line => {
    const { question, answer } = JSON.parse(line);
    const words = (points[question] ?? []).join(' ').split(/\W+/).slice(0, ASSERTIONS);
    tests.push({ vars: { answer }, assert: words.map(value => ({ type: 'icontains', value })) });
  });
  const config = join(folder, 'promptfoo.json');
  writeFileSync(config, JSON.stringify({ prompts: ['{{answer}}'], providers: ['echo'], tests }));
  const argv = ['eval', '--config', config, '--no-cache', '--no-table', '--no-write', '--no-progress-bar'];
  const env = {
    PROMPTFOO_CONFIG_DIR: folder,
    PROMPTFOO_DISABLE_TELEMETRY: '1',
    PROMPTFOO_DISABLE_UPDATE: '1',
    // On Node 20 it ends with an error while it still writes to these.
    PROMPTFOO_DISABLE_DEBUG_LOG: '1',
    PROMPTFOO_DISABLE_ERROR_LOG: '1',
  };
  // 100: some assertions do not hold.
  return timed(
    folder,
    'promptfoo',
    [...argv, '--output', join(folder, 'promptfoo-results.json')],
    env,
    [0, 100],
  );
}
