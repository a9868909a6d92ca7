/** The Go we ship runs: each model answer passes the tests of its task, and each starter builds and fails them. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { locate } from '../../src/coding/files.ts';
import { LANGUAGES } from '../../src/coding/languages.ts';
import { namesOf, runTests } from '../../src/coding/testing.ts';
import type { Bank, Coding } from '../../src/model/content.ts';
import { passagesOf } from '../../src/model/prose.ts';
import { isMissing } from '../e2e/programs.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { banks } = JSON.parse(readFileSync(join(root, 'dist/library.json'), 'utf8')) as { banks: Bank[] };
const tasks = banks.flatMap(bank => bank.questions).filter(it => it.coding?.language === 'go');

const scratch = mkdtempSync(join(tmpdir(), 'go-code-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** As a candidate's code is tested: with the race detector, where there is a C compiler. */
function tested(code: string, coding: Coding) {
  const { go } = LANGUAGES;
  const names = namesOf(coding, go);
  return runTests({
    language: go,
    program: locate('go', process.env.PATH ?? '')!,
    code: { name: names.code, text: code },
    tests: { name: names.tests, text: coding.files!.tests! },
    env: process.env,
    now: Date.now,
  }).done;
}

function vet(name: string, code: string): number | null {
  const folder = mkdtempSync(join(scratch, `${name}-`));
  writeFileSync(join(folder, 'code.go'), code);
  writeFileSync(join(folder, 'go.mod'), LANGUAGES.go.beside['go.mod']!);
  const env = { ...process.env, CGO_ENABLED: '0' };
  return spawnSync('go', ['vet', './...'], { cwd: folder, timeout: 100_000, env }).status;
}

test('there are tasks, each with starter and tests', () => {
  expect(tasks.length).toBeGreaterThanOrEqual(4);
  for (const { coding } of tasks) expect(Object.keys(coding!.files!)).toEqual(['starter', 'tests']);
});

describe.skipIf(isMissing('go')).each(tasks)('$id', ({ id, coding, answer }) => {
  test.each(answer)('the model answer is vetted and passes', { timeout: 120_000 }, async text => {
    const code = passagesOf(text).find(it => it.kind === 'code')!.text;
    expect(code).toContain('package ');
    expect(vet(id, code)).toBe(0);
    expect(await tested(code, coding!)).toMatchObject({ end: 'passed', exit: 0, counts: { failed: 0 } });
  });

  test('the starter builds, and does not pass', { timeout: 120_000 }, async () => {
    expect(vet(id, coding!.files!.starter!)).toBe(0);
    const came = await tested(coding!.files!.starter!, coding!);
    expect(came).toMatchObject({ end: 'failed', exit: 1, counts: expect.anything() });
  });
});
