/** What the editor's frame is composed of. */
import type { Style } from '../style.ts';
import type { Answer, TestsState } from './answer.ts';

/** Seconds of a clock. */
interface Left {
  left: number;
  budget: number;
}

/** What there is to see. */
export interface Scene {
  head: readonly string[];
  /** Those that are shown. */
  hints: readonly string[];
  hintsInAll: number;
  answer: Answer;
  /** Code that was there to begin with; its lines are none of the candidate's words. */
  given: string;
  clocks: { question: Left; round: Left };
  /** The round's clock stands still meanwhile. */
  beside: boolean;
  /** Why the text could not be kept; empty if it was. */
  unsaved: string;
  /** Whether an editor can be opened. */
  editor: boolean;
  /** Told of the tests, in lines. */
  told: readonly string[];
  tests: TestsState;
  /** Seconds for which they have been running. */
  running: number | undefined;
}

/** Where it is seen. */
export interface Window {
  columns: number;
  rows: number;
  style: Style;
  inline: boolean;
}
