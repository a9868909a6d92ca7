import { describe, expect, test } from 'vitest';
import { f1, type Graded, median, pearson, pearsonWithin, rankingAccuracy } from '../../bench/statistics.mjs';

/** Answers to one question, as [grade, score]. */
const answers = (question: string, ...pairs: [number, number][]): Graded[] =>
  pairs.map(([grade, score]) => ({ question, grade, score }));

describe('pearson', () => {
  test('is 1 on a rising line and -1 on a falling one, whatever the scales', () => {
    expect(pearson([0, 0.5, 1], [10, 20, 30])).toBeCloseTo(1, 12);
    expect(pearson([0, 0.5, 1], [7, 6, 5])).toBeCloseTo(-1, 12);
  });

  test('is what a textbook computes: Anscombe, "Graphs in Statistical Analysis" (1973), set I', () => {
    const xs = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5];
    const ys = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68];
    expect(pearson(xs, ys)).toBeCloseTo(0.81642, 5);
  });

  test('is null where one side is the same throughout, even where its mean is not exact', () => {
    expect(pearson([0.1, 0.1, 0.1], [1, 2, 3])).toBeNull();
    expect(pearson([1, 2, 3], [0.1, 0.1, 0.1])).toBeNull();
    expect(pearson([], [])).toBeNull();
  });
});

describe('pearson within questions', () => {
  test('is the mean over questions, each counting the same', () => {
    const rising = answers('a', [0, 1], [0.5, 2], [1, 3]);
    const falling = answers('b', [0, 9], [0.2, 7], [0.4, 5], [0.6, 3], [0.8, 1]);
    expect(pearsonWithin(rising)).toBeCloseTo(1, 12);
    expect(pearsonWithin([...rising, ...falling])).toBeCloseTo(0, 12);
  });

  test('leaves out questions with two answers or with one grade', () => {
    const telling = answers('a', [0, 1], [0.5, 2], [1, 3]);
    const two = answers('b', [0, 2], [1, 1]);
    const same = answers('c', [1, 1], [1, 2], [1, 3]);
    expect(pearsonWithin([...telling, ...two, ...same])).toBeCloseTo(1, 12);
    expect(pearsonWithin([...two, ...same])).toBeNull();
  });

  test('counts a question of which no answer is told from another as 0', () => {
    const telling = answers('a', [0, 1], [0.5, 2], [1, 3]);
    const blind = answers('b', [0, 5], [0.5, 5], [1, 5]);
    expect(pearsonWithin([...telling, ...blind])).toBeCloseTo(0.5, 12);
  });
});

describe('ranking accuracy', () => {
  test('is the share of pairs in order; equal scores count half', () => {
    expect(rankingAccuracy(answers('a', [0, 1], [0.5, 2], [1, 3]))).toBe(1);
    expect(rankingAccuracy(answers('a', [0, 3], [0.5, 2], [1, 1]))).toBe(0);
    expect(rankingAccuracy(answers('a', [0, 1], [0.5, 3], [1, 2]))).toBeCloseTo(2 / 3, 12);
    expect(rankingAccuracy(answers('a', [0, 1], [1, 1]))).toBe(0.5);
  });

  test('leaves out equal grades, and never compares answers to different questions', () => {
    expect(rankingAccuracy(answers('a', [1, 1], [1, 9]))).toBeNull();
    expect(rankingAccuracy([...answers('a', [0, 9]), ...answers('b', [1, 1])])).toBeNull();
    expect(rankingAccuracy(answers('a', [1, 1], [1, 9], [0, 5]))).toBe(0.5);
  });
});

test('F1 is of the upper class', () => {
  const verdict = (predicted: boolean, actual: boolean) => ({ predicted, actual });
  const [hit, alarm, miss, rest] = [
    verdict(true, true),
    verdict(true, false),
    verdict(false, true),
    verdict(false, false),
  ];
  expect(f1([hit, rest, rest])).toBe(1);
  expect(f1([hit, alarm, miss, miss])).toBeCloseTo(0.4, 12);
  expect(f1([miss, alarm])).toBe(0);
  expect(f1([rest])).toBeNull();
});

test('the median of an even number is the mean of the middle two', () => {
  expect(median([10, 9, 1])).toBe(9);
  expect(median([10, 2, 100, 4])).toBe(7);
});
