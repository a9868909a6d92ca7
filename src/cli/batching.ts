/** What the commands that read many answers have in common: what is read, who judges it, how it is stopped. */
import { availableParallelism } from 'node:os';
import { type Inputs, inputsOf } from '../batch/files.ts';
import type { Setting } from '../batch/grading.ts';
import { ownPool, type Pool, threadPool, waitingPool } from '../batch/pool.ts';
import { ROW_KEYS } from '../batch/row.ts';
import { nearest } from '../content/nearest.ts';
import { quoted } from '../content/showing.ts';
import { InputError } from '../model/errors.ts';
import type { ModelUsage } from '../model/llm.ts';
import { judgeNamed } from '../scoring/judges/table.ts';
import { identityOf } from '../store/folders.ts';
import type { Batch, Share } from './asking.ts';
import type { BatchOptions } from './batch-options.ts';
import type { Io } from './io.ts';
import type { OpenModel } from './model.ts';
import { checkFolderOf, libraryFor } from './places.ts';
import { onStopSignals, type Stopping } from './stopping.ts';
import { progressFor } from './watching.ts';

/**
 * Bytes that are read at once for a judge that keeps nobody waiting: in a few hundred answers several are to one question, and
 * these are judged one behind the other. A model answers slowly, so that its parts are smaller.
 */
const BLOCK = 256 * 1024;

/**
 * Throws InputError where something that is named is not there, or would be written over; ContentError for content with
 * problems.
 */
export async function batchOf(
  io: Io,
  options: BatchOptions & { out?: readonly string[] },
  paths: readonly string[],
): Promise<Batch> {
  const { judge = 'local', from, out = [] } = options;
  const mapping = checkedMapping(options.map);
  const named = paths.length > 0 ? paths : ['-'];
  if (named.includes('-') && io.stdin.isTTY)
    throw new InputError(
      'There is nothing to read: the input is a terminal.',
      'Name a file, or pipe answers in with <.',
    );
  const inputs = inputsOf({
    paths: named,
    stdin: io.stdin,
    ...(from && { from }),
    ...(!judgeNamed(judge).paid && { block: BLOCK }),
  });
  if (options.batchApi) checkBatchApi(judge, inputs);
  checkOutputs(out, inputs);
  return { inputs, mapping, judge, library: await libraryFor(io, options) };
}

/** Answers are read twice: what is to be asked comes before what is told. */
function checkBatchApi(judge: string, { size }: Inputs): void {
  if (!judgeNamed(judge).paid)
    throw new InputError(
      `The judge ${judge} asks no model, so there is nothing to hand in.`,
      'Add --judge llm.',
    );
  if (size === undefined)
    throw new InputError(
      '--batch-api reads the answers twice, and a pipe can be read only once.',
      'Write them into a file, and name that.',
    );
}

function checkedMapping(mapping: Record<string, string> = {}): Record<string, string> {
  const strange = Object.keys(mapping).find(key => !ROW_KEYS.some(it => it === key));
  if (strange === undefined) return mapping;
  const near = nearest(strange, ROW_KEYS);
  throw new InputError(
    `A row has no key ${quoted(strange)}.`,
    near ? `Did you mean --map ${near}=${mapping[strange]}?` : `Keys: ${ROW_KEYS.join(', ')}.`,
  );
}

/** What is judged must not be written over, nor one output by another; and no output is an answer of the next run. */
export function checkOutputs(out: readonly string[], inputs: Pick<Inputs, 'wouldRead'>): void {
  const taken = new Set<string>();
  for (const path of out) {
    checkFolderOf(path);
    if (inputs.wouldRead(path))
      throw new InputError(
        `The output ${quoted(path)} is read as answers too, now or by the next run.`,
        'Give it another name, or another folder.',
      );
    const identity = identityOf(path);
    if (taken.has(identity))
      throw new InputError(`The output ${quoted(path)} is named twice.`, 'Give it another name.');
    taken.add(identity);
  }
}

