/** Showing what a file holds without letting it steer the terminal. */

/**
 * Characters that steer, hide or reorder instead of being read: controls (tab and newline too: what is shown here is one
 * line), separators, marks of writing direction, invisible spaces, tag characters, halves of pairs.
 */
const UNSEEN =
  /[\x00-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}\u{e0000}-\u{e007f}]/gu;

const SHORT_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\t': '\\t', '\r': '\\r' };

/** The text with such characters written as `\t`, `\u001b` or `\u{e0041}`. */
export function shown(text: string): string {
  return text.replace(UNSEEN, escaped);
}

function escaped(char: string): string {
  const hex = char.codePointAt(0)!.toString(16);
  return SHORT_ESCAPES[char] ?? (hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`);
}

/** At most this many characters of a name or value are quoted. */
const QUOTED = 60;

/** In double quotes, shortened, safe to print. */
export function quoted(text: string): string {
  const short = text.length > QUOTED ? `${text.slice(0, QUOTED).replace(/[\ud800-\udbff]$/, '')}…` : text;
  return `"${shown(short)}"`;
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
