/** A content file as text, with a way from offsets to lines and columns. */

export interface Source {
  /** The name to show. */
  file: string;
  /** Without a byte order mark, line ends as `\n`. */
  text: string;
  /** Offset at which each line begins. */
  lines: readonly number[];
}

/** A stretch of the text: offsets, the end not included. */
export type Span = readonly [start: number, end: number];

/** A source of that name and text. */
export function sourceOf(file: string, text: string): Source {
  return { file, text, lines: lineStarts(text) };
}

/** Line and column, both from 1, of an offset; one beyond the end is at the end. */
export function placeOf(
  { text, lines }: Pick<Source, 'text' | 'lines'>,
  offset: number,
): { line: number; column: number } {
  const at = Math.min(offset, text.length);
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (lines[middle]! <= at) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: at - lines[low]! + 1 };
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}
