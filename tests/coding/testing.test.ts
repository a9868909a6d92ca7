import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { locate } from '../../src/coding/files.ts';
import { LANGUAGES } from '../../src/coding/languages.ts';
import { isMissing } from '../e2e/programs.ts';
import { run, scratches, start, TASKS } from './world.ts';

const PROGRAMS = { go: 'go', javascript: 'node', python: 'python3' } as const;
const LONG = { timeout: 120_000 };

describe.each(Object.keys(PROGRAMS) as (keyof typeof PROGRAMS)[])('%s', language => {
  const isOff = isMissing(PROGRAMS[language]);
  const { right, wrong } = TASKS[language];

  test.skipIf(isOff)('a right solution passes', LONG, async () => {
    expect(await run(language, right)).toMatchObject({
      end: 'passed',
      exit: 0,
      counts: { passed: 3, failed: 0 },
      failing: [],
    });
  });

  test.skipIf(isOff)('a wrong one fails, with the name of what failed and its words', LONG, async () => {
    const { output, failing, ...came } = await run(language, wrong);
    expect(came).toMatchObject({ end: 'failed', exit: 1, counts: { passed: 2, failed: 1 } });
    expect(failing).toEqual([expect.stringMatching(/falling/i)]);
    expect(output).toMatch(/2 != 1|1 == 2|1 != 2|got 1, want 2/);
    expect(output).not.toContain('mockloop-run-');
  });

  test.skipIf(isOff)('code that does not even load fails, and nobody counts', LONG, async () => {
    const came = await run(language, `${right}\n}{(\n`);
    expect(came.end).toBe('failed');
    expect(came.exit).not.toBe(0);
    expect(came.counts?.passed ?? 0).toBe(0);
    expect(came.output).toMatch(/syntax/i);
  });

  test.skipIf(isOff)('code that ends the program before any test proves nothing', LONG, async () => {
    const exits = {
      go: `${right}\nfunc init() { os.Exit(0) }\n`.replace('\n', '\nimport "os"\n'),
      javascript: `${right}console.log('Subtest: yes\\nok 1 - yes\\n# pass 5');\nprocess.exit(0);\n`,
      python: `${right}import os\nos._exit(0)\n`,
    };
    const came = await run(language, exits[language]);
    expect(came).toMatchObject({ end: 'failed' });
    expect(came.counts?.passed ?? 0).toBe(0);
  });
});

describe('Go', () => {
  const isOff = isMissing('go');
  const { right, tests } = TASKS.go;

  test.skipIf(isOff || isMissing('gcc'))(
    'is run with the race detector, which finds a race',
    LONG,
    async () => {
      const racing = `package max

func Max(a, b int) int {
	done := make(chan bool)
	larger := 0
	go func() { larger = a; done <- true }()
	larger = b
	<-done
	_ = larger
	if a > b {
		return a
	}
	return b
}
`;
      const came = await run('go', racing);
      expect(came).toMatchObject({ end: 'failed', counts: { passed: 0, failed: 3 }, note: '' });
      expect(came.command).toContain('-race');
      expect(came.output).toContain('DATA RACE');
    },
  );

  test.skipIf(isOff)('is run without it where there is no C compiler, and says so', LONG, async () => {
    const program = locate('go', process.env.PATH ?? '')!;
    const came = await run('go', right, { program, env: { HOME: process.env.HOME, PATH: '/nowhere' } });
    expect(came).toMatchObject({ end: 'passed', counts: { passed: 3, failed: 0 } });
    expect(came.command).not.toContain('-race');
    expect(came.note).toContain('Without the race detector');
  });

  test.skipIf(isOff)('after a panic the tests that did not run have not passed', LONG, async () => {
    const came = await run('go', right.replace('return a', 'panic("here")'));
    // TestRising passed; TestFalling panicked; TestEqual never ran.
    expect(came).toMatchObject({ end: 'failed', counts: { passed: 1, failed: 2 }, failing: ['TestFalling'] });
    expect(came.output).toContain('panic: here');
  });

  test.skipIf(isOff)('needs no network and no module of anybody', LONG, async () => {
    const came = await run('go', right.replace('\n', '\nimport _ "example.org/x"\n'));
    expect(came.end).toBe('failed');
    expect(came.output).toMatch(/example\.org\/x/);
  });

  test.skipIf(isOff)('a build that takes too long is nobody’s failure', LONG, async () => {
    expect(await start('go', right, { seconds: 0.001 }).done).toMatch(/not done building in time/);
  });

  test.skipIf(isOff)('skipped tests count neither way', LONG, async () => {
    const skipping = tests.text.replace('{ want(t, Max(1, 1), 1) }', '{ t.Skip("later") }');
    expect(await run('go', right, { tests: { ...tests, text: skipping } })).toMatchObject({
      end: 'passed',
      counts: { passed: 2, failed: 0 },
    });
  });
});

describe.skipIf(isMissing('node'))('TypeScript', () => {
  test('runs where Node can, and says what is lacking where it cannot', async () => {
    const code = 'export const max = (a: number, b: number): number => (a > b ? a : b);\n';
    const text = TASKS.javascript.tests.text.replace('./max.mjs', './max.ts');
    const came = await start('javascript', code, {
      language: LANGUAGES.typescript,
      code: { name: 'max.ts', text: code },
      tests: { name: 'max.test.ts', text },
    }).done;
    if (typeof came === 'string') expect(came).toMatch(/Node 22\.6 or newer/);
    else expect(came).toMatchObject({ end: 'passed', counts: { passed: 3, failed: 0 } });
  });
});

