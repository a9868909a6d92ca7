/** Results as CSV (RFC 4180) for spreadsheets: a record a row, its columns always the same. */
import type { RowResult } from '../../model/cohort.ts';
import { oneLine } from '../one-line.ts';
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
};

export const COLUMN_NAMES = Object.keys(COLUMNS);
const READERS = Object.values(COLUMNS);

/** As RFC 4180 has it, and as every reader of CSV takes it. */
const LINE_END = '\r\n';

export const csv: ResultFormat = {
  extension: 'csv',
  head: () => COLUMN_NAMES.join(',') + LINE_END,
  row: result => READERS.map(read => cell(read(result))).join(',') + LINE_END,
  separator: '',
  tail: () => '',
};

/** Numbers stay numbers; text is one line, shows what is unseen, and is no formula. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = oneLine(value).replace(FORMULA, "$1'");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * Where a spreadsheet would begin to calculate: a cell that starts with one of these signs, the wide forms that East
 * Asian keyboards give among them. Where a comma is the decimal sign, a semicolon separates cells and quotes in the
 * middle of a line mean nothing: so a cell begins after each semicolon too, whatever quotes stand there.
 */
const FORMULA = /(^|;)(?=[\s"']*[=+\-@＝＋－＠])/g;
