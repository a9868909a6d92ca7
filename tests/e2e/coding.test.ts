/** Coding questions in a real terminal: the file, the editor, the tests, and what is left of them after a crash. */
import { readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { Bank } from '../../src/model/content.ts';
import { passagesOf } from '../../src/model/prose.ts';
import { run, TASKS } from '../coding/world.ts';
import { fed } from './pipe.ts';
import { type Place, place } from './place.ts';
import { isMissing } from './programs.ts';
import { KEY, mockloop, type Terminal } from './terminal.ts';

const CODE = fileURLToPath(new URL('../fixtures/code', import.meta.url));
const RUN_TESTS = '\x12';
const EDITOR = '\x0f';
const RIGHT = 'export const max = (a, b) => (a > b ? a : b); // one comparison\n';
const WRONG = 'export const max = (a, b) => b;\n';

const at = (more: Record<string, string> = {}) => place({ MOCKLOOP_CONTENT: CODE, ...more });
const fileOf = (here: Place, name = 'larger/max.mjs') =>
  join(here.data, 'sessions', here.sessions()[0]!, 'code', name);
const tested = (here: Place) => here.journal().filter(it => it.type === 'tested') as { run?: object }[];

async function begun(here: Place, question: string, ...argv: string[]): Promise<Terminal> {
  const screen = mockloop(here, 'practice', '--question', question, ...argv);
  await screen.see('❯ Begin');
  await screen.type(KEY.enter);
  await screen.see('Ctrl-D hand in');
  return screen;
}

test.skipIf(isMissing('go'))(
  'a shipped question: written with another editor, tested, handed in',
  async () => {
    // Go builds its own packages for the race detector once, and keeps them where the candidate's other builds are.
    await run('go', TASKS.go.right);
    const here = at({ GOCACHE: process.env.GOCACHE ?? join(homedir(), '.cache', 'go-build') });
    const screen = await begun(here, 'token-bucket');
    await screen.see('Code: ', 'bucket.go', 'Ctrl-R tests');
    writeFileSync(fileOf(here, 'token-bucket/bucket.go'), modelAnswer('token-bucket'));
    await screen.see('Taken over');
    await screen.type(RUN_TESTS);
    await screen.see('All 7 tests passed.');
    await screen.type(KEY.handIn);
    // Run on just this code, the tests are not offered again.
    await screen.see('❯ Go on');
    expect(screen.text(true)).toContain('+ All 7 tests passed.');
    await screen.type(KEY.enter);
    await screen.see('follow-up', 'Ctrl-D hand in');
    expect(tested(here)).toMatchObject([{ run: { end: 'passed', counts: { passed: 7, failed: 0 } } }]);
    const [answer] = here.journal().filter(it => it.type === 'answered');
    expect(answer!.answer).toBe(modelAnswer('token-bucket'));
  },
  120_000,
);

function modelAnswer(id: string): string {
  const path = fileURLToPath(new URL('../../dist/library.json', import.meta.url));
  const { banks } = JSON.parse(readFileSync(path, 'utf8')) as { banks: Bank[] };
  const asked = banks.flatMap(it => it.questions).find(it => it.id === id)!;
  return passagesOf(asked.answer[0]!).find(it => it.kind === 'code')!.text;
}

describe.skipIf(isMissing('node'))('tests from elsewhere', () => {
  test('ask first, with command and files; the result is shown and kept', async () => {
    const here = at();
    const screen = await begun(here, 'code/larger');
    await screen.type(RUN_TESTS);
    await screen.see('not mockloop’s', 'Command: node --test', 'max.test.mjs', 'Run them on your machine?');
    expect(tested(here)).toEqual([]);
    await screen.type('y');
    await screen.see('0 of 2 tests passed; failed: rising, falling');
    writeFileSync(fileOf(here), WRONG);
    await screen.see('Taken over');
    await screen.type(RUN_TESTS);
    await screen.see('1 of 2 tests passed; failed: falling.', 'Ctrl-D hand in');
    await screen.type(KEY.handIn);
    await screen.see('❯ Go on', '- 1 of 2 tests passed; failed: falling.');
    await screen.choose('Try again');
    // Another try goes on with the same file.
    await screen.see('(a, b) => b;', 'Ctrl-D hand in');
    writeFileSync(fileOf(here), RIGHT);
    await screen.see('Taken over');
    await screen.type(KEY.handIn);
    await screen.see('Run the tests on what you handed in?');
    await screen.choose('Run them');
    await screen.see('+ All 2 tests passed.');
    const tries = here.journal().filter(it => it.type === 'answered');
    expect(tries.map(it => it.answer)).toEqual([WRONG, RIGHT]);
  }, 60_000);

  test('in earnest run after the hand-in, and only the report tells', async () => {
    const here = at();
    const screen = await begun(here, 'code/larger', '--mode', 'real');
    await screen.type(RUN_TESTS);
    await screen.see('they run after the hand-in');
    writeFileSync(fileOf(here), RIGHT);
    await screen.see('Taken over');
    await screen.type(KEY.handIn);
    await screen.see('not mockloop’s', 'Run the tests on what you handed in?');
    await screen.choose('Run them');
    await screen.see('the report tells the result');
    expect(screen.text(true)).not.toContain('tests passed');
    for (;;) {
      await screen.see(/Ctrl-D hand in|The report: /);
      if (screen.text().includes('The report: ')) break;
      await screen.type('None.');
      await screen.type(KEY.handIn);
      await screen.until(() => !screen.text().includes('Ctrl-D hand in'), 'the next', true);
    }
    expect(here.kept('report.md')).toContain('**Tests:** All 2 tests passed.');
    const [round] = JSON.parse(here.kept('report.json')).rounds;
    expect(round.questions[0].tries[0]).toMatchObject({ answer: RIGHT, run: { end: 'passed', exit: 0 } });
  }, 60_000);

  test('Ctrl-C stops them and the interview goes on', async () => {
    const here = at();
    const screen = await begun(here, 'code/larger');
    writeFileSync(fileOf(here), `${RIGHT}for (;;);\n`);
    await screen.see('Taken over');
    await screen.type(RUN_TESTS);
    await screen.see('Run them on your machine?');
    await screen.type('y');
    await screen.see('Running the tests, 1 s');
    await screen.type(KEY.interrupt);
    await screen.see('The tests were stopped');
    await screen.type(KEY.handIn);
    await screen.choose('Run them');
    await screen.see('Running the tests, 1 s');
    await screen.type(KEY.interrupt);
    await screen.see('❯ Go on');
    expect(tested(here)).toMatchObject([{ untested: 'you stopped them' }]);
  }, 60_000);
});

test('$EDITOR opens the file itself', async () => {
  const here = at();
  const script = join(here.folder, 'editor.sh');
  writeFileSync(script, `echo "$1" > "${here.folder}/opened"\nprintf 'export const max = 1;\\n' > "$1"\n`);
  here.env.EDITOR = `sh ${script}`;
  const screen = await begun(here, 'code/larger');
  await screen.type(EDITOR);
  await screen.see('export const max = 1;', 'Ctrl-D hand in');
  expect(readFileSync(join(here.folder, 'opened'), 'utf8').trim()).toBe(fileOf(here));
});

test('a hard end hands in the file as it is saved', async () => {
  const here = at();
  const screen = await begun(here, 'code/larger', '--mode', 'real', '--scale', '0.006');
  writeFileSync(fileOf(here), RIGHT);
  await screen.see('Time is up.');
  const [answer] = here.journal().filter(it => it.type === 'answered');
  expect(answer).toMatchObject({ outcome: 'time-up', answer: RIGHT });
});

describe('kill -9', () => {
  test('while code is typed: the file and the screen come back', async () => {
    const here = at();
    let screen = await begun(here, 'code/larger');
    await screen.type('// because of that');
    await screen.see('// because of that');
    process.kill(here.holder(), 'SIGKILL');
    await screen.end();
    expect(readFileSync(fileOf(here), 'utf8')).toContain('// because of that');
    writeFileSync(fileOf(here), `${readFileSync(fileOf(here), 'utf8')}, and more`);
    screen = mockloop(here, 'resume');
    await screen.see('// because of that, and more', 'Taken over');
  });

  test('before the tests were agreed to: they are offered again, and the answer is safe', async () => {
    const here = at();
    let screen = await begun(here, 'code/larger');
    writeFileSync(fileOf(here), RIGHT);
    await screen.see('Taken over');
    await screen.type(KEY.handIn);
    await screen.see('Run the tests on what you handed in?');
    process.kill(here.holder(), 'SIGKILL');
    await screen.end();
    screen = mockloop(here, 'resume');
    await screen.choose('Go on without');
    await screen.see('And now?');
    expect(tested(here)).toMatchObject([{ untested: 'you went on without' }]);
    expect(here.journal().filter(it => it.type === 'answered')).toHaveLength(1);
  });
});

describe('without a terminal', () => {
  test('lines hand in the file, and nothing runs', async () => {
    const here = at();
    const skips = Array<string>(8).fill('/skip');
    const lines = ['export const max = (a, b) => {', '  return a;', '};', '.', ...skips];
    const { code, err } = await fed(here, lines, 'practice', '--question', 'code/larger', '--plain');
    expect(code).toBe(0);
    expect(err).toContain('max.mjs');
    expect(tested(here)).toMatchObject([{ untested: 'there was nobody to agree to it' }]);
    expect(here.kept('report.md')).toContain('**Tests:** not run: there was nobody to agree to it.');
  });

  test('a script runs nothing and writes no code', async () => {
    const here = at();
    const script = join(here.folder, 'answers.yaml');
    writeFileSync(script, `code/larger: ${JSON.stringify(RIGHT)}\ndefault: ""\n`);
    const { code } = await fed(here, [], 'practice', '--question', 'code/larger', '--answers', script);
    expect(code).toBe(0);
    expect(tested(here)).toMatchObject([{ untested: 'a script answers: nothing runs' }]);
    expect(() => readFileSync(fileOf(here))).toThrow('ENOENT');
  });
});
