import { describe, expect, test } from 'vitest';
import { studentT, t95 } from '../../src/scoring/student.ts';

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

test('it falls from one degree of freedom to the next', () => {
  for (let freedom = 1; freedom < 200; freedom++) expect(t95(freedom)).toBeGreaterThan(t95(freedom + 1));
});

describe('of any chance', () => {
  // Table of the distribution in Abramowitz and Stegun, Handbook of Mathematical Functions, 26.10.
  test.each([
    [0.05, 1, 12.706],
    [0.05, 5, 2.571],
    [0.05, 30, 2.042],
    [0.01, 10, 3.169],
    [0.001, 4, 8.61],
    [0.001, 120, 3.373],
  ])('chance %d, %d degrees of freedom', (chance, freedom, t) => {
    expect(studentT(chance, freedom)).toBeCloseTo(t, 3);
  });

  test('comes to the normal distribution', () => {
    expect(studentT(0.05, 1_000_000)).toBeCloseTo(1.96, 2);
  });
});
