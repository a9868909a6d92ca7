/** Comma-separated values (RFC 4180), by csv-parse; where rows end is known already (records.ts). */
import { parse } from 'csv-parse/sync';
import { quoted } from '../content/showing.ts';
import { InputError } from '../model/errors.ts';
import type { Mapping, Part } from './part.ts';
import type { Decoded, RowKey } from './row.ts';

/** What separates columns in files that spreadsheets write; the one that the first line has most of. */
const SEPARATORS = [',', ';', '\t'] as const;

/** Guessed from the line of column names; a comma where none is found. */
export function separatorOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (separator: string) => bare.split(separator).length;
  return [...SEPARATORS].sort((a, b) => count(b) - count(a))[0]!;
}

/**
 * The names of the columns. Throws InputError when the line is not CSV, names a column twice, or when no column holds
 * answers or says what they answer.
 */
export function columnsOf(header: string, separator: string, mapping: Mapping): string[] {
  const columns = namesIn(header, separator);
  checkPlain(columns);
  const twice = columns.find((name, at) => name !== '' && columns.indexOf(name) < at);
  if (twice !== undefined)
    throw new InputError(`Two columns are named ${quoted(twice)}.`, 'Rename one of them in the first line.');
  const named = (key: RowKey) => columns.includes(mapping[key] ?? key);
  if (!named('answer')) throw noColumn('answer', columns, mapping);
  if (!named('question') && !named('prompt')) throw noColumn('question', columns, mapping);
  return columns;
}

function namesIn(header: string, separator: string): string[] {
  try {
    return (fieldsOf(header, separator)[0] ?? []).map(it => it.trim());
  } catch (error) {
    throw new InputError('The first line of the CSV file does not name its columns.', undefined, {
      cause: error,
    });
  }
}

/** Of a file that is read wrongly as a whole no name means anything: that is told before any name is. */
function checkPlain(columns: readonly string[]): void {
  if (columns.some(it => /\r(?!\n)/.test(it)))
    throw new InputError(
      'The lines of the CSV file end in carriage returns alone, so that it is one line.',
      'Save it with line feeds, as every spreadsheet can (`tr "\\r" "\\n" < old.csv > new.csv`).',
    );
  if (columns.some(it => it.includes('\0')))
    throw new InputError(
      'The first line of the CSV file holds zero bytes, as in UTF-16.',
      'Save it as UTF-8 (`iconv -f UTF-16 -t UTF-8 old.csv > new.csv`).',
    );
}

function noColumn(key: RowKey, columns: readonly string[], mapping: Mapping): InputError {
  const there = columns.map(it => quoted(it)).join(', ');
  return new InputError(
    `No column is named ${quoted(mapping[key] ?? key)}; there are ${there}.`,
    `Say which one it is: --map ${key}=COLUMN.`,
  );
}

const NOT_CSV = 'The row is not CSV: quotes stand around a whole field, and are doubled within.';

/** A quote too many takes lines that were meant as rows of their own: they are named, so that none is lost unseen. */
function linesOf({ lines }: Part, text: string, index: number): string {
  const [first, count] = [lines[index]!, text.trimEnd().split('\n').length];
  return count > 1 ? ` It takes lines ${first} to ${first + count - 1}: is a quote there never closed?` : '';
}

/** Decodes the rows of a part: parsed all at once, and one by one only where one of them is broken. */
export function csvDecoder(part: Part): (text: string, index: number) => Decoded {
  const { columns = [], separator = ',' } = part;
  const together = part.broken ? undefined : allRows(part, separator);
  return (text, index) => {
    try {
      const decoded = recordOf(columns, together?.[index] ?? fieldsOf(text, separator)[0] ?? []);
      return 'cause' in decoded ? { cause: decoded.cause + linesOf(part, text, index) } : decoded;
    } catch {
      return { cause: NOT_CSV + linesOf(part, text, index) };
    }
  };
}

function allRows({ bytes, ends }: Part, separator: string): string[][] | undefined {
  try {
    const rows = fieldsOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), separator);
    return rows.length === ends.length ? rows : undefined;
  } catch {
    return undefined;
  }
}

function fieldsOf(text: string | Buffer, separator: string): string[][] {
  return parse(text, {
    delimiter: separator,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    columns: false,
  });
}

function recordOf(columns: readonly string[], fields: readonly string[]): Decoded {
  if (fields.length !== columns.length)
    return { cause: `The row has ${fields.length} fields for ${columns.length} columns.` };
  return { raw: Object.fromEntries(columns.map((name, at) => [name, fields[at]])) };
}
