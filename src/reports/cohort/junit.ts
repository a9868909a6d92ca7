/** Results as JUnit XML, which most build servers show: a test case a row, and one for each gate of the whole run. */
import type { Cohort, Gates, RowResult } from '../../model/cohort.ts';
import { brokenGate, gateOutcomes } from '../../model/gates.ts';
import { levelWord } from '../words.ts';
import type { ResultFormat } from './format.ts';
import { placeWord } from './words.ts';
import { xmlText } from './xml-text.ts';

/**
 * Its head counts what is only known at the end. So a head without a cohort is a placeholder of zeros, as many bytes
 * long as the true head of any cohort: who writes to a file writes it first and writes the true one over it at last.
 */
export const junit: ResultFormat = {
  extension: 'xml',
  head,
  row: (result, gates) => testCase(result.question ?? 'no question', nameOf(result), outcome(result, gates)),
  separator: '',
  tail: (cohort, gates) => `${gateCases(cohort, gates)}</testsuite>\n</testsuites>\n`,
};

const OPEN = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';

function head(cohort: Cohort | null, gates: Gates): string {
  return `${OPEN}${suite(countsOf(cohort, gates)).padEnd(suite(WIDEST).length)}>\n`;
}

type Counts = Record<'tests' | 'failures' | 'errors' | 'skipped', number>;

function countsOf(cohort: Cohort | null, gates: Gates): Counts {
  if (!cohort) return { tests: 0, failures: 0, errors: 0, skipped: 0 };
  const outcomes = gateOutcomes(cohort, gates);
  return {
    tests: cohort.all.rows + outcomes.length,
    failures: cohort.failed + outcomes.filter(it => !it.met).length,
    errors: cohort.all.errors,
    skipped: cohort.all.cannotAssess,
  };
}

/** Blanks before the closing bracket of a tag mean nothing, so that they make up for the digits. */
const MOST = Number.MAX_SAFE_INTEGER;
const WIDEST: Counts = { tests: MOST, failures: MOST, errors: MOST, skipped: MOST };

function suite({ tests, failures, errors, skipped }: Counts): string {
  return `<testsuite name="mockloop evaluate" tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}"`;
}

/** What it is called by: its id; where it has none, its place in a file, or what it is known by in an unfinished run. */
function nameOf(result: RowResult): string {
  return result.id ?? placeWord(result) ?? result.input ?? 'no id';
}

function outcome(result: RowResult, gates: Gates): string {
  const { status, score, level, cause = 'no cause given' } = result;
  if (status === 'error') return `<error type="error" message="${xmlText(cause)}"/>`;
  if (status === 'cannot-assess') return `<skipped message="${xmlText(cause)}"/>`;
  const broken = brokenGate(result, gates);
  const told = `<system-out>score ${score}, level ${levelWord(level)}</system-out>`;
  return broken === undefined ? told : failure(broken) + told;
}

const failure = (reason: string) => `<failure type="gate" message="${xmlText(reason)}"/>`;

function gateCases(cohort: Cohort, gates: Gates): string {
  return gateOutcomes(cohort, gates)
    .map(({ gate, met, fact }) =>
      testCase('gates', gate, met ? `<system-out>${xmlText(fact)}</system-out>` : failure(fact)),
    )
    .join('');
}

function testCase(className: string, name: string, content: string): string {
  return `<testcase classname="${xmlText(className)}" name="${xmlText(name)}">${content}</testcase>\n`;
}
