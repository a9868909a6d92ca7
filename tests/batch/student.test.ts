import { expect, test } from 'vitest';
import { t95 } from '../../src/batch/student.ts';

// scipy.stats.t.ppf(0.975, freedom)
test.each([
  [1, 12.706205],
  [2, 4.302653],
  [10, 2.228139],
  [11, 2.200985],
  [12, 2.178813],
  [20, 2.085963],
  [30, 2.042272],
  [60, 2.000298],
  [120, 1.97993],
  [1000, 1.962339],
  [1_000_000, 1.959966],
])('with %d degrees of freedom it is %d', (freedom, quantile) => {
  expect(Math.abs(t95(freedom) - quantile)).toBeLessThan(0.00001);
});

test('it falls from one degree of freedom to the next, across the end of the table too', () => {
  for (let freedom = 1; freedom < 200; freedom++) expect(t95(freedom)).toBeGreaterThan(t95(freedom + 1));
});
