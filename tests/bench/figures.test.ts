import { expect, test } from 'vitest';
import type { Judging } from '../../bench/built.mjs';
import { measure } from '../../bench/figures.mjs';
import type { Row } from '../../bench/rows.mjs';

/** Says of an answer the number in it; of an answer without one that it cannot be assessed. */
const judge = (({ answer }) => {
  const score = /\d+/.exec(answer)?.[0];
  return { score: score === undefined ? null : Number(score) };
}) as Judging;
const by = { judge, stem: (word: string) => word };

const row = (answer: string, grade: number): Row => ({
  question: 'q',
  asked: { prompt: 'Why?', type: 'technical', points: [], pitfalls: [], keywords: [], answer: [] },
  references: ['one two three four', 'five'],
  answer,
  grade,
});

test('the judge stands beside length and recall, over the same answers', () => {
  const rows = [row('10', 0), row('50 one two', 0.5), row('90 one', 1)];
  const { assessed, all, ...counts } = measure(rows, by, undefined);
  expect(counts).toEqual({ rows: 3, questions: 1, notAssessed: 0 });
  expect(all).toBeNull();
  expect(assessed!.judge).toEqual({ pearson: expect.closeTo(1), within: expect.closeTo(1), pairs: 1 });
  expect(assessed!.length.pairs).toBeCloseTo(2 / 3, 12);
  expect(assessed!.recall.pairs).toBeCloseTo(2 / 3, 12);
});

test('recall is of the reference that fits best', () => {
  const rows = [row('1 one two', 0), row('2 five', 1)];
  expect(measure(rows, by, undefined).assessed!.recall.pairs).toBe(1);
});

test('what was not assessed is left out, and counts as 0 only beside that', () => {
  const rows = [row('20', 0), row('80', 0.9), row('none given', 1)];
  const { notAssessed, assessed, all } = measure(rows, by, undefined);
  expect(notAssessed).toBe(1);
  expect(assessed!.judge.pairs).toBe(1);
  expect(assessed!.length.pairs).toBe(0.5);
  expect(all!.judge.pairs).toBeCloseTo(1 / 3, 12);
  expect(all!.length.pairs).toBeCloseTo((0.5 + 1 + 1) / 3, 12);
});

test('when nothing was assessed there are no figures but those', () => {
  const { assessed, all } = measure([row('none', 0), row('no', 1)], by, undefined);
  expect(assessed).toBeNull();
  expect(all!.judge).toEqual({ pearson: null, within: null, pairs: 0.5 });
});

test('a threshold holds for scores, grades, words as a share of the reference, and recall', () => {
  const rows = [row('50', 0.5), row('49 one two three', 0.49), row('7', 1)];
  const { assessed } = measure(rows, by, 0.5);
  expect(assessed!.judge.f1).toBeCloseTo(2 / 3, 12);
  expect(assessed!.length.f1).toBe(0);
  expect(assessed!.recall.f1).toBe(0);
  const exact = measure([row('8 one', 0.5)], by, 0.5).assessed!;
  expect([exact.judge.f1, exact.length.f1, exact.recall.f1]).toEqual([0, 1, 0]);
});
