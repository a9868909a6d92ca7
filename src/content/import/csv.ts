/** Questions in a table: comma, semicolon or tab between the columns, with a line of names or without. */
import { CsvError, parse } from 'csv-parse/sync';
import { InputError } from '../../model/errors.ts';
import { separatorLine } from '../separator-line.ts';
import { quoted } from '../showing.ts';
import type { Notice, Reading } from './found.ts';
import { type Field, fieldNamed, KNOWN_NAMES, questionOf } from './record.ts';

const SEPARATORS = [',', ';', '\t'];
/** Rows that are looked at to find the separator. */
const SAMPLE = 20;

interface Row {
  cells: string[];
  line: number;
}

/** The questions of a CSV text. Throws InputError where its quotes do not match. */
export function readCsv(file: string, text: string): Reading {
  // First lines for Excel or Anki alone; blank in their place, so that lines keep their numbers.
  const told = separatorLine(text);
  const table = told ? text.slice(told.length) : withoutAnkiHead(text);
  const rows = rowsOf(file, table, told?.separator ?? separatorOf(table.trimStart()));
  const header = (rows[0]?.cells ?? []).map(fieldNamed);
  const isNamed = header.includes('prompt');
  const columns: (Field | undefined)[] = isNamed ? firstOfEach(header) : ['prompt', 'answer'];
  const notices = rows[0] ? notedColumns(columns, rows[0].cells, isNamed) : [];
  const read = rows.slice(isNamed ? 1 : 0).map(({ cells, line }) => {
    const named = columns.flatMap((field, at) => (field ? [[field, cells[at] ?? '']] : []));
    return questionOf(Object.fromEntries(named), line);
  });
  return {
    found: read.flatMap(it => it.found ?? []),
    notices: [...notices, ...read.flatMap(it => it.notices)],
  };
}

/** Lines such as `#separator:tab`, at the beginning of a file that Anki wrote. */
const withoutAnkiHead = (text: string): string =>
  text.replace(/^(?:#(?:separator|html|tags|columns|notetype|deck|guid)(?: column)?:[^\n]*\n)+/i, head =>
    head.replace(/[^\n]/g, ''),
  );

/** A second column of the same meaning is unknown: which of the two counts must not be left to chance. */
const firstOfEach = (header: readonly (Field | undefined)[]) =>
  header.map((field, at) => (header.indexOf(field) === at ? field : undefined));

function notedColumns(columns: readonly (Field | undefined)[], names: string[], isNamed: boolean): Notice[] {
  if (!isNamed)
    return names.length > 2
      ? [
          {
            line: 1,
            text: `no column is named question; the first two are read as question and answer. Names: ${KNOWN_NAMES}`,
          },
        ]
      : [];
  const unused = names.filter((name, at) => !columns[at] && name.trim() !== '');
  return unused.map(name => ({
    line: 1,
    text: `the column ${quoted(name)} is not used. Names: ${KNOWN_NAMES}`,
  }));
}

/** The separator under which the first line names most columns, or else the first rows agree best. */
function separatorOf(text: string): string {
  const head = text.split('\n', SAMPLE * 4).join('\n');
  const merit = (separator: string): number => {
    const rows = sampled(head, separator);
    const named = (rows[0] ?? []).filter(it => fieldNamed(it)).length;
    const width = rows[0]?.length ?? 0;
    const alike = rows.filter(it => it.length === width).length;
    return width < 2 ? named : named * SAMPLE + alike / rows.length;
  };
  return SEPARATORS.toSorted((a, b) => merit(b) - merit(a))[0]!;
}

function sampled(head: string, separator: string): string[][] {
  try {
    return parse(head, { ...OPTIONS, delimiter: separator, to: SAMPLE });
  } catch {
    return [];
  }
}

const OPTIONS = {
  columns: false,
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  record_delimiter: '\n',
} as const;

function rowsOf(file: string, text: string, separator: string): Row[] {
  try {
    const records = parse(text, { ...OPTIONS, delimiter: separator, info: true }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    // A record tells the line in which it ends; line breaks within quotes tell where it begins.
    return records.map(({ record, info }) => ({
      cells: record,
      line: info.lines - record.join('').split('\n').length + 1,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new InputError(
      `${quoted(file)} is not CSV: a quotation mark is opened and not closed, or text follows a closed one, in line ${error.lines}.`,
      'Quotes stand around a whole field, and are doubled within.',
      { cause: error },
    );
  }
}
