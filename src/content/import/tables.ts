/** A table in Markdown with a column of questions. */
import type { Found } from './found.ts';
import { fieldNamed, questionOf } from './record.ts';

/** The questions of a table; undefined for a text that is none, or a table without a column of questions. */
export function tableIn(markdown: string, line: number): Found[] | undefined {
  const [names = '', dashes = '', ...rows] = markdown.split('\n');
  if (!names.includes('|') || !dashes.includes('-') || /[^\s:|-]/.test(dashes)) return undefined;
  const columns = cellsOf(names).map(fieldNamed);
  if (!columns.includes('prompt')) return undefined;
  return rows.flatMap((row, at) => {
    // A row that leads to a place on the page is one of a table of contents.
    if (row.includes('](#')) return [];
    const cells = cellsOf(row);
    const fields = columns.flatMap((field, column) => (field ? [[field, cells[column] ?? '']] : []));
    return questionOf(Object.fromEntries(fields), line + 2 + at).found ?? [];
  });
}

/** Cells between bars; a bar with a backslash is a bar. */
const cellsOf = (row: string): string[] =>
  row
    .trim()
    .replace(/^\||(?<!\\)\|$/g, '')
    .split(/(?<!\\)\|/)
    .map(it =>
      it
        .replaceAll('\\|', '|')
        .replace(/<br\s*\/?>/gi, '\n')
        .trim(),
    );
