/** The Go we ship runs: each model answer passes the tests of its task, and each starter compiles and fails them. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Bank } from '../../src/model/content.ts';
import { passagesOf } from '../../src/model/prose.ts';
import { isMissing } from '../e2e/programs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { banks } = JSON.parse(readFileSync(join(root, 'dist/library.json'), 'utf8')) as { banks: Bank[] };
const tasks = banks.flatMap(bank => bank.questions).filter(it => it.coding?.language === 'go');

const scratch = mkdtempSync(join(tmpdir(), 'go-code-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

function go(name: string, code: string | undefined, { starter = '', tests = '' }, ...command: string[]) {
  const folder = mkdtempSync(join(scratch, `${name}-`));
  for (const file of [starter, tests]) cpSync(join(root, 'questions', file), join(folder, basename(file)));
  if (code !== undefined) writeFileSync(join(folder, basename(starter)), code);
  writeFileSync(join(folder, 'go.mod'), 'module task\n\ngo 1.18\n');
  const { status, stdout, stderr } = spawnSync('go', command, {
    cwd: folder,
    encoding: 'utf8',
    timeout: 100_000,
    // A machine may have no C compiler.
    env: { ...process.env, CGO_ENABLED: '0' },
  });
  return { status, told: stdout + stderr };
}

test('there are tasks', () => expect(tasks.length).toBeGreaterThanOrEqual(4));

describe.skipIf(isMissing('go')).each(tasks)('$id', ({ id, coding, answer }) => {
  test.each(answer)('the model answer is vetted and passes', { timeout: 120_000 }, text => {
    const code = passagesOf(text).find(it => it.kind === 'code')?.text;
    expect(code).toContain('package ');
    expect(go(id, code, coding!, 'vet', './...')).toMatchObject({ status: 0 });
    expect(go(id, code, coding!, 'test', './...')).toMatchObject({ status: 0 });
  });

  test('the starter compiles, and does not pass', { timeout: 120_000 }, () => {
    expect(go(id, undefined, coding!, 'vet', './...')).toMatchObject({ status: 0 });
    expect(go(id, undefined, coding!, 'test', './...')).toMatchObject({ status: 1 });
  });
});
