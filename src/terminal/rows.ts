/** Rows of a report or of feedback, painted: a row at the margin is a title, a mark tells what the rest is about. */
import { visible } from '../model/unseen.ts';
import type { Style } from './style.ts';

/** `+` was there, `~` in part, `-` was not, `!` a warning, `>` the next step. The words say it too; the colour only adds to them. */
const TONES: Readonly<Record<string, keyof Style>> = {
  '+': 'good',
  '~': 'warn',
  '-': 'bad',
  '!': 'warn',
  '>': 'accent',
};

/** The rows as one text ending in a newline; nothing in them can steer the terminal. */
export function painted(rows: readonly string[], style: Style): string {
  return rows.map(row => `${paint(visible(row), style)}\n`).join('');
}

function paint(row: string, style: Style): string {
  if (row === '') return row;
  if (!row.startsWith(' ')) return style.strong(row);
  const [, indent, mark, rest] = /^( +)([-+~!>])( .*)$/s.exec(row) ?? [];
  return mark ? `${indent}${style[TONES[mark]!](mark)}${rest}` : row;
}
