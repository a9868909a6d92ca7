import type { Language, Reader, Way } from './language.ts';

const way = (tests: string, more: readonly string[], impossible?: RegExp): Way => ({
  args: [...more, '--test', '--test-reporter=tap', tests],
  env: { NO_COLOR: '1' },
  note: '',
  impossible,
});

const common = { program: 'node', seconds: 60, beside: {}, reader };

export const javascript: Language = {
  ...common,
  title: 'JavaScript',
  file: 'solution.mjs',
  ways: tests => [way(tests, [])],
  lacks: '',
};

export const typescript: Language = {
  ...common,
  title: 'TypeScript',
  file: 'solution.ts',
  ways: tests => [
    way(tests, ['--experimental-strip-types', '--disable-warning=ExperimentalWarning'], /: bad option: --/),
  ],
  lacks: 'TypeScript needs Node 22.6 or newer',
};

/** Lines of TAP that tell nothing to people. */
const NOISE =
  /^\s*(?:---|\.\.\.|(?:duration_ms|type|location|failureType|code|exitCode|signal|name):.*|TAP version \d+|# Subtest:.*|\d+\.\.\d+|ok \d.*)$/;

/**
 * Reads TAP as `node --test` writes it. What a test prints stands there behind `# `: it cannot pass for a result, and a
 * summary that it prints is followed by the true one.
 */
function reader(): Reader {
  const summary = new Map<string, number>();
  const failing: string[] = [];
  let named = false;
  return {
    line(line) {
      const [, what, count] = /^# (tests|pass|fail|cancelled) (\d+)$/.exec(line) ?? [];
      if (what) summary.set(what, Number(count));
      const [, failed] = /^\s*not ok \d+ - (.*)$/.exec(line) ?? [];
      if (failed) failing.push(failed);
      // Without a test of its own, the file counts as one, and passes by ending: that proves nothing.
      if (/^\s*(?:not )?ok \d+ - (?!.*\.[cm]?[jt]s$)/.test(line)) named = true;
      return NOISE.test(line) ? undefined : line;
    },
    counts() {
      const [passed, failed, cancelled] = ['pass', 'fail', 'cancelled'].map(it => summary.get(it));
      if (passed === undefined || failed === undefined || !named) return undefined;
      return { passed, failed: failed + (cancelled ?? 0) };
    },
    failing: () => failing,
  };
}
