/** Judged parts as rows: ids are looked at across the whole run, which no thread can. */
import { quoted } from '../content/showing.ts';
import type { RowResult } from '../model/cohort.ts';
import { utf8 } from './bytes.ts';
import { digestOf, type RowDigest } from './cohort.ts';
import { Ids } from './ids.ts';
import { inOrder } from './in-order.ts';
import type { Grades, Part, PartResult } from './part.ts';
import type { Pool } from './pool.ts';
import { errorResult, lineOf } from './result.ts';

/** One row's result, as its line. */
export interface JudgedRow {
  digest: RowDigest;
  /** UTF-8, its line break included. */
  line: Uint8Array;
  /** Where the row stands. */
  place: { file: string; line: number };
  /** Milliseconds that judging it took; undefined where it was not judged now. */
  spent?: number;
  /** What a row holds beside what a judge sees; only where it is wanted. */
  grades?: Grades;
}

/** The result that a row's line says. To read it takes longer than all that a run does with its digest. */
export const resultIn = ({ line }: Pick<JudgedRow, 'line'>): RowResult => JSON.parse(utf8(line));

export interface JudgedPart {
  rows: JudgedRow[];
  prompts: PartResult['prompts'];
  ignored: PartResult['ignored'];
}

/**
 * The rows of a run in input order. A second row of the same id is an error; see inOrder for the rest. Throws JudgeError
 * after the rows that were still judged, where a judge failed for all that would follow.
 */
export async function* judged(
  parts: AsyncIterable<Part>,
  pool: Pool,
  stop: AbortSignal,
): AsyncGenerator<JudgedPart> {
  const ids = new Ids();
  let row = 0;
  for await (const part of inOrder(parts, pool, stop)) {
    const { lines, ends, spent, grades, prompts, ignored, stopped } = part;
    const digests: RowDigest[] = JSON.parse(part.digests);
    const rows = ends.map((end, at): JudgedRow => {
      const line = lines.subarray(ends[at - 1] ?? 0, end);
      const place = { file: part.file, line: part.places[at]! };
      const told = once(ids, ++row, digests[at]!, line, place);
      const { [at]: time = -1 } = spent;
      const { [at]: grade } = grades;
      return { ...told, place, ...(time >= 0 && { spent: time }), ...(grade && { grades: grade }) };
    });
    yield { rows, prompts, ignored };
    if (stopped && !stop.aborted) throw stopped;
  }
}

function once(
  ids: Ids,
  row: number,
  digest: RowDigest,
  line: Uint8Array,
  place: { file: string; line: number },
): Pick<JudgedRow, 'digest' | 'line'> {
  const { id, question } = digest;
  const first = id === null ? undefined : ids.firstOf(id, row);
  // What is wrong with a row itself tells more.
  if (first === undefined || digest.judge === null) return { digest, line };
  const cause = `The id ${quoted(id!)} is taken: row ${first} has it.`;
  const error = errorResult(digest, question, place, cause);
  return { digest: digestOf(error), line: Buffer.from(lineOf(error)) };
}
