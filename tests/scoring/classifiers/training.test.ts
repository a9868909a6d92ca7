/** The shipped classifiers are what the texts of corpus/ make of them, and do well on texts that they were not fitted to. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { CLASSIFIERS, readTable, shippedClassifier } from '../../../src/scoring/classifiers/files.ts';
import { tableOf } from '../../../src/scoring/classifiers/table.ts';
import { shippedThemes } from '../../../src/scoring/lexicon/themes/files.ts';
import { classOf } from '../../../src/scoring/lexicon/themes/fit.ts';

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
}, 60_000);

test('what was compiled is what stands in the tables', () => {
  for (const name of CLASSIFIERS) {
    const { classes, turns } = tableOf(readTable(name));
    expect(shippedClassifier(name).classes).toEqual(classes);
    expect(turns.length).toBeGreaterThan(5_000);
  }
});

test('every theme has its class', () => {
  const { classes } = shippedClassifier('themes');
  expect([...classes].sort()).toEqual(shippedThemes().themes.map(classOf).sort());
});

/** What docs/judging.md tells at least. */
describe('on voices that it was not fitted to', () => {
  let told = '';
  beforeAll(() => {
    told = run('--held-out');
  }, 120_000);
  const figure = (pattern: RegExp) => Number(pattern.exec(told)?.[1]);

  test('themes: 76 % of 24 told rightly', () => {
    const [, right, all] = /themes: (\d+) of (\d+)/.exec(told)!;
    expect(Number(right) / Number(all)).toBeGreaterThanOrEqual(0.76);
  });

  test('bad conduct above good in 94 % of the pairs', () =>
    expect(figure(/manner: bad above good in ([\d.]+)/)).toBeGreaterThanOrEqual(0.94));

  test('talk above stories in 99 % of the pairs', () =>
    expect(figure(/manner: vague above good in ([\d.]+)/)).toBeGreaterThanOrEqual(0.99));
});
