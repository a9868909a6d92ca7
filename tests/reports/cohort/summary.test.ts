import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortRows } from '../../../src/reports/cohort/summary.ts';
import { columns } from '../../../src/reports/columns.ts';
import { ACTS, anyText, judged } from '../../batch/results.ts';
import { criterion } from '../building.ts';
import { anyRun, cohortOf, HOSTILE_ROWS, SAMPLE_COHORT } from './sample.ts';

describe('the summary', () => {
  test('is the golden one', async () => {
    const slowest = [
      { name: 'a2', milliseconds: 1234.4 },
      { name: 'answers/of/this/spring/answers.jsonl:7', milliseconds: 80 },
    ];
    await expect(`${cohortRows(SAMPLE_COHORT, slowest).join('\n')}\n`).toMatchFileSnapshot(
      'golden/summary.txt',
    );
  });

  test('fits in 80 columns and sends nothing to the terminal, whatever the texts', () => {
    const slow = fc.array(fc.record({ name: anyText, milliseconds: fc.nat() }), { maxLength: 3 });
    const check = (rows: readonly string[]) => {
      for (const row of rows) {
        expect(columns(row)).toBeLessThanOrEqual(80);
        expect(row).not.toMatch(ACTS);
        expect(row).not.toContain('\n');
      }
    };
    fc.assert(fc.property(anyRun, slow, (results, slowest) => check(cohortRows(cohortOf(results), slowest))));
    check(cohortRows(cohortOf(HOSTILE_ROWS)));
  });

  test('cuts no figure of a million rows', () => {
    const one = cohortOf([judged(50, { criteria: [criterion('coverage', 50, 2)] })]);
    const million = { rows: 1_000_000, scored: 999_999, cannotAssess: 1, errors: 0 };
    const all = { ...one.all, ...million, mean: 99.9, interval: [99.8, 100] as const };
    const questions = { listed: [{ ...one.questions.listed[0]!, ...all, id: 'x'.repeat(99) }], more: 0 };
    const levels = [249_999, 250_000, 250_000, 250_000] as const;
    const criteria = [{ ...one.criteria[0]!, scored: 999_999, levels }];
    const rows = cohortRows({ ...one, all, questions, criteria, levels }).filter(it => /\d/.test(it));
    expect(rows.filter(it => it.endsWith('…'))).toEqual([]);
  });

  test('has ten lines of a table at most, the worst, and says how many more there are', () => {
    const results = Array.from({ length: 13 }, (_, at) => judged(50 + at, { question: `go/q${at}` }));
    const rows = cohortRows(cohortOf([...results].reverse()));
    const from = rows.findIndex(it => it.startsWith('Questions'));
    expect(rows[from + 1]).toContain('go/q0 ');
    expect(rows[from + 10]).toContain('go/q9 ');
    expect(rows[from + 11]).toBe('  … and 3 more');
  });

  test('says so where no row was scored', () => {
    expect(cohortRows(cohortOf([judged(null)]))).toContain('No row was scored.');
    expect(cohortRows(cohortOf([]))).toEqual(['There was nothing to judge.']);
  });
});