/** A batch that is being judged. */
export interface Work extends Stopping {
  pool: Pool;
  /** Tells on a terminal how many rows there are so far. */
  progress(rows: number): void;
  /** What was used of the model so far, where one judges. */
  usage?(): ModelUsage;
  /** What was judged is kept: what was only kept for that goes. */
  finish(): Promise<void>;
  /** Takes the progress off the screen, hears no more signals, reads no more, ends the threads. */
  close(): Promise<void>;
}

/** Begins to work on a batch. Throws Interrupted where batches of a server were waited for and a signal came. */
export async function workOn(io: Io, options: BatchOptions, batch: Batch, share: Share): Promise<Work> {
  const { inputs, library, mapping, judge } = batch;
  const { earlier, ...rest } = share;
  const setting = { brief: { library, mapping, ...rest }, judge, earlier };
  const stopping = onStopSignals(io);
  try {
    const { pool, ...more } = judgeNamed(judge).paid
      ? await modelPool(io, options, { batch, share, setting, stopping })
      : { pool: await localPool(io, options, setting, inputs.size), finish: async () => {} };
    const progress = await rowsDone(io, options, inputs);
    return {
      ...stopping,
      ...more,
      pool,
      progress: progress.show,
      async close() {
        progress.end();
        stopping.off();
        // No more is read: an input that nobody ends would keep the process waiting.
        io.stdin.destroy();
        await pool.close();
      },
    };
  } catch (error) {
    stopping.off();
    throw error;
  }
}

interface ModelWork {
  batch: Batch;
  share: Share;
  setting: Setting;
  stopping: Stopping;
}

/** In this thread, since a model is waited for and not reckoned with. */
async function modelPool(
  io: Io,
  options: BatchOptions,
  work: ModelWork,
): Promise<Pick<Work, 'pool' | 'finish' | 'usage'>> {
  const { DEFAULTS } = await import('../llm/client.ts');
  const { judgeOver } = await import('./judges.ts');
  const { client, close, finish, usage } = await modelFor(io, options, work);
  const judge = await judgeOver(client, { ...options, judge: work.batch.judge });
  const rows = options.concurrency ?? DEFAULTS.concurrency;
  const { stop } = work.stopping;
  const pool = await waitingPool(work.setting, { judge, atOnce: rows, stop, now: io.clock.now });
  return {
    pool: {
      ...pool,
      async close() {
        await pool.close();
        await close();
      },
    },
    finish,
    usage,
  };
}

/** A model to ask call by call, or one that was asked everything through batches. */
async function modelFor(
  io: Io,
  options: BatchOptions,
  { batch, share, stopping }: ModelWork,
): Promise<OpenModel & { finish(): Promise<void> }> {
  const { openModel, openBatches } = await import('./model.ts');
  if (!options.batchApi) return { ...(await openModel(io, options, stopping)), finish: async () => {} };
  const { askAll } = await import('./asking.ts');
  const batches = await openBatches(io, options, stopping);
  try {
    await batches.prepare(client => askAll(io, options, batch, share, client, stopping.stop));
    return batches;
  } catch (error) {
    await batches.close();
    throw error;
  }
}

async function localPool(io: Io, options: BatchOptions, setting: Setting, size?: number): Promise<Pool> {
  const threads = options.jobs ?? threadsFor(size);
  return threads === 0 ? ownPool(setting, io.clock.now) : threadPool(threads, setting);
}

/** Bytes of input under which no thread is worth its start, and for which one more is: each has to get up to speed. */
const [SMALL, WORTH] = [256 * 1024, 4 * 1024 * 1024];

const threadsFor = (size = Number.POSITIVE_INFINITY): number =>
  size <= SMALL ? 0 : Math.min(availableParallelism(), Math.ceil(size / WORTH));

async function rowsDone(io: Io, options: BatchOptions, { size, read }: Inputs) {
  const { show, end } = await progressFor(io, options, 'rows');
  const before = read();
  return { show: (rows: number) => show(rows, size ? (read() - before) / size : undefined), end };
}