describe.skipIf(isMissing('node'))('a run', () => {
  const javascript = (code: string, rest: Parameters<typeof run>[2] = {}) =>
    run('javascript', `${TASKS.javascript.right}${code}`, rest);

  test('has an environment of its own: no key, no token, its own place for temporary files', async () => {
    const env = { ...process.env, OPENAI_API_KEY: 'secret', GITHUB_TOKEN: 'secret', NODE_OPTIONS: '--bad' };
    const { output, end } = await javascript('console.log(Object.keys(process.env).sort().join())\n', {
      env,
    });
    expect(end).toBe('passed');
    const names = /# (.*)$/m.exec(output)![1]!.split(',');
    const known = ['PATH', 'HOME', 'LANG', 'TMPDIR', 'TMP', 'TEMP', 'NO_COLOR', 'NODE_TEST_CONTEXT'];
    const more = ['XDG_CACHE_HOME', 'GOCACHE', 'GOROOT', 'PYENV_ROOT', 'VOLTA_HOME', 'FORCE_COLOR'];
    expect(names.filter(it => ![...known, ...more].includes(it))).toEqual([]);
  });

  test('is ended by the time limit, and its folder is gone', async () => {
    const before = scratches();
    const came = await javascript('for (;;);\n', { seconds: 1 });
    expect(came).toMatchObject({ end: 'time-up', exit: null });
    expect(came.counts).toBeUndefined();
    expect(scratches()).toEqual(before);
  });

  test.each([
    ['ignore', 'passed'],
    // The test runner waits for whoever holds its output, to the end of our time.
    ['inherit', 'time-up'],
  ])('ends with everything that it started (%s)', async (stdio, end) => {
    const trace = join(mkdtempSync(join(tmpdir(), 'mockloop-trace-')), 'alive');
    const beat = `setInterval(() => require("fs").writeFileSync(${JSON.stringify(trace)}, String(Date.now())), 20)`;
    const forking = `import { spawn } from 'node:child_process';
spawn(process.execPath, ['-e', ${JSON.stringify(beat)}], { stdio: '${stdio}' }).unref();
await new Promise(done => setTimeout(done, 400));
`;
    expect(await javascript(forking, { seconds: 3 })).toMatchObject({ end });
    expect(existsSync(trace)).toBe(true);
    const last = readFileSync(trace, 'utf8');
    await new Promise(resolve => setTimeout(resolve, 200));
    expect(readFileSync(trace, 'utf8')).toBe(last);
  });

  test('that prints for ever is ended, and little of it is kept', async () => {
    const { python } = LANGUAGES;
    const endless = {
      ...python,
      program: 'node',
      ways: () => [{ args: ['max.mjs'], env: {}, note: '', impossible: undefined }],
    };
    const came = await javascript(
      `for (;;) require('node:fs').writeSync(1, 'x'.repeat(65536));\n`.replace(
        'require',
        'process.getBuiltinModule',
      ),
      {
        language: endless,
        seconds: 20,
      },
    );
    expect(came.end).toBe('too-much');
    expect(came.output.length).toBeLessThan(16 * 1024);
    expect(came.output).toContain('characters left out');
  });

  test('can be stopped, and then there is no result', async () => {
    const started = start('javascript', `${TASKS.javascript.right}for (;;);\n`);
    setTimeout(started.stop, 200);
    expect(await started.done).toBeUndefined();
  });

  test.skipIf(isMissing('python3'))('reads nothing of the terminal', async () => {
    const reading = `${TASKS.python.right}import sys\nassert sys.stdin.read() == ''\n`;
    expect(await run('python', reading)).toMatchObject({ end: 'passed' });
  });

  test('of a program that cannot be started says so', async () => {
    const came = start('javascript', '', { program: join(dirname(process.execPath), 'no-such-program') });
    expect(await came.done).toBe('node cannot be started');
  });
});

test.skipIf(isMissing('node'))('code that never ends is ended when mockloop itself is killed', async () => {
  const trace = join(mkdtempSync(join(tmpdir(), 'mockloop-trace-')), 'alive');
  const beat = `setInterval(() => require('fs').writeFileSync(${JSON.stringify(trace)}, String(Date.now())), 20)`;
  const program = JSON.stringify({
    file: process.execPath,
    args: ['-e', beat],
    cwd: tmpdir(),
    env: {},
    seconds: 60,
  });
  const module = new URL('../../dist/coding/processes.js', import.meta.url).href;
  const ours = spawn(
    process.execPath,
    ['-e', `import(${JSON.stringify(module)}).then(it => it.runProgram({ ...${program}, take() {} }))`],
    { stdio: 'ignore' },
  );
  const seen = () => (existsSync(trace) ? readFileSync(trace, 'utf8') : '');
  while (seen() === '') await new Promise(resolve => setTimeout(resolve, 20));
  ours.kill('SIGKILL');
  await new Promise(resolve => setTimeout(resolve, 500));
  const last = seen();
  await new Promise(resolve => setTimeout(resolve, 300));
  expect(seen()).toBe(last);
});
