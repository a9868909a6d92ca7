/** What came of running the tests of a coding question on the candidate's code. */

/** How a run of tests ended. */
export type RunEnd =
  /** Every test passed. */
  | 'passed'
  /** Not every one did, or nothing could be run, as with code that does not build. */
  | 'failed'
  /** It took longer than allowed and was ended. */
  | 'time-up'
  /** It printed without end and was ended. */
  | 'too-much';

export interface TestRun {
  /** As it was shown to the candidate. */
  command: string;
  end: RunEnd;
  /** Null when it was ended from outside. */
  exit: number | null;
  /** Tests that passed and that did not, where the language's own report says so reliably. */
  counts?: { passed: number; failed: number };
  /** Names of tests that failed, a few. */
  failing: string[];
  seconds: number;
  /** What it printed: at most about 16 000 characters, its beginning and its end. */
  output: string;
  /** What was different from what should have been, in a sentence; empty for nothing. */
  note: string;
}

/** How a run ended, in one sentence. */
export function runWords({ end, counts, failing, seconds }: TestRun): string {
  if (end === 'time-up') return `The tests had not ended after ${Math.round(seconds)} seconds.`;
  if (end === 'too-much') return 'The tests printed without end.';
  if (!counts) return 'No test could be run: it does not build, or it ended before.';
  const { passed, failed } = counts;
  const all = passed + failed;
  if (end === 'passed') return all === 1 ? 'The one test passed.' : `All ${all} tests passed.`;
  const more = failing.length > NAMED ? ` and ${failing.length - NAMED} more` : '';
  const named = failing.length > 0 ? `; failed: ${failing.slice(0, NAMED).join(', ')}${more}` : '';
  return `${passed} of ${all} tests passed${named}.`;
}

/** More names in one sentence are not read. */
const NAMED = 3;
