import type { Language, Reader } from './language.ts';

export const python: Language = {
  title: 'Python',
  program: 'python3',
  file: 'solution.py',
  seconds: 60,
  beside: {},
  ways: tests => [
    {
      // -s: no packages of the candidate's own; -B: no compiled files beside the code.
      args: ['-s', '-B', '-m', 'unittest', '-v', tests.replace(/\.py$/, '')],
      env: { PYTHONIOENCODING: 'utf-8', PYTHONUNBUFFERED: '1' },
      note: '',
      impossible: undefined,
    },
  ],
  lacks: '',
  reader,
};

/** A module or a class that cannot be set up counts as one test, or as none: how many there are, nobody knows. */
const BROKEN = /^ERROR: .*(?:_FailedTest\b|\b(?:setUp|tearDown)(?:Class|Module)\b)/;

/** Reads what unittest writes at the end: `Ran 4 tests in ...`, then `OK` or `FAILED (failures=1, errors=1)`. */
function reader(): Reader {
  let ran: number | undefined;
  let verdict = '';
  let broken = false;
  /** With module and class; a test with parts fails once, however many of them do. */
  const failing = new Set<string>();
  return {
    line(line) {
      const [, count] = /^Ran (\d+) tests? in /.exec(line) ?? [];
      if (count !== undefined) ran = Number(count);
      if (ran !== undefined && /^(?:OK|FAILED)\b/.test(line)) verdict = line;
      const [, failed] = /^(?:FAIL|ERROR): (\S+ \([^)]*\))/.exec(line) ?? [];
      if (failed !== undefined) failing.add(failed);
      broken ||= BROKEN.test(line);
      return / \.\.\. ok$/.test(line) ? undefined : line;
    },
    counts() {
      if (ran === undefined || verdict === '' || broken) return undefined;
      const of = (what: string) => Number(new RegExp(`\\b${what}=(\\d+)`).exec(verdict)?.[1] ?? 0);
      const failed = failing.size + of('unexpected successes');
      return { passed: Math.max(0, ran - failed - of('skipped')), failed };
    },
    failing: () => [...failing].map(it => it.split(' ')[0]!),
  };
}
