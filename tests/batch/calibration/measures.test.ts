/** Figures against published values, against sums done elsewhere, and against what must hold of them. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { kappa, order, pearson, ranks, rmse } from '../../../src/batch/calibration/measures.ts';
import { pairCounter } from '../../../src/batch/calibration/pairs.ts';

const column = (values: readonly number[]) => Float64Array.from(values);
const once = (values: { length: number }) => new Int32Array(values.length).fill(1);

type Measure = typeof pearson;
const of = (measure: Measure, xs: readonly number[], ys: readonly number[]) =>
  measure(column(xs), column(ys), once(xs));

function spearman(xs: Float64Array, ys: Float64Array, weights: Int32Array): number | null {
  const [one, other] = [order(xs), order(ys)];
  const ranked = ({ of, distinct }: typeof one) => ranks(of, distinct, weights, new Float64Array(of.length));
  return pearson(ranked(one), ranked(other), weights);
}

describe('known values', () => {
  test('Pearson: the first set of F. Anscombe, The American Statistician 27, 1973', () => {
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(of(pearson, x, y)).toBeCloseTo(0.816421, 6);
  });

  test('Spearman without ties: 1 - 6 * sum of squared differences of ranks / (n (n² - 1)) = -29/165', () => {
    const x = [106, 86, 100, 101, 99, 103, 97, 113, 112, 110];
    const y = [7, 0, 27, 50, 28, 29, 20, 12, 6, 17];
    expect(of(spearman, x, y)).toBeCloseTo(-29 / 165, 12);
  });

  // python3 -c "import statistics as s; print(s.correlation([1,2.5,2.5,4,5],[2,2,2,4,5]))" with the ranks written out.
  test('Spearman with ties', () => {
    expect(of(spearman, [1, 2, 2, 3, 4], [5, 5, 5, 8, 9])).toBeCloseTo(0.917662935482247, 12);
  });

  // python3, by the matrix instead of by sums:
  // def q(a,b):
  //   from itertools import product as p; n=len(a); w=lambda i,j:(i-j)**2
  //   return 1-sum(w(i,j) for i,j in zip(a,b))/n/(sum(w(i,j) for i,j in p(a,b))/n/n)
  test.each([
    [[1, 2, 1], [1, 2, 2], 0.4],
    [[1, 2, 3, 1, 2, 2, 3], [1, 2, 3, 1, 2, 3, 2], 0.75],
    [[0, 1, 2, 3, 4, 4], [4, 3, 2, 1, 0, 0], -10 / 11],
    [[0, 0, 0, 0], [0, 1, 2, 3], 0],
  ])('kappa of %j and %j', (a, b, value) => {
    expect(of(kappa, a, b)).toBeCloseTo(value, 12);
  });

  test('RMSE', () => {
    expect(of(rmse, [1, 2, 3], [1, 4, 5])).toBeCloseTo(Math.sqrt(8 / 3), 12);
  });
});

describe('what is undefined is null, never 0', () => {
  test.each([[pearson], [spearman]])('a side that never varies', measure => {
    expect(of(measure, [0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(of(measure, [1, 2, 3], [0.1, 0.1, 0.1])).toBeNull();
  });

  test('kappa of one and the same step, but not of two sides that are apart', () => {
    expect(of(kappa, [2, 2], [2, 2])).toBeNull();
    expect(of(kappa, [1, 1], [2, 2])).toBe(0);
  });

  test.each([[pearson], [spearman], [kappa], [rmse]])('nothing at all', measure => {
    expect(of(measure, [], [])).toBeNull();
  });
});

const grades = fc.array(fc.tuple(fc.nat(6), fc.nat(4)), { minLength: 1, maxLength: 40 });
const sides = (rows: readonly (readonly [number, number])[]) =>
  [column(rows.map(it => it[0])), column(rows.map(it => it[1]))] as const;

describe('what always holds', () => {
  test('a row that counts n times is n rows', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(6), fc.nat(4), fc.nat(3)), { minLength: 1, maxLength: 30 }),
        rows => {
          const [xs, ys] = sides(rows.map(([x, y]) => [x, y] as const));
          const weights = Int32Array.from(rows, it => it[2]);
          const [more, moreToo] = sides(
            rows.flatMap(([x, y, n]) => Array.from({ length: n }, () => [x, y] as const)),
          );
          for (const measure of [pearson, spearman, kappa, rmse]) {
            const [weighed, repeated] = [measure(xs, ys, weights), measure(more, moreToo, once(more))];
            if (repeated === null) expect(weighed).toBeNull();
            else expect(weighed).toBeCloseTo(repeated, 9);
          }
          expect(pairCounter(xs, ys)(weights)).toEqual(pairCounter(more, moreToo)(once(more)));
        },
      ),
    );
  });

  test('both sides may be exchanged, and agreement with oneself is whole', () => {
    fc.assert(
      fc.property(grades, rows => {
        const [xs, ys] = sides(rows);
        for (const measure of [pearson, spearman, kappa, rmse])
          expect(measure(xs, ys, once(xs)) ?? 9).toBeCloseTo(measure(ys, xs, once(xs)) ?? 9, 12);
        for (const measure of [pearson, spearman, kappa])
          expect(measure(ys, ys, once(ys)) ?? 1).toBeCloseTo(1, 12);
      }),
    );
  });

  test('pairs are counted as if each were looked at', () => {
    fc.assert(
      fc.property(grades, rows => {
        let [right, all] = [0, 0];
        for (const [at, [score, grade]] of rows.entries())
          for (const [otherScore, otherGrade] of rows.slice(at + 1)) {
            if (grade === otherGrade) continue;
            all++;
            right += (1 + Math.sign(score - otherScore) * Math.sign(grade - otherGrade)) / 2;
          }
        const [xs, ys] = sides(rows);
        expect(pairCounter(xs, ys)(once(xs))).toEqual({ right, all });
      }),
    );
  });
});
