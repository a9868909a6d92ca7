import type { Language, Reader } from './language.ts';

/** Ends a deadlock with the stacks of all goroutines, which tells more than our own end of it. */
const TIMEOUT = '-timeout=30s';

/** No network, no other toolchain, no settings of the candidate's own; -race needs cgo on most platforms. */
const ENV = {
  GOENV: 'off',
  GOFLAGS: '-mod=mod',
  GOPROXY: 'off',
  GOTOOLCHAIN: 'local',
  GOWORK: 'off',
  GO111MODULE: 'on',
};

/** Said where there is no race detector, or no C compiler to link it with. */
const NO_RACE =
  /-race is (?:not|only) supported|-race requires cgo|^cgo: |C compiler .* not found|^runtime\/(?:race|cgo)\b.*:|^# runtime\/(?:race|cgo)$/m;

export const go: Language = {
  title: 'Go',
  program: 'go',
  file: 'solution.go',
  seconds: 120,
  beside: { 'go.mod': 'module task\n\ngo 1.18\n' },
  ways: () => [
    {
      args: ['test', '-race', '-json', '-count=1', TIMEOUT, '.'],
      env: { ...ENV, CGO_ENABLED: '1' },
      note: '',
      impossible: NO_RACE,
    },
    {
      args: ['test', '-json', '-count=1', TIMEOUT, '.'],
      env: { ...ENV, CGO_ENABLED: '0' },
      note: 'Without the race detector, which needs a C compiler (or another platform).',
      impossible: undefined,
    },
  ],
  lacks: '',
  unbuilt: 'Go was not done building in time; what it has built it keeps, so try again',
  reader,
};

/** A line of `go test -json`. */
interface Event {
  Action?: string;
  Test?: string;
  Output?: string;
}

/** Tests of the first level: what fails below one fails it, too. */
function reader(testsText: string): Reader {
  const ended = new Map<string, string>();
  const seen = new Set<string>();
  const declared = [...testsText.matchAll(/^func (Test(?!Main\b)\w*)\(/gm)].map(it => it[1]!);
  return {
    line(line) {
      const event = eventOf(line);
      if (!event) return line;
      const { Action, Test, Output } = event;
      if (Test !== undefined && !Test.includes('/')) {
        seen.add(Test);
        if (Action === 'pass' || Action === 'fail' || Action === 'skip') ended.set(Test, Action);
      }
      return Output === undefined || /^=== |^\s*--- PASS|^PASS$/.test(Output)
        ? undefined
        : Output.replace(/\n$/, '');
    },
    counts() {
      // Code that does not build, or that ends the whole program, has run no test.
      if (seen.size === 0) return undefined;
      const all = new Set([...declared, ...seen]);
      const passed = [...ended.values()].filter(it => it === 'pass').length;
      const skipped = [...ended.values()].filter(it => it === 'skip').length;
      // After a panic the tests that would have come do not run: they have not passed.
      return { passed, failed: all.size - passed - skipped };
    },
    failing: () => [...seen].filter(it => !['pass', 'skip'].includes(ended.get(it) ?? '')),
  };
}

function eventOf(line: string): Event | undefined {
  if (!line.startsWith('{"')) return undefined;
  try {
    return JSON.parse(line) as Event;
  } catch {
    return undefined;
  }
}
