/** Where the candidate's own part of a starter begins. */

/** A comment alone on its line that speaks to who writes: `// Your fields.`, `# TODO: the loop`. */
const COMMENT = /^(?:\/\/|\/\*|#|--)\s*(?:yours?|todo)\b/i;
/** A statement that only keeps the place: `raise NotImplementedError`, `return errNotImplemented`, `panic("todo")`. */
const STATEMENT = /^(?:raise\s|throw\s|return\s|[\w.]+!?\().*(?:not.?implemented|todo|to be written)/i;
/** What Python needs where nothing is. */
const NOTHING: readonly string[] = ['pass', '...'];

/**
 * The line, from 0, of the first place that was kept for the candidate, or else of the first body that returns at once;
 * undefined where there is neither.
 */
export function lineToWriteAt(starter: string): number | undefined {
  const lines = starter.split('\n').map(it => it.trim());
  const kept = lines.findIndex(it => COMMENT.test(it) || STATEMENT.test(it) || NOTHING.includes(it));
  const place = kept >= 0 ? kept : lines.findIndex((_, index) => isStub(lines, index));
  return place >= 0 ? place : undefined;
}

/** Whether a line is all that a body in braces holds, and returns. */
function isStub(lines: readonly string[], index: number): boolean {
  const { [index - 1]: before = '', [index]: line = '', [index + 1]: after = '' } = lines;
  return before.endsWith('{') && /^return\b/.test(line) && after === '}';
}
