/** Bytes to text; what is not text is refused. */
import { isUtf8 } from 'node:buffer';
import type { Problem } from '../model/problem.ts';
import { problemAt } from './problems.ts';
import { shown } from './showing.ts';
import { type Source, sourceOf } from './source.ts';

/** Files are written by hand; a larger one is a mistake or an attack. */
export const MAX_BYTES = 4 * 1024 * 1024;

/** The file as text, or the one problem that keeps it from being text. */
export function decode(file: string, bytes: Uint8Array): { source: Source } | { problem: Problem } {
  const refuse = (message: string, hint: string): { problem: Problem } => ({
    problem: { file: shown(file), ...placeOfBadByte(bytes), message, hint, severity: 'error' },
  });
  if (bytes.length > MAX_BYTES)
    return refuse(`The file is larger than ${MAX_BYTES / 1024 / 1024} MB.`, 'Split it into several files.');
  if (!isUtf8(bytes)) return refuse('The file is not UTF-8 text.', 'Save it in the encoding UTF-8.');
  const text = new TextDecoder().decode(bytes).replace(/\r\n/g, '\n');
  const source = sourceOf(file, text);
  const control = /[\x00-\x08\x0b-\x1f\x7f-\x9f]/.exec(text);
  if (!control) return { source };
  const name = `U+${control[0].charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const problem = problemAt(
    source,
    [control.index, control.index + 1],
    `A control character (${name}) is not text.`,
    {
      hint: 'Delete it.',
    },
  );
  return { problem };
}

/** The line and column of the first byte that is not UTF-8; 1:1 when all are. A line feed is never part of a character. */
function placeOfBadByte(bytes: Uint8Array): { line: number; column: number } {
  let start = 0;
  for (let line = 1; start < bytes.length; line++) {
    const feed = bytes.indexOf(0x0a, start);
    const end = feed < 0 ? bytes.length : feed;
    const whole = bytes.subarray(start, end);
    if (!isUtf8(whole)) return { line, column: new TextDecoder().decode(whole).indexOf('\ufffd') + 1 };
    start = end + 1;
  }
  return { line: 1, column: 1 };
}
