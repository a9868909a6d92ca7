import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter } from '../../src/progress/days.ts';
import { practicePlan } from '../../src/progress/practice-plan.ts';
import { attempt, DAY, NOTHING, START } from './world.ts';

const options = { today: '2026-03-02', interview: '2026-03-06', minutesADay: 15, zone: 'UTC' };
const questions = ['a', 'b', 'c'].map(it => ({ ref: `bank/${it}`, minutes: 10 }));

test('each day up to the interview has what is due, then what is new, as far as the minutes reach', () => {
  const weak = attempt(1, -9, { question: 'bank/c' });
  const { days } = practicePlan([weak], NOTHING, { ...options, questions });
  expect(days.map(it => [it.day, it.items.map(item => item.question)])).toEqual([
    ['2026-03-02', ['bank/c']],
    ['2026-03-03', ['bank/a']],
    ['2026-03-04', ['bank/b']],
    ['2026-03-05', []],
  ]);
});

test('a question that takes longer than a day has is told, and a suspended one is not planned', () => {
  const long = [...questions, { ref: 'bank/long', minutes: 16 }];
  const suspended = new Map([['bank/a', 0]]);
  const { tooLong, days } = practicePlan([], { ...NOTHING, suspended }, { ...options, questions: long });
  expect(tooLong).toEqual(['bank/long']);
  expect(days.flatMap(it => it.items.map(item => item.question))).toEqual(['bank/b', 'bank/c', 'bank/b']);
});

test('a card that was reset is new', () => {
  const resets = new Map([['bank/c', START + DAY]]);
  const { days } = practicePlan(
    [attempt(1, 0, { question: 'bank/c' })],
    { ...NOTHING, resets },
    { ...options, questions: questions.slice(2) },
  );
  expect(days[0]!.items.map(it => it.question)).toEqual(['bank/c']);
});

test('no day is over its minutes, and none comes twice on a day', () =>
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (lengths, minutesADay, length) => {
        const asked = lengths.map((minutes, at) => ({ ref: `bank/${at}`, minutes }));
        const interview = dayAfter('2026-03-02', length);
        const { days } = practicePlan([], NOTHING, { ...options, minutesADay, interview, questions: asked });
        expect(days.length).toBe(length);
        for (const { items } of days) {
          expect(items.reduce((sum, it) => sum + it.minutes, 0)).toBeLessThanOrEqual(minutesADay);
          expect(new Set(items.map(it => it.question)).size).toBe(items.length);
        }
      },
    ),
    { numRuns: 30 },
  ));
