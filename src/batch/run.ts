/** A batch from its inputs to its cohort: rows are judged, kept until all is done, written out and counted. */
import { type Cohort, MOST_NAMES } from '../model/cohort.ts';
import { JudgeError } from '../model/errors.ts';
import type { ModelUsage } from '../model/llm.ts';
import type { SlowRow } from '../reports/cohort/summary.ts';
import { cohortFold } from './cohort.ts';
import { type JudgedPart, judged } from './judged.ts';
import { type Output, together } from './outputs.ts';
import { type Mapping, MOST_IGNORED } from './part.ts';
import { type Input, partsOf } from './parts.ts';
import type { Pool } from './pool.ts';
import { shownRows } from './shown.ts';
import { slowestRows } from './slowest.ts';
import type { Unfinished } from './unfinished.ts';

export interface BatchRun {
  inputs: readonly Input[];
  mapping: Mapping;
  pool: Pool;
  outputs: readonly Output[];
  unfinished?: Unfinished;
  /** Aborted: no more rows are read; what was begun is told and kept. */
  stop: AbortSignal;
  /** The prompt of a question of a bank, by its name; undefined for an inline one. */
  promptOf(question: string): string | undefined;
  /** Of mockloop. */
  version: string;
  /** What was used of a model so far, where one is asked. */
  usage?(): ModelUsage;
  /** Hears how many rows there are so far. */
  progress?(rows: number): void;
}

export interface BatchEnd {
  /** Whether the rows came to their end; if not, no output stands under its name. */
  isWhole: boolean;
  /** The failure of a judge that ended it. */
  failure?: JudgeError;
  cohort: Cohort;
  slowest: readonly SlowRow[];
  /** Names of keys and columns that meant nothing. */
  ignored: readonly string[];
  /** Rows judged in this run; the others were taken from an earlier one, or could not be judged. */
  judged: number;
}

/**
 * Throws InputError for columns that hold no answers, and the file system's error where something cannot be written; of a
 * pipe whose reader has gone away, only when no other output is left.
 */
export async function runBatch(run: BatchRun): Promise<BatchEnd> {
  const { unfinished, stop } = run;
  const output = together(run.outputs);
  const account = accountOf(run);
  try {
    const failure = await judgeFailure(async () => {
      for await (const part of judged(partsOf(run.inputs, run.mapping), run.pool, stop)) {
        unfinished?.keep(part.rows);
        await output.add(part.rows);
        run.progress?.(account.add(part));
      }
    });
    const { shown, ...end } = account.end();
    if (failure) return { isWhole: false, failure, ...end };
    if (stop.aborted) return { isWhole: false, ...end };
    await output.finish(end.cohort, shown);
    unfinished?.finish();
    return { isWhole: true, ...end };
  } finally {
    // Of what is finished already nothing is left to abandon or to close.
    output.abandon();
    unfinished?.close();
  }
}

async function judgeFailure(act: () => Promise<void>): Promise<JudgeError | undefined> {
  try {
    await act();
  } catch (error) {
    if (error instanceof JudgeError) return error;
    throw error;
  }
  return undefined;
}

/** Inline questions whose prompts are remembered, and letters of each: a page shows them, and no more. */
const MOST_PROMPTS = MOST_NAMES;
const PROMPT = 1_000;

/** What is counted while the rows go by, in memory that does not grow with them. */
function accountOf({ promptOf, version, usage }: BatchRun) {
  const fold = cohortFold();
  const shown = shownRows();
  const slowest = slowestRows();
  const prompts = new Map<string, string>();
  const ignored = new Set<string>();
  let rows = 0;
  let count = 0;
  return {
    /** @returns the number of rows so far. */
    add(part: JudgedPart): number {
      for (const { digest, line, place, spent } of part.rows) {
        fold.add(digest);
        shown.add(digest, line);
        if (spent === undefined) continue;
        count++;
        slowest.add(digest.id, place, spent);
      }
      for (const [name, prompt] of Object.entries(part.prompts))
        if (prompts.size < MOST_PROMPTS && !prompts.has(name)) prompts.set(name, prompt.slice(0, PROMPT));
      for (const name of part.ignored) if (ignored.size < MOST_IGNORED) ignored.add(name);
      rows += part.rows.length;
      return rows;
    },
    end: () => ({
      cohort: {
        ...fold.cohort(it => promptOf(it) ?? prompts.get(it) ?? '', version),
        ...(usage && { usage: usage() }),
      },
      shown: shown.rows(),
      slowest: slowest.rows(),
      ignored: [...ignored],
      judged: count,
    }),
  };
}
