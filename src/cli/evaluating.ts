/** Evaluates what the command line names: from its options to files, a summary and one verdict. */
import { availableParallelism } from 'node:os';
import { dirname, resolve } from 'node:path';
import { type Inputs, inputsOf } from '../batch/files.ts';
import { gatesOf, verdictOf } from '../batch/gates.ts';
import type { Setting } from '../batch/grading.ts';
import { endingOf, lineOutput, type Output, outputFor } from '../batch/outputs.ts';
import { ownPool, type Pool, threadPool } from '../batch/pool.ts';
import { Questions } from '../batch/questions.ts';
import { ROW_KEYS } from '../batch/row.ts';
import { type BatchEnd, runBatch } from '../batch/run.ts';
import { type Unfinished, unfinishedRun } from '../batch/unfinished.ts';
import { nearest } from '../content/nearest.ts';
import { quoted } from '../content/showing.ts';
import type { Gates } from '../model/cohort.ts';
import { InputError, Interrupted } from '../model/errors.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import { isReplaceable, isThere } from '../store/folders.ts';
import type { CommonOptions } from './command.ts';
import { type Io, write } from './io.ts';
import { libraryFor } from './places.ts';
import { onStopSignals } from './stopping.ts';
import { VERSION } from './version.ts';

export interface EvaluateOptions extends CommonOptions {
  out?: string[];
  from?: 'jsonl' | 'csv';
  map?: Record<string, string>;
  jobs?: number;
  resume?: boolean;
  shard?: { index: number; of: number };
  failUnder?: string;
  failAnyUnder?: string;
  failCriterion?: string[];
  judge?: string;
}

/** Judges all rows and tells how it went. @returns the exit code that the verdict names. */
export async function evaluateFiles(
  io: Io,
  options: EvaluateOptions,
  paths: readonly string[],
): Promise<number> {
  const gates = gatesOf(options);
  const mapping = checkedMapping(options.map);
  const judge = options.judge ?? 'local';
  judgeNamed(judge);
  checkOutputs(options.out, paths);
  const inputs = namedInputs(io, options, paths);
  const library = await libraryFor(io, options);
  const unfinished = unfinishedFor(io, options);
  const outputs = await outputsFor(io, options.out, gates, unfinished);
  const { shard } = options;
  const brief = { library, mapping, ...(shard && { shard }), withGrades: false };
  const setting = { brief, judge, earlier: unfinished?.earlier ?? [] };
  const pool = await poolFor(io, options, inputs, setting);
  const stopping = onStopSignals(io);
  const progress = await progressFor(io, options, inputs);
  const questions = new Questions(library);
  const promptOf = (name: string) => {
    const found = questions.named(name);
    return 'cause' in found ? undefined : found.asked.prompt;
  };
  try {
    const end = await runBatch({
      inputs: inputs.inputs,
      mapping,
      pool,
      gates,
      outputs,
      ...(unfinished && { unfinished }),
      stop: stopping.stop,
      promptOf,
      version: VERSION,
      progress: progress.show,
    });
    progress.end();
    if (!end.isWhole) throw stopped(stopping.signal(), end, unfinished);
    return await tell(io, options, end, gates);
  } finally {
    progress.end();
    stopping.off();
    await pool.close();
  }
}

/** What is judged must not be written over, nor one output by another. */
export function checkOutputs(out: readonly string[] = [], paths: readonly string[]): void {
  const taken = new Set(paths.map(it => resolve(it)));
  for (const path of out) {
    if (taken.has(resolve(path)))
      throw new InputError(
        `${quoted(path)} is named twice, as an output and before.`,
        'Give it another name.',
      );
    taken.add(resolve(path));
    if (!isThere(dirname(path)))
      throw new InputError(`There is no folder ${quoted(dirname(path))} to write into.`, 'Make it first.');
  }
}

