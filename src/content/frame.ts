/** The lines around a problem, with a marker under it. */

import { shown } from './showing.ts';
import type { Source, Span } from './source.ts';
import { placeOf } from './source.ts';

/** Characters of a line that are shown, and of those how many before the marked place. */
const WIDTH = 96;
const BEFORE = 48;

/** Characters that take two columns in a terminal: East Asian scripts and emoji, roughly. */
const WIDE =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/gu;

/**
 * The line before and the line itself, numbered, and `^` under the place:
 *
 *       6 |   - id: pool
 *     > 7 |     promt: How?
 *         |     ^^^^^
 */
export function frameOf(source: Source, [start, end]: Span): string {
  const { line, column } = placeOf(source, start);
  const digits = String(line).length;
  const numbered = (mark: string, number: string, text: string) =>
    `${mark} ${number.padStart(digits)} | ${text}`.trimEnd();
  const { text, marker } = marked(lineAt(source, line), column - 1, end - start);
  const before = line > 1 ? [numbered(' ', String(line - 1), cut(lineAt(source, line - 1), 0))] : [];
  return [...before, numbered('>', String(line), text), numbered(' ', '', marker)].join('\n');
}

/** The line made safe and short, and the marker for `length` characters from `at`. */
function marked(line: string, at: number, length: number): { text: string; marker: string } {
  const from = at > BEFORE && line.length > WIDTH ? at - BEFORE : 0;
  const lead = `${from > 0 ? '…' : ''}${shown(line.slice(from, at))}`;
  const last = Math.min(line.length, from + WIDTH, at + length);
  const under = shown(line.slice(at, last));
  const marker = blank(lead) + '^'.repeat(Math.max(1, blank(under).length));
  return { text: cut(line, from), marker };
}

function cut(line: string, from: number): string {
  const ends = line.length > from + WIDTH;
  return `${from > 0 ? '…' : ''}${shown(line.slice(from, from + WIDTH))}${ends ? '…' : ''}`;
}

function blank(text: string): string {
  return ' '.repeat(text.length + (text.match(WIDE) ?? []).filter(char => char.length === 1).length);
}

function lineAt({ text, lines }: Source, line: number): string {
  const end = lines[line];
  return text.slice(lines[line - 1], end === undefined ? text.length : end - 1);
}
