import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level } from '../../src/model/level.ts';
import type { CardReview } from '../../src/model/progress.ts';
import { dayAfter, dayOf } from '../../src/progress/days.ts';
import { cardsFrom, dueOn, memoriesFrom, reviewed } from '../../src/progress/schedule.ts';
import { attempt, DAY, NOTHING, START } from './world.ts';

const TODAY = '2026-03-02';
const cards = (attempts: Parameters<typeof cardsFrom>[0], today = TODAY, decided = NOTHING, zone = 'UTC') =>
  cardsFrom(attempts, decided, today, zone);
const ids = (them: { id: string }[]) => them.map(it => it.id);

describe('a question', () => {
  test('comes back the later the better it was answered', () => {
    const due = ([1, 2, 3, 4] as const).map(level => cards([attempt(level)])[0]!.due);
    expect([...due].sort()).toEqual(due);
    expect(due[0]! > TODAY).toBe(true);
    expect(due[3]! > dayAfter(TODAY, 5)).toBe(true);
  });

  test('waits longer each time that it is known, and comes soon when it is not', () => {
    const first = cards([attempt(3)])[0]!.due;
    const second = cards([attempt(3), attempt(3, 3)])[0]!.due;
    expect(second > dayAfter(first, 3)).toBe(true);
    const forgotten = cards([attempt(3), attempt(3, 3), attempt(1, 20)], '2026-03-22')[0]!;
    expect(forgotten).toMatchObject({ lapses: 1, level: 1, answers: 3 });
    expect(forgotten.due <= '2026-03-25').toBe(true);
  });

  test('is due on its day by the calendar of the candidate, whatever the hour', () => {
    const evening = { at: Date.UTC(2026, 2, 2, 23, 30) };
    const { due } = cards([attempt(1, 0, evening)])[0]!;
    expect(cards([attempt(1, 0, evening)], TODAY, NOTHING, 'Europe/Berlin')[0]!.due).toBe(dayAfter(due, 1));
    const [card] = cards([attempt(1, 0, evening)], due);
    expect(dueOn([card!], dayAfter(due, -1))).toEqual([]);
    expect(dueOn([card!], due)).toEqual([card]);
  });
});

describe('a principle or a part', () => {
  const told = (level: 1 | 2 | 3 | 4, day: number, question = 'bank/q') =>
    attempt(level, day, {
      question,
      principles: ['ownership'],
      parts: [{ id: 'star/result', score: 50, level }],
    });

  test('has a card from when it was weak', () => {
    expect(ids(cards([told(3, 0)]))).toEqual(['bank/q']);
    expect(ids(cards([told(3, 0), told(2, 1)])).sort()).toEqual([
      'bank/q',
      'part:star/result',
      'principle:ownership',
    ]);
    expect(cards([told(3, 0), told(2, 1)]).find(it => it.kind === 'part')!.answers).toBe(1);
  });

  test('has the mean level of an interview', () => {
    const [part] = cards([told(1, 0), told(4, 0, 'bank/r'), told(1, 0, 'bank/s')]).filter(
      it => it.kind === 'part',
    );
    expect(part).toMatchObject({ level: 2, answers: 1 });
  });
});

describe('the user decides', () => {
  test('a suspended card is kept and never due', () => {
    const all = cards([attempt(1)], '2027-01-01', { ...NOTHING, suspended: new Map([['bank/q', START]]) });
    expect(all).toMatchObject([{ id: 'bank/q', suspended: true }]);
    expect(dueOn(all, '2027-01-01')).toEqual([]);
  });

  test('a card that was reset begins with the next answer', () => {
    const resets = new Map([['bank/q', START + DAY]]);
    expect(cards([attempt(3), attempt(3, 1)], TODAY, { ...NOTHING, resets })).toEqual([]);
    expect(cards([attempt(3), attempt(2, 2)], TODAY, { ...NOTHING, resets })[0]).toMatchObject({
      answers: 1,
      level: 2,
    });
  });
});

test('all answers at once are the same as one after the other', () =>
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 4 }), fc.nat(40)), { minLength: 1 }), them => {
      let day = 0;
      const log = them.map(([level, wait]) => {
        day += wait;
        return { level: level as Level, at: START + day * DAY };
      });
      const one = log.reduce<ReturnType<typeof reviewed> | undefined>(
        (memory, { level, at }) => reviewed(memory, level, dayOf(at, 'UTC')),
        undefined,
      );
      const { memory } = memoriesFrom(new Map([['bank/q', log]]), new Map(), 'UTC').get('bank/q')!;
      expect(memory).toEqual(one);
    }),
  ));

test('reviews from elsewhere count like answers, each once', () => {
  const more = (...them: CardReview[]) => ({ ...NOTHING, reviews: new Map([['bank/q', them]]) });
  const there = more({ at: START, level: 1 }, { at: START + 3 * DAY, level: 3 });
  const here = [attempt(1), attempt(3, 3)];
  expect(cards([], TODAY, there)).toEqual(cards(here));
  expect(cards(here, TODAY, there)).toEqual(cards(here));
  expect(cards([attempt(1)], TODAY, there)).toEqual(cards(here));
  expect(cards([attempt(1)], TODAY, more({ at: START, level: 4 }))).toEqual(cards([attempt(1)]));
});

test('those least known come first', () => {
  const them = [attempt(4, 0, { question: 'bank/known' }), attempt(1, 0, { question: 'bank/weak' })];
  expect(ids(cards(them, '2026-03-20'))).toEqual(['bank/weak', 'bank/known']);
});
