/** What takes in the lines of an input, wherever they come from. */

/** A line, the `end` of the input (of this answer alone, at a terminal), or the number of a signal. */
export type Came = { line: string } | 'end' | number;

export interface Taker {
  /** What came of a line that has not ended. */
  half: string;
  endLine(): void;
  add(what: Came): void;
  /** Nothing comes any more. */
  finish(): void;
  /** All that came at once has been taken in. */
  told(): void;
}
