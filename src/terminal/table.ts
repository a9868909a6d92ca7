import stringWidth from 'fast-string-width';
import { visible } from '../model/unseen.ts';
import { wrap } from './style.ts';

/** Columns under which words are not set beside others: they get rows of their own. */
const NARROW = 24;
const INDENT = '  ';

/**
 * Rows as aligned columns, two spaces apart, each row ending in a newline.
 * @param width columns of the terminal, where there is one: what is too long for it goes on under its last column, or
 * under the whole row where that is too narrow.
 */
export function table(rows: readonly string[][], width = Number.POSITIVE_INFINITY): string {
  const shown = rows.map(row => row.map(visible));
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.max(...shown.map(row => stringWidth(row[column] ?? ''))),
  );
  const pad = (cell: string, column: number) => cell + ' '.repeat(widths[column]! - stringWidth(cell));
  const aligned = (row: readonly string[]) => row.map(pad).join('  ').trimEnd();
  const before = widths.slice(0, -1).reduce((sum, it) => sum + it + 2, 0);
  if (before + (widths.at(-1) ?? 0) <= width) return lines(shown.map(aligned));
  const isNarrow = width - before < NARROW;
  const indent = isNarrow ? INDENT : ' '.repeat(before);
  return lines(
    shown.flatMap(row => {
      const head = row.slice(0, -1).map(pad).join('  ');
      const [first = '', ...rest] = wrap(row.at(-1)!, width - indent.length);
      const under = [
        ...(isNarrow ? [head, indent + first] : [`${head}  ${first}`]),
        ...rest.map(it => indent + it),
      ];
      return under.map(it => it.trimEnd());
    }),
  );
}

const lines = (rows: readonly string[]): string => rows.map(it => `${it}\n`).join('');
