import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Budget } from '../../src/llm/budget.ts';
import { following } from '../../src/llm/waiting.ts';
import { LlmError } from '../../src/model/llm.ts';

const never = () => following([]).signal;
const PRICE = { input: 3, output: 15 };

test('a limit of cost needs a price', () => {
  expect(() => new Budget({ cost: 1 }, null, 'judge-1')).toThrow('the price of "judge-1" is not known');
  expect(new Budget({ calls: 1 }, null, 'judge-1').spent().cost).toBeNull();
});

test('a nought is a limit too', async () => {
  const nothing = new Budget({ calls: 0 }, null, 'judge-1');
  await expect(nothing.reserve({ prompt: 1, completion: 1 }, never())).rejects.toMatchObject({
    kind: 'budget',
  });
  const free = new Budget({ cost: 0 }, { input: 0, output: 0 }, 'judge-1');
  await free.reserve({ prompt: 1, completion: 1 }, never());
});

test('what is set aside and not used is there for who waits', async () => {
  const budget = new Budget({ cost: 0.001 }, PRICE, 'judge-1');
  const most = { prompt: 100, completion: 40 };
  const first = await budget.reserve(most, never());
  let second = false;
  const waiting = budget.reserve(most, never()).then(() => {
    second = true;
  });
  await new Promise(setImmediate);
  expect(second).toBe(false);
  first.settle({ prompt: 10, completion: 1 });
  await waiting;
  expect(budget.spent()).toEqual({ calls: 2, prompt: 10, completion: 1, cost: 0.000045 });
});

describe('a server that does not keep to the length that it was told', () => {
  const most = { prompt: 100, completion: 100 };
  const used = { prompt: 100, completion: 1_000 };

  test('is found out by the first request, which goes alone; the others then keep the limit', async () => {
    const budget = new Budget({ cost: 0.05 }, PRICE, 'judge-1');
    let [under, largest] = [0, 0];
    const ends = await Promise.allSettled(
      Array.from({ length: 64 }, async () => {
        const reserved = await budget.reserve(most, never());
        largest = Math.max(largest, ++under);
        await new Promise(setImmediate);
        under--;
        reserved.settle(used);
      }),
    );
    // Each takes 0.0153.
    expect(ends.filter(it => it.status === 'fulfilled')).toHaveLength(3);
    expect(budget.spent().cost).toBeCloseTo(0.0459, 9);
    expect(largest).toBe(2);
  });

  test('may use what it likes where there is no limit of cost, and all begin at once', async () => {
    const budget = new Budget({}, PRICE, 'judge-1');
    const all = await Promise.all(Array.from({ length: 64 }, () => budget.reserve(most, never())));
    for (const it of all) it.settle(used);
    expect(budget.spent().calls).toBe(64);
  });
});

test('who waits for a settling can be stopped', async () => {
  const budget = new Budget({ cost: 0.001 }, PRICE, 'judge-1');
  const most = { prompt: 100, completion: 40 };
  await budget.reserve(most, never());
  const ctrlC = new AbortController();
  const waiting = budget.reserve(most, following([ctrlC.signal]).signal).catch(error => error);
  ctrlC.abort();
  expect(await waiting).toMatchObject({ kind: 'cancelled' });
});

describe('the limit is never passed', () => {
  const tokens = fc.record({ prompt: fc.nat(5_000), completion: fc.nat(500) });
  const call = fc.record({
    most: tokens,
    share: fc.double({ min: 0, max: 1, noNaN: true }),
    ends: fc.constantFrom('replied' as const, 'unknown' as const, 'nothing' as const),
    turns: fc.nat(5),
  });

  test('whatever calls take, at whatever concurrency', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(call, { maxLength: 60 }),
        fc.double({ min: 0, max: 0.3, noNaN: true }),
        fc.nat(40),
        async (all, cost, calls) => {
          const budget = new Budget({ cost, calls }, PRICE, 'judge-1');
          const ends = await Promise.allSettled(
            all.map(async ({ most, share, ends, turns }) => {
              const reserved = await budget.reserve(most, never());
              for (let turn = 0; turn < turns; turn++) await new Promise(setImmediate);
              const used = {
                prompt: Math.floor(share * most.prompt),
                completion: Math.floor(share * most.completion),
              };
              reserved.settle(ends === 'replied' ? used : ends);
              expect(budget.spent().cost).toBeLessThanOrEqual(cost);
            }),
          );
          expect(budget.spent().calls).toBeLessThanOrEqual(calls);
          for (const end of ends) if (end.status === 'rejected') expect(end.reason).toBeInstanceOf(LlmError);
        },
      ),
      { numRuns: 60 },
    ));
});
