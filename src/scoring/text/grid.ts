/** Tables in a text: lines whose cells stand between bars, tabs or wide gaps. */
import { BRANCH } from './drawn.ts';

export interface Cell {
  start: number;
  end: number;
  text: string;
}

export type Row = readonly Cell[];

/** Fewer cells than this in a line are no row. */
const LEAST_CELLS = 3;

/** Blank before a bar belongs to it, looked for where it begins: else a long run of it takes the square of its length. */
const EDGE = /(?:(?<![ \t])[ \t]*)?\|[ \t]*|\t+| {2,}/g;

/** The line below the head of a Markdown table. */
const RULE = /^[\s|:-]+$/;

/** Whether a row of a Markdown table begins there: between its bars are cells, which make no sentence. */
export const isTableRow = (text: string, { start }: { start: number }): boolean => text[start] === '|';

/** Stretches of at least two rows, rule lines left out. */
export function gridsOf(text: string): Row[][] {
  if (!/\||\t|\S {2,}\S/.test(text)) return [];
  const grids: Row[][] = [[]];
  let at = 0;
  for (const line of text.split('\n')) {
    const row = RULE.test(line) || BRANCH.test(line) ? undefined : cellsOf(line, at);
    if (row && row.length >= LEAST_CELLS) grids.at(-1)!.push(row);
    else if (row || !line.includes('-')) grids.push([]);
    at += line.length + 1;
  }
  return grids.filter(it => it.length > 1);
}

function cellsOf(line: string, offset: number): Cell[] {
  const cells: Cell[] = [];
  let start = 0;
  for (const edge of [...line.matchAll(EDGE), undefined]) {
    const text = line.slice(start, edge?.index);
    const trimmed = text.trim();
    const from = offset + start + text.indexOf(trimmed);
    if (trimmed !== '') cells.push({ start: from, end: from + trimmed.length, text: trimmed });
    else if (start > 0 && edge) cells.push({ start: offset + start, end: offset + start, text: '' });
    start = edge ? edge.index + edge[0].length : line.length;
  }
  return cells;
}
