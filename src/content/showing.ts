/** Showing what a file holds without letting it steer the terminal. */

import { escaped, UNSEEN } from '../model/unseen.ts';

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** The text as one line, what cannot be seen written as `\t`, `\u001b` or `\u{e0041}`. */
export function shown(text: string): string {
  return text
    .replace(UNSEEN, char => SHORT_ESCAPES[char] ?? escaped(char))
    .replace(/[\n\t]/g, char => SHORT_ESCAPES[char]!);
}

/** At most this many characters of a name or value are quoted. */
const QUOTED = 60;

/** In double quotes, shortened, safe to print. */
export function quoted(text: string): string {
  const short = text.length > QUOTED ? `${text.slice(0, QUOTED).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return `"${shown(short)}"`;
}

/** A path as it is typed into a shell: in quotes where blanks or signs would mean something else there. */
export function typed(path: string): string {
  const [, home = '', rest = ''] = /^(~\/)?(.*)$/s.exec(path) ?? [];
  return /^[\p{L}\p{M}\p{N}_./\\@%+=:,-]*$/u.test(rest) ? path : `${home}'${rest.replaceAll("'", "'\\''")}'`;
}

/** What a value is, in the words of somebody who writes YAML: `text "abc"`, `the number 3`, `a list`. */
export function described(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (value === null) return 'nothing';
  if (typeof value === 'string') return `the text ${quoted(value)}`;
  if (Number.isFinite(value)) return `the number ${value}`;
  if (typeof value !== 'object') return String(value);
  return Array.isArray(value) ? 'a list' : 'a map';
}

/** `a, b or c`. */
export function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1)}`;
}
