/** The shipped classifiers are what the texts of corpus/ make of them, and do well on texts that they were not fitted to. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLASSIFIERS, readTable, shippedClassifier } from '../../../src/scoring/classifiers/files.ts';
import { tableOf } from '../../../src/scoring/classifiers/table.ts';

const script = fileURLToPath(new URL('../../../scripts/train-classifiers.mjs', import.meta.url));
const run = (argument: string) => execFileSync(process.execPath, [script, argument]).toString();

test('a fresh fit gives the same bytes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'mockloop-tests-'));
  try {
    run(folder);
    for (const name of CLASSIFIERS)
      expect(readFileSync(join(folder, `${name}.txt`), 'utf8') === readTable(name), name).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 180_000);

test('what was compiled is what stands in the tables', () => {
  for (const name of CLASSIFIERS) {
    const { classes, turns } = tableOf(readTable(name));
    expect(shippedClassifier(name).classes).toEqual(classes);
    expect(turns.length).toBeGreaterThan(5_000);
  }
});

/** What docs/judging.md tells at least. */
describe('on voices that it was not fitted to', () => {
  let told = '';
  beforeAll(() => {
    told = run('--held-out');
  }, 400_000);
  const figure = (pattern: RegExp) => Number(pattern.exec(told)?.[1]);

  test.each([
    ['questions', 0.83],
    ['stories', 0.68],
  ])('%s: %d of the themes told rightly', (name, least) => {
    const [, right, all] = new RegExp(`${name}: (\\d+) of (\\d+)`).exec(told)!;
    expect(Number(right) / Number(all)).toBeGreaterThanOrEqual(least);
  });

  test('bad conduct above good in 94 % of the pairs', () =>
    expect(figure(/manner: bad above good in ([\d.]+)/)).toBeGreaterThanOrEqual(0.94));

  test('talk above stories in 99 % of the pairs', () =>
    expect(figure(/manner: vague above good in ([\d.]+)/)).toBeGreaterThanOrEqual(0.99));
});