export function namedInputs(
  io: Io,
  { from }: Pick<EvaluateOptions, 'from'>,
  paths: readonly string[],
): Inputs {
  const named = paths.length > 0 ? paths : ['-'];
  if (named.includes('-') && io.stdin.isTTY)
    throw new InputError(
      'There is nothing to read: the input is a terminal.',
      'Name a file, or pipe answers in with <.',
    );
  return inputsOf({ paths: named, stdin: io.stdin, ...(from && { from }) });
}

export function checkedMapping(mapping: Record<string, string> = {}): Record<string, string> {
  const strange = Object.keys(mapping).find(key => !ROW_KEYS.some(it => it === key));
  if (strange === undefined) return mapping;
  const near = nearest(strange, ROW_KEYS);
  throw new InputError(
    `A row has no key ${quoted(strange)}.`,
    near ? `Did you mean --map ${near}=${mapping[strange]}?` : `Keys: ${ROW_KEYS.join(', ')}.`,
  );
}

/** What is kept lies beside the first output that is a file: beside a device there is no place. */
function unfinishedFor(io: Io, { out = [], resume = false }: EvaluateOptions): Unfinished | undefined {
  const [first] = out.filter(isReplaceable);
  if (first === undefined && resume)
    throw new InputError('--resume needs a file to go on with.', 'Add --out results.jsonl.');
  if (first === undefined) return undefined;
  const lines = out.find(it => endingOf(it) === 'jsonl' && isReplaceable(it));
  return unfinishedRun({ out: first, lines, resume, processes: io.processes });
}

async function outputsFor(
  io: Io,
  out: readonly string[] = [],
  gates: Gates,
  unfinished: Unfinished | undefined,
): Promise<Output[]> {
  const outputs: Output[] = [];
  try {
    for (const path of out) outputs.push(await outputFor(path, gates));
  } catch (error) {
    for (const output of outputs) output.abandon();
    unfinished?.close();
    throw error;
  }
  return out.length > 0 ? outputs : [lineOutput(bytes => write(io.stdout, bytes))];
}

/** Bytes of input under which no thread is worth its start. */
const SMALL = 256 * 1024;

export async function poolFor(
  io: Io,
  { jobs }: Pick<EvaluateOptions, 'jobs'>,
  { size }: Inputs,
  setting: Setting,
): Promise<Pool> {
  if (jobs === undefined && size !== undefined && size <= SMALL) return ownPool(setting, io.clock.now);
  return threadPool(jobs ?? availableParallelism(), setting);
}

export async function progressFor(io: Io, { quiet }: Pick<EvaluateOptions, 'quiet'>, { size, read }: Inputs) {
  if (quiet || !io.stderr.isTTY || io.env.TERM === 'dumb' || io.env.CI)
    return { show: () => {}, end: () => {} };
  const { progressOn } = await import('../terminal/progress.ts');
  const { show, end } = progressOn(io.stderr, io.clock);
  return { show: (rows: number) => show(rows, size ? read() / size : undefined), end };
}

function stopped(signal: number, { judged }: BatchEnd, unfinished: Unfinished | undefined): Interrupted {
  const kept = unfinished
    ? `Kept in ${unfinished.path}. Go on: the same command with --resume.`
    : 'The results up to there are written.';
  return new Interrupted(signal, `Stopped. Rows judged: ${judged}. ${kept}`);
}

async function tell(io: Io, { quiet }: EvaluateOptions, end: BatchEnd, gates: Gates): Promise<number> {
  const { exit, line } = verdictOf(end.cohort, gates);
  if (!quiet) {
    const { cohortRows } = await import('../reports/cohort/summary.ts');
    const rows = cohortRows(end.cohort, end.slowest);
    const { ignored } = end;
    if (ignored.length > 0)
      rows.push('', `Without a meaning here, so not read: ${ignored.map(quoted).join(', ')}`);
    await write(io.stderr, `${rows.join('\n')}\n\n`);
  }
  if (!quiet || exit !== 0) await write(io.stderr, `${line}\n`);
  return exit;
}
