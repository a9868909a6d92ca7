/** Evaluates what the command line names: from its options to files, a summary and one verdict. */
import { gatesOf, verdictOf } from '../batch/gates.ts';
import { endingOf, lineOutput, type Output, outputFor } from '../batch/outputs.ts';
import { Questions } from '../batch/questions.ts';
import { type BatchEnd, runBatch } from '../batch/run.ts';
import { judgedBefore, type Places, type Unfinished, unfinishedRun } from '../batch/unfinished.ts';
import { quoted } from '../content/showing.ts';
import type { Gates } from '../model/cohort.ts';
import { fullDisk, isUnread } from '../model/disk.ts';
import { EXIT, InputError, Interrupted, JudgeError } from '../model/errors.ts';
import { isReplaceable, isThere } from '../store/folders.ts';
import type { Batch, Share } from './asking.ts';
import type { BatchOptions } from './batch-options.ts';
import { batchOf, workOn } from './batching.ts';
import { type Io, write } from './io.ts';
import { VERSION } from './version.ts';

export interface EvaluateOptions extends BatchOptions {
  out?: string[];
  resume?: boolean;
  shard?: { index: number; of: number };
  failUnder?: string;
  failAnyUnder?: string;
  failCriterion?: string[];
}

/** Judges all rows and tells how it went. @returns the exit code that the verdict names. */
export async function evaluateFiles(
  io: Io,
  options: EvaluateOptions,
  paths: readonly string[],
): Promise<number> {
  const gates = gatesOf(options);
  const batch = await batchOf(io, options, paths);
  const places = placesOf(options);
  if (options.dryRun) {
    const { dryRun } = await import('./dry-run.ts');
    const earlier = places?.resume ? judgedBefore(places) : [];
    return dryRun(io, options, batch, shareOf(options, earlier));
  }
  const unfinished = places && unfinishedRun({ ...places, processes: io.processes });
  try {
    const end = await judgedBatch(io, options, batch, gates, unfinished);
    return await tell(io, options, end, gates);
  } catch (error) {
    if (isUnread(error)) return EXIT.done;
    throw keptOf(error, unfinished);
  }
}

/** Judges into all outputs. Throws Interrupted where a signal stopped it. */
async function judgedBatch(
  io: Io,
  options: EvaluateOptions,
  batch: Batch,
  gates: Gates,
  unfinished: Unfinished | undefined,
): Promise<BatchEnd> {
  const share = shareOf(options, unfinished?.earlier ?? []);
  const outputs = await outputsFor(io, options.out, gates, unfinished);
  const work = await workOn(io, options, batch, { ...share, gates }).catch(error => {
    for (const output of outputs) output.abandon();
    unfinished?.close();
    throw error;
  });
  let end: BatchEnd;
  try {
    end = await runBatch({
      inputs: batch.inputs.inputs,
      mapping: batch.mapping,
      pool: work.pool,
      outputs,
      ...(unfinished && { unfinished }),
      stop: work.stop,
      promptOf: promptsOf(batch),
      version: VERSION,
      ...(work.usage && { usage: work.usage }),
      progress: work.progress,
    });
    if (end.isWhole || end.failure) await work.finish();
  } finally {
    await work.close();
  }
  if (end.failure) throw failed(end, end.failure, unfinished);
  if (!end.isWhole) throw stopped(work.signal(), end, unfinished);
  return end;
}

/** What is told of an error: where there is no room, what is kept too. */
function keptOf(error: unknown, unfinished: Unfinished | undefined): unknown {
  const full = fullDisk(error);
  if (!full) return error;
  const kept =
    unfinished && isThere(unfinished.path)
      ? `What was judged is kept in ${unfinished.path}; make room and run the same command with --resume.`
      : 'Only what was written there is kept; make room and run the same command again.';
  return new InputError(full, kept, { cause: error });
}

const shareOf = ({ shard }: EvaluateOptions, earlier: Share['earlier']): Share => ({
  ...(shard && { shard }),
  withGrades: false,
  earlier,
});

/**
 * What is kept lies beside the first output that is a file: beside a device there is no place. Batches that are waited for
 * are gone back to by the same command, so that it resumes by itself.
 */
function placesOf({
  out = [],
  resume = false,
  batchApi = false,
}: EvaluateOptions): (Places & { resume: boolean }) | undefined {
  const [first, ...others] = out.filter(isReplaceable);
  if (first === undefined && resume)
    throw new InputError('--resume needs a file to go on with.', 'Add --out results.jsonl.');
  if (first === undefined) return undefined;
  const lines = [first, ...others].find(it => endingOf(it) === 'jsonl');
  return { outs: [first, ...others], lines, resume: resume || batchApi };
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

function promptsOf({ library }: Batch): (question: string) => string | undefined {
  const questions = new Questions(library);
  return name => {
    const found = questions.named(name);
    return 'cause' in found ? undefined : found.asked.prompt;
  };
}

function stopped(signal: number, end: BatchEnd, unfinished: Unfinished | undefined): Interrupted {
  return new Interrupted(signal, `Stopped. ${keptWords(end, unfinished)}`);
}

function failed(end: BatchEnd, { message }: JudgeError, unfinished: Unfinished | undefined): JudgeError {
  return new JudgeError(`${message}\nStopped there. ${keptWords(end, unfinished)}`);
}

function keptWords({ judged }: BatchEnd, unfinished: Unfinished | undefined): string {
  const kept = unfinished
    ? `Kept in ${unfinished.path}. Go on: the same command with --resume.`
    : 'The results up to there are written.';
  return `Rows judged: ${judged}. ${kept}`;
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
