import stringWidth from 'fast-string-width';
import { visible } from '../model/unseen.ts';

/** Rows as aligned columns, two spaces apart, each row ending in a newline. */
export function table(rows: readonly string[][]): string {
  const shown = rows.map(row => row.map(visible));
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.max(...shown.map(row => stringWidth(row[column] ?? ''))),
  );
  const pad = (cell: string, column: number) => cell + ' '.repeat(widths[column]! - stringWidth(cell));
  return shown.map(row => `${row.map(pad).join('  ').trimEnd()}\n`).join('');
}
