/** Results as CSV (RFC 4180) for spreadsheets: a record a row, its columns always the same. */
import type { RowResult } from '../../model/cohort.ts';
import { cell, LINE_END } from '../csv-cell.ts';
import type { ResultFormat } from './format.ts';
import { fileWord } from './words.ts';

/** The columns in their order. What has several parts is a list with blanks between. */
const COLUMNS: Readonly<Record<string, (result: RowResult) => string | number | null | undefined>> = {
  id: it => it.id,
  question: it => it.question,
  candidate: it => it.candidate,
  group: it => it.group,
  status: it => it.status,
  score: it => it.score,
  level: it => it.level,
  criteria: it =>
    it.criteria.flatMap(({ id, score }) => (score === null ? [] : [`${id}=${score}`])).join(' '),
  missing: it => it.points.flatMap(({ id, status }) => (status === 'missing' ? [id] : [])).join(' '),
  pitfalls: it => it.pitfalls.map(({ id }) => id).join(' '),
  flags: it => it.flags.map(({ kind }) => kind).join(' '),
  cause: it => it.cause,
  file: it => fileWord(it.file),
  line: it => it.line,
  judge: it => it.judge?.name,
  judgeVersion: it => it.judge?.version,
  rubric: it => it.judge?.rubric.id,
  rubricHash: it => it.judge?.rubric.hash,
  fingerprint: it => it.judge?.fingerprint,
  input: it => it.input,
  model: it => it.judge?.model,
  by: it =>
    it.criteria.flatMap(({ id, by }) => (by ? [`${id}=${by.local ?? ''}/${by.llm ?? ''}`] : [])).join(' '),
  repeats: it => it.repeats?.scores.join(' '),
  interval: it => it.repeats?.interval.join(' '),
  agreement: it => it.repeats?.agreement,
};

export const COLUMN_NAMES = Object.keys(COLUMNS);
const READERS = Object.values(COLUMNS);

export const csv: ResultFormat = {
  extension: 'csv',
  head: () => COLUMN_NAMES.join(',') + LINE_END,
  row: result => READERS.map(read => cell(read(result))).join(',') + LINE_END,
  separator: '',
  tail: () => '',
};
