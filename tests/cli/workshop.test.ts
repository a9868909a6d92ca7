/** Working folders on the disk, and whose tests need no question. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { workshopFor } from '../../src/cli/workshop.ts';
import { loadLibrary } from '../../src/content/files.ts';
import type { Coding } from '../../src/model/content.ts';
import { findQuestions } from '../../src/model/library.ts';
import type { Plan } from '../../src/model/session.ts';
import type { Tests } from '../../src/terminal/workshop.ts';
import { isMissing } from '../e2e/programs.ts';
import { planOf } from '../interview/world.ts';
import { planned, plannedRound, question } from '../reports/building.ts';
import { temporaryFolder, world } from './world.ts';

const CODE = fileURLToPath(new URL('../fixtures/code', import.meta.url));
const ENV = { PATH: process.env.PATH, HOME: process.env.HOME };

const planWith = (...asked: [ref: string, coding?: Coding][]): Plan =>
  planOf([
    plannedRound('one', {
      questions: asked.map(([ref, coding]) =>
        planned(ref, question(ref.split('/')[1]!, coding && { type: 'coding', coding })),
      ),
    }),
  ]);

async function codingOf(ref: string, folders = [CODE]): Promise<Coding> {
  return findQuestions(await loadLibrary({ folders }), ref)[0]!.question.coding!;
}

async function opened(
  ref: string,
  { folder = temporaryFolder(), showTests = true, env = ENV as object } = {},
) {
  const coding = await codingOf(ref);
  const { io } = world({ env: env as typeof ENV });
  const workshop = (await workshopFor(io, planWith([ref, coding]), folder))!;
  return { work: workshop.open(ref, coding, showTests), workshop, coding, folder };
}

const mode = (path: string) => statSync(path).mode & 0o777;

test('there is none where nothing is coded', async () =>
  expect(await workshopFor(world().io, planWith(['go/a']), temporaryFolder())).toBeUndefined());

test('a folder of one’s own, with the starter and, where they may be seen, the tests', async () => {
  const { work, folder } = await opened('code/larger');
  expect(work.path).toBe(join(folder, 'code/larger/max.mjs'));
  expect(work.read()).toBe(readFileSync(join(CODE, 'files/max.mjs'), 'utf8'));
  expect(mode(dirname(work.path))).toBe(0o700);
  expect(mode(work.path)).toBe(0o600);
  expect(existsSync(join(folder, 'code/larger/max.test.mjs'))).toBe(true);
  const hidden = await opened('code/larger', { showTests: false });
  expect(existsSync(join(hidden.folder, 'code/larger/max.test.mjs'))).toBe(false);
});

test('Go gets what its tools want beside the code', async () => {
  const { folder } = await opened('amazon-go-backend/token-bucket');
  expect(readFileSync(join(folder, 'code/token-bucket/go.mod'), 'utf8')).toContain('module task');
});

test('opened again, nothing in it is overwritten', async () => {
  const { work, folder } = await opened('code/larger');
  writeFileSync(work.path, 'mine\r\n');
  const again = await opened('code/larger', { folder });
  expect(again.work.read()).toBe('mine\n');
  expect(readFileSync(work.path, 'utf8')).toBe('mine\r\n');
  again.work.write('new', true);
  expect(readFileSync(work.path, 'utf8')).toBe('new');
  expect(mode(work.path)).toBe(0o600);
  rmSync(work.path);
  expect(again.work.read()).toBeUndefined();
});

test('questions of one name in two banks have two folders', async () => {
  const coding = await codingOf('code/larger');
  const folder = temporaryFolder();
  const plan = planWith(['code/larger', coding], ['other/larger', coding]);
  const workshop = (await workshopFor(world().io, plan, folder))!;
  const paths = ['code/larger', 'other/larger'].map(it => workshop.open(it, coding, false).path);
  expect(new Set(paths.map(dirname)).size).toBe(2);
});

test('a name that no question can have leads nowhere', async () => {
  const { workshop, coding } = await opened('code/larger');
  for (const ref of ['../../x', 'a/../../b', '/etc/passwd', 'a'])
    expect(() => workshop.open(ref, coding, false)).toThrow('names no question');
});

test('only tests that are shipped, to the byte, run without a question', async () => {
  const shippedTests = async (ref: string, change: (coding: Coding) => Coding = it => it) => {
    const { workshop, coding } = await opened(ref, { env: { ...ENV, PATH: programs() } });
    return (workshop.open(ref, change(coding), false).tests as Tests).known;
  };
  expect(await shippedTests('amazon-go-backend/token-bucket')).toBe(true);
  expect(await shippedTests('code/larger')).toBe(false);
  const changed = (coding: Coding): Coding => ({
    ...coding,
    files: { ...coding.files, tests: `${coding.files!.tests} ` },
  });
  expect(await shippedTests('amazon-go-backend/token-bucket', changed)).toBe(false);
  const starter = (coding: Coding): Coding => ({ ...coding, files: { ...coding.files, starter: 'x' } });
  expect(await shippedTests('amazon-go-backend/token-bucket', starter)).toBe(false);
});

/** A PATH on which every language has a program. */
function programs(): string {
  const folder = temporaryFolder();
  for (const name of ['go', 'node', 'python3'])
    writeFileSync(join(folder, name), '#!/bin/sh\n', { mode: 0o755 });
  return folder;
}

