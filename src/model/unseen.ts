/** What must never reach a page or a terminal unseen. */

/**
 * Characters that steer, hide or reorder instead of being read: controls but tab and newline, line and paragraph
 * separators, marks of writing direction (CVE-2021-42574), invisible spaces, tag characters, halves of pairs. Joiners
 * (U+200C, U+200D) stay: Persian and emoji need them.
 */
export const UNSEEN =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\p{Cs}\u{e0000}-\u{e007f}]/gu;

/**
 * Whether a look for such characters is worth while: true of whatever has one, and of some more. Most text has none, and
 * an expression that knows whole characters takes several times as long on text beyond Latin.
 */
export const mayHideUnseen = (text: string): boolean => MAYBE.test(text);

/** UNSEEN by halves of pairs, any of which may belong to one. */
const MAYBE =
  /[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ud800-\udfff\ufeff\ufff9-\ufffb]/;

/** Such a character as `\u202e` or `\u{e0041}`. */
export function escaped(char: string): string {
  const hex = char.codePointAt(0)!.toString(16);
  return hex.length > 4 ? `\\u{${hex}}` : `\\u${hex.padStart(4, '0')}`;
}

/** The text with such characters written out, and all line ends as newlines. */
export function visible(text: string): string {
  // A carriage return is among them.
  return mayHideUnseen(text) ? text.replace(/\r\n?/g, '\n').replace(UNSEEN, escaped) : text;
}

/** Whether there is something to read in it, on one line, and no control character: what a heading may be. */
export const isLine = (text: string): boolean => text.trim() !== '' && !/[\x00-\x1f\x7f-\x9f]/.test(text);
