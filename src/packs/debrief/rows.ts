/** Filled scorecards: CSV as spreadsheets write it, each row checked by itself. */
import { parse } from 'csv-parse/sync';
import { nearest } from '../../content/nearest.ts';
import { quoted } from '../../content/showing.ts';
import { InputError } from '../../model/errors.ts';
import type { Level } from '../../model/level.ts';
import type { BadRow, Mark } from '../../model/pack-debrief.ts';
import { COLUMNS } from '../scorecard.ts';

/** A file as it came back. */
export interface Scorecard {
  /** To be shown; its name stands for an interviewer who left theirs out. */
  file: string;
  name: string;
  bytes: Uint8Array;
}

/** Criteria by the questions that the pack asks. */
export type Known = ReadonlyMap<string, ReadonlySet<string>>;

/** A mark and where it stands. */
interface Placed extends Pick<BadRow, 'file' | 'line'> {
  mark: Mark;
}

/** What one scorecard or several came to. */
export interface ReadRows {
  marks: Placed[];
  badRows: BadRow[];
  /** Rows without a level: not marked. */
  blank: number;
}

/** Throws InputError for a file that is no scorecard at all. */
export function readScorecard({ file, name, bytes }: Scorecard, known: Known): ReadRows {
  const records = recordsOf(file, textOf(file, bytes));
  const [marks, badRows]: [Placed[], BadRow[]] = [[], []];
  let blank = 0;
  for (const { line, row } of records) {
    const found = markOf(row, name, known);
    if (found === 'blank') blank += 1;
    else if ('message' in found) badRows.push({ file, line, message: found.message });
    else marks.push({ file, line, mark: found });
  }
  return { marks, badRows, blank };
}

function textOf(file: string, bytes: Uint8Array): string {
  try {
    // The parser counts a line end of two characters within quotes as two lines.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch (error) {
    throw new InputError(`${quoted(file)} is no text in UTF-8.`, 'Save it as "CSV UTF-8".', { cause: error });
  }
}

type Row = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** What separates columns in files that spreadsheets write. */
const SEPARATORS = [',', ';', '\t'];

function recordsOf(file: string, text: string): { line: number; row: Row }[] {
  const [header = ''] = text.split('\n', 1);
  const namesBy = (separator: string) =>
    header.split(separator).map(it =>
      it
        .trim()
        .replace(/^"(.*)"$/, '$1')
        .toLowerCase(),
    );
  const separator = SEPARATORS.find(it => COLUMNS.every(column => namesBy(it).includes(column)));
  if (separator === undefined)
    throw new InputError(
      `${quoted(file)} is no scorecard: its first line must name the columns ${COLUMNS.join(', ')}.`,
      'Fill a copy of scorecard.csv from the pack.',
    );
  const options = {
    columns: () => namesBy(separator),
    raw: true,
    delimiter: separator,
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    // A spreadsheet may write separators alone below the last row.
    skip_records_with_empty_values: true,
  } as const;
  try {
    const found = parse(text, options) as unknown as Parsed[];
    return found.map(it => ({ line: lineOf(it), row: filled(it.record) }));
  } catch (error) {
    const { lines } = error as { lines?: number };
    throw new InputError(
      `${quoted(file)}${lines === undefined ? '' : `, line ${lines}`}: this is not CSV.`,
      'Quotes stand around a whole field, and are doubled within.',
      { cause: error },
    );
  }
}

interface Parsed {
  /** Of the line that the row ends in. */
  info: { lines: number };
  raw: string;
  record: Partial<Row>;
}

/** Where the row begins: a note may have lines of its own. */
const lineOf = ({ info, raw }: Parsed) => info.lines - (raw.trim().match(/\n/g)?.length ?? 0);

const filled = (record: Partial<Row>) =>
  Object.fromEntries(COLUMNS.map(it => [it, (record[it] ?? '').trim()])) as unknown as Row;

function markOf(row: Row, name: string, known: Known): Mark | 'blank' | { message: string } {
  const { interviewer, candidate, question, criterion, level, note } = row;
  if (level === '' && note === '') return 'blank';
  const criteria = known.get(question);
  if (!criteria) return { message: strange('question', question, known.keys()) };
  if (!criteria.has(criterion)) return { message: strange('criterion', criterion, criteria) };
  if (level === '') return { message: 'There is a note but no level.' };
  if (!/^[1-4]$/.test(level)) return { message: `The level must be 1, 2, 3 or 4, not ${quoted(level)}.` };
  const mark = { candidate, question, criterion, level: Number(level) as Level, note };
  return { interviewer: interviewer === '' ? name : interviewer, ...mark };
}

function strange(what: string, name: string, known: Iterable<string>): string {
  const near = nearest(name, known);
  return `The pack has no ${what} ${quoted(name)}${what === 'criterion' ? ' for this question' : ''}.${near ? ` Did you mean ${quoted(near)}?` : ''}`;
}

/** All scorecards together. A second mark of the same by the same interviewer is a bad row: nobody knows which counts. */
export function together(cards: readonly ReadRows[]): ReadRows {
  const first = new Map<string, Placed>();
  const seconds: BadRow[] = [];
  for (const placed of cards.flatMap(it => it.marks)) {
    const { interviewer, candidate, question, criterion } = placed.mark;
    const key = JSON.stringify([interviewer, candidate, question, criterion]);
    const before = first.get(key);
    if (!before) first.set(key, placed);
    else seconds.push({ file: placed.file, line: placed.line, message: markedTwice(placed.mark, before) });
  }
  return {
    marks: [...first.values()],
    badRows: [...cards.flatMap(it => it.badRows), ...seconds],
    blank: cards.reduce((sum, it) => sum + it.blank, 0),
  };
}

function markedTwice({ interviewer, question, criterion }: Mark, { file, line }: Placed): string {
  return `${quoted(interviewer)} has marked ${criterion} of ${question} for this candidate already: ${file}, line ${line}.`;
}
