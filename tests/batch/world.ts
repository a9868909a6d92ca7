/** Batches of a few rows, judged as a run judges them. */
import { Grader } from '../../src/batch/grade.ts';
import type { Part, RowFormat } from '../../src/batch/part.ts';
import { type Input, partsOf } from '../../src/batch/parts.ts';
import type { Pool } from '../../src/batch/pool.ts';
import { loadLibrary } from '../../src/content/files.ts';
import type { RowResult } from '../../src/model/cohort.ts';
import type { Library } from '../../src/model/content.ts';
import type { Judge } from '../../src/model/score.ts';
import { localJudge } from '../../src/scoring/judges/local.ts';
import { CONTENT } from '../cli/world.ts';

export const LIBRARY: Library = await loadLibrary({ folders: [CONTENT] });

/** A text as an input, in blocks of so many bytes. */
export function input(text: string | Uint8Array, format: RowFormat = 'jsonl', size = 1000): Input {
  const bytes = typeof text === 'string' ? Buffer.from(text) : text;
  return {
    file: `answers.${format}`,
    format,
    ...(format === 'markdown' && { id: 'of-the-file' }),
    async *blocks() {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    },
  };
}

interface Setting {
  mapping?: Record<string, string>;
  shard?: { index: number; of: number };
  judge?: Judge;
}

export function grader({ mapping = {}, shard, judge = localJudge }: Setting = {}): Grader {
  const brief = { library: LIBRARY, mapping, ...(shard && { shard }), withGrades: false };
  return new Grader({ brief, judge, earlier: () => undefined, now: () => 0 });
}

/** The result lines of inputs, read back. */
export async function resultsOf(inputs: readonly Input[], setting: Setting = {}): Promise<RowResult[]> {
  const results: RowResult[] = [];
  const its = grader(setting);
  for await (const part of partsOf(inputs, setting.mapping)) {
    const { lines } = await its.grade(part);
    for (const line of Buffer.from(lines).toString('utf8').split('\n'))
      if (line !== '') results.push(JSON.parse(line));
  }
  return results;
}

/** A pool of one grader that takes its time as it is told to. */
export function poolOf(grade: (part: Part) => ReturnType<Pool['grade']>, width = 2): Pool {
  return { width, grade, close: async () => {} };
}

export const row = (more: Record<string, unknown> = {}): string =>
  `${JSON.stringify({ id: 'a', question: 'small/cache', answer: 'Readers may see stale data.', ...more })}\n`;
