/** One cell of a CSV file that a spreadsheet opens. */
import { oneLine } from './one-line.ts';

/** As RFC 4180 has it, and as every reader of CSV takes it. */
export const LINE_END = '\r\n';

/** Numbers stay numbers; text is one line, shows what is unseen, and is no formula. */
export function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'number') return String(value);
  const text = oneLine(value).replace(FORMULA, "$1'");
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Rows with the names of their columns first, each ending as RFC 4180 has it. */
export function csvText(rows: readonly (readonly (string | number | null)[])[]): string {
  return rows.map(row => row.map(cell).join(',') + LINE_END).join('');
}

/**
 * Where a spreadsheet would begin to calculate: a cell that starts with one of these signs, the wide forms that East
 * Asian keyboards give among them. Where a comma is the decimal sign, a semicolon separates cells and quotes in the
 * middle of a line mean nothing: so a cell begins after each semicolon too, whatever quotes stand there.
 */
const FORMULA = /(^|;)(?=[\s"']*[=+\-@＝＋－＠])/g;
