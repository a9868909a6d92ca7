/** The look of the terminal: a few named styles, so that one place decides on colour. */
import { Chalk, type ChalkInstance } from 'chalk';
import { visible } from '../model/unseen.ts';

export interface Style {
  strong(text: string): string;
  quiet(text: string): string;
  good(text: string): string;
  warn(text: string): string;
  bad(text: string): string;
  accent(text: string): string;
}

/** @param color whether the terminal shows colours; chalk itself does not look at NO_COLOR. */
export function styleFor(color: boolean): Style {
  const chalk: ChalkInstance = new Chalk({ level: color ? 1 : 0 });
  return {
    strong: chalk.bold,
    quiet: chalk.dim,
    good: chalk.green,
    warn: chalk.yellow,
    bad: chalk.red,
    accent: chalk.cyan,
  };
}

/** Columns of text. Wider lines are hard to read. */
export const WIDEST = 88;

/** Wraps at words; a longer word is left whole. Widths in columns as counted by UTF-16 units, good enough for prose. */
export function wrap(text: string, width: number, indent = ''): string[] {
  return visible(text)
    .split('\n')
    .flatMap(line => wrapLine(line.trimEnd(), Math.max(20, width - indent.length)))
    .map(line => (line === '' ? '' : indent + line));
}

function wrapLine(line: string, width: number): string[] {
  const rows = [''];
  for (const word of line.split(' ')) {
    const row = rows.at(-1)!;
    if (row !== '' && row.length + 1 + word.length > width) rows.push(word);
    else rows[rows.length - 1] = row === '' ? word : `${row} ${word}`;
  }
  return rows;
}