test('why there are no tests', async () => {
  const { work } = await opened('code/larger', { env: { PATH: '/nowhere' } });
  expect(work.tests).toBe('there is no node on this machine');
  expect((await opened('code/untested')).work.tests).toBeUndefined();
});

test.skipIf(isMissing('node'))('tests that were run once are known, until mockloop ends', async () => {
  const { workshop, coding, folder } = await opened('code/larger');
  const tests = () => workshop.open('code/larger', coding, true).tests as Tests;
  const running = tests().start('');
  running.stop();
  await running.done;
  expect(tests().known).toBe(true);
  expect(((await opened('code/larger', { folder })).work.tests as Tests).known).toBe(false);
});

test.skipIf(isMissing('node'))(
  'a run of the code as it is given, and all that it printed beside it',
  async () => {
    const { work, folder } = await opened('code/larger');
    const { done } = (work.tests as Tests).start('export const max = (a, b) => b;\n');
    expect(await done).toMatchObject({
      end: 'failed',
      counts: { passed: 1, failed: 1 },
      failing: ['falling'],
    });
    const output = join(folder, 'code/larger/tests-output.txt');
    expect(readFileSync(output, 'utf8')).toContain('not ok 2 - falling');
    expect(mode(output)).toBe(0o600);
  },
);

test.skipIf(isMissing('node'))('what the machine cannot do is told, not thrown', async () => {
  const { work, folder } = await opened('code/larger');
  mkdirSync(join(folder, 'code/larger/tests-output.txt'));
  expect(await (work.tests as Tests).start('').done).toMatch(/^they could not be run \(EISDIR/);
});

test('a pipe, a device or a huge file in the place of the code is neither read nor written to', async () => {
  const { work } = await opened('code/larger');
  for (const put of [
    () => spawnSync('mkfifo', [work.path]),
    () => symlinkSync('/dev/zero', work.path),
    () => writeFileSync(work.path, 'x'.repeat(1024 * 1024 + 1)),
  ]) {
    rmSync(work.path);
    put();
    expect(work.read()).toBeUndefined();
    expect(() => work.write('mine', false)).toThrow('in the way');
  }
});

test('a folder that is gone is made again for the code', async () => {
  const { work } = await opened('code/larger');
  rmSync(dirname(work.path), { recursive: true });
  work.write('mine', true);
  expect(work.read()).toBe('mine');
  expect(mode(dirname(work.path))).toBe(0o700);
});
