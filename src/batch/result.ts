/** What is said of a row: its result, and the line that it makes. */
import { hash } from 'node:crypto';
import type { RowResult } from '../model/cohort.ts';
import type { AnswerScore } from '../model/score.ts';
import { resultJson } from '../reports/cohort/jsonl.ts';
import type { Part } from './part.ts';
import type { BadRow, Row } from './row.ts';

/** Where a row stands; nothing of one that came from no file. */
export type Place = Pick<RowResult, 'file' | 'line'>;

const NOTHING = { criteria: [], points: [], pitfalls: [], keywords: [], flags: [] };

/** A row that could not be judged: where it stands and why, never a score. */
export function errorResult(
  row: Pick<BadRow, 'id'> & Partial<Pick<Row, 'candidate' | 'group'>>,
  question: string | null,
  place: Place,
  cause: string,
): RowResult {
  const { id, candidate, group } = row;
  return {
    id,
    question,
    ...(candidate !== undefined && { candidate }),
    ...(group !== undefined && { group }),
    status: 'error',
    score: null,
    level: null,
    ...NOTHING,
    judge: null,
    cause,
    ...place,
  };
}

/** A judged row; a judge that failed leaves the row's place, so that it can be found. */
export function scoredResult(row: Row, score: AnswerScore, input: string, place: Place): RowResult {
  const { id, candidate, group } = row;
  const { question, status, criteria, points, pitfalls, keywords, flags, judge, repeats, cause } = score;
  return {
    id,
    question,
    ...(candidate !== undefined && { candidate }),
    ...(group !== undefined && { group }),
    status,
    score: score.score,
    level: score.level,
    criteria,
    points,
    pitfalls,
    keywords,
    flags,
    judge,
    ...(repeats && { repeats }),
    ...(cause !== undefined && { cause }),
    ...(status === 'error' && place),
    input,
  };
}

/** The place of a row of a part. */
export const placeIn = ({ file, lines }: Part, index: number): Required<Place> => ({
  file,
  line: lines[index]!,
});

/** What of a row, beside question and judge, its result follows from: 16 hexadecimal digits of SHA-256. */
export function inputHash({ id, answer, candidate, group, seconds }: Row, question: string): string {
  const text = JSON.stringify([id, question, answer, candidate ?? null, group ?? null, seconds ?? null]);
  return hash('sha256', text).slice(0, 16);
}

/** As it is written out, with its line break. */
export const lineOf = (result: RowResult): string => `${resultJson(result)}\n`;
