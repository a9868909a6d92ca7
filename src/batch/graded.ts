/** Rows of a batch with the grades that people gave them: what a calibration measures. */
import { quoted } from '../content/showing.ts';
import type { Graded } from '../model/calibration.ts';
import { InputError } from '../model/errors.ts';
import { type JudgedPart, type JudgedRow, judged, resultIn } from './judged.ts';
import type { Mapping } from './part.ts';
import { type Input, partsOf } from './parts.ts';
import type { Pool } from './pool.ts';

export interface GradedRun {
  inputs: readonly Input[];
  mapping: Mapping;
  /** Set up with grades. */
  pool: Pool;
  /** Aborted: no more rows are read. */
  stop: AbortSignal;
  /** Hears how many rows there are so far. */
  progress?(rows: number): void;
}

/**
 * All rows, judged, in input order. Throws InputError for a grade that is no number, naming the row, and where not one of
 * them has a grade.
 */
export async function gradedRows({ inputs, mapping, pool, stop, progress }: GradedRun): Promise<Graded[]> {
  const rows: Graded[] = [];
  for await (const part of judged(partsOf(inputs, mapping), pool, stop)) {
    for (const row of part.rows) rows.push(gradedOf(row, part.prompts));
    progress?.(rows.length);
  }
  if (!stop.aborted && !rows.some(it => it.human !== null || it.result.status === 'error'))
    throw new InputError(
      `No row has a grade that a person gave (${quoted(mapping.human ?? 'human')}).`,
      'Add "human" to the rows, or name the key or column that holds it: --map human=Grade',
    );
  return rows;
}

function gradedOf(row: JudgedRow, prompts: JudgedPart['prompts']): Graded {
  const { grades, place } = row;
  const result = resultIn(row);
  const { id, question, score, group, criteria } = result;
  const { answer = '', human = null, human2, wrong } = grades ?? {};
  if (wrong !== undefined)
    throw new InputError(
      `${place.file}:${place.line}: ${wrong}`,
      'Correct the grade, or leave it out: a row without one is not measured.',
    );
  return {
    id,
    question: question ?? '',
    ...(question !== null && Object.hasOwn(prompts, question) && { prompt: prompts[question]! }),
    score,
    human,
    ...(human2 !== undefined && { human2 }),
    ...(group !== undefined && { group }),
    words: answer.match(/\S+/g)?.length ?? 0,
    answer,
    // Quotes and points are not told of, and would be most of the memory.
    result: { ...result, points: [], keywords: [], criteria: criteria.map(it => ({ ...it, evidence: [] })) },
    place: `${place.file}:${place.line}`,
  };
}
