import { expect, test } from 'vitest';
import type { Judging } from '../../bench/built.mjs';
import { byJudge, byRecall, newQuestions, ratesOf, sameQuestion, timesAsLong } from '../../bench/rates.mjs';
import type { Rubric } from '../../src/model/content.ts';

test('a slower grader has the lower rate, and the baseline is so many times as fast', () => {
  const source = sameQuestion(1);
  const busy = (milliseconds: number) => () => {
    const start = performance.now();
    while (performance.now() - start < milliseconds);
  };
  const { slow, quick } = ratesOf(
    { slow: { source, grade: busy(2) }, quick: { source, grade: busy(0.1) } },
    0.1,
  );
  expect(slow.rounds).toHaveLength(5);
  expect(slow.rate).toBeLessThanOrEqual(500);
  expect(quick.rate).toBeLessThanOrEqual(10_000);
  expect(quick.rate).toBeGreaterThan(2 * slow.rate);
});

test('how many times as long is told round by round', () => {
  const rate = (...rounds: number[]) => ({ rate: 1, rounds });
  expect(timesAsLong(rate(10, 1, 10), rate(20, 3, 40))).toBe(3);
});

test('the same question stays the same object, a new one never does', () => {
  const tasksOf = (source: ReturnType<typeof sameQuestion>) => Array.from({ length: 20 }, source);
  const same = tasksOf(sameQuestion(1));
  const fresh = tasksOf(newQuestions(1));
  expect(new Set(same.map(it => it.question.asked)).size).toBe(1);
  expect(new Set(fresh.map(it => it.question.asked)).size).toBe(20);
  for (const tasks of [same, fresh]) expect(new Set(tasks.map(it => it.answer)).size).toBe(20);
});

test('an answer that gets no score stops the bench', () => {
  const judge = (() => ({ score: null, cause: 'For a test.' })) as unknown as Judging;
  const grade = byJudge(judge, {} as Rubric);
  expect(() => grade(sameQuestion(1)())).toThrow(/could not be judged: For a test\./);
});

test('the baseline grades by the stems of the model answer', () => {
  const { question } = sameQuestion(1)();
  const grade = byRecall(word => word);
  expect(grade({ question, answer: question.reference })).toBe(1);
  expect(grade({ question, answer: 'nothing' })).toBe(0);
});
