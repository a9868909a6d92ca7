/** Paragraphs of Markdown over which the parser would take far too long. */

/**
 * The parser's time grows with the square of a paragraph's marks: of links, emphasis and HTML, and of its lines in a
 * quotation or a list. So much may the squares come to: ten thousand marks in one paragraph, or a hundred in each of ten
 * thousand.
 */
const MOST = 10_000 ** 2;

const MARKS = /[[<*_]/g;
const WITHIN = /^[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])/;
/** A blank line ends a paragraph, and these begin another one wherever they stand. */
const BEGINS = /^[ \t]*(?:$|#{1,6}[ \t]|[-*+][ \t]+\S|1[.)][ \t]+\S)/;
/** Other numbers do so in a numbered list alone. */
const NUMBERED = /^[ \t]*\d{1,9}[.)][ \t]+\S/;

/** The line, from 1, where the paragraph begins with which it is too much; undefined where the parser may have the text. */
export function tangledLine(text: string): number | undefined {
  let work = 0;
  let open = { line: 1, marks: 0, isWithin: false, isNumbered: false };
  for (const [at, line] of text.split('\n').entries()) {
    const isNumbered = NUMBERED.test(line);
    if (BEGINS.test(line) || (isNumbered && (open.isNumbered || open.line > at)))
      open = { line: line.trim() === '' ? at + 2 : at + 1, marks: 0, isWithin: false, isNumbered };
    open.isWithin ||= WITHIN.test(line);
    const before = open.marks;
    open.marks += (line.match(MARKS)?.length ?? 0) + (open.isWithin ? 1 : 0);
    work += open.marks ** 2 - before ** 2;
    if (work > MOST) return open.line;
  }
  return undefined;
}
