import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inOrder } from '../../src/batch/in-order.ts';
import type { Part, PartResult } from '../../src/batch/part.ts';
import { poolOf } from './world.ts';

const never = new AbortController().signal;

async function* numbered(count: number): AsyncGenerator<Part> {
  for (let first = 0; first < count; first++) yield { first } as Part;
}

const resultOf = ({ first }: Part) => ({ places: [first] }) as unknown as PartResult;
const tick = (times: number) => new Promise(resolve => setTimeout(resolve, times));

async function placesOf(results: AsyncIterable<PartResult>): Promise<number[]> {
  const places: number[] = [];
  for await (const result of results) places.push(...result.places);
  return places;
}

describe('parts', () => {
  test('are told in their order, however long each takes, and never more at once than fit', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 12 }),
        fc.integer({ min: 1, max: 4 }),
        async (times, width) => {
          let [running, most] = [0, 0];
          const pool = poolOf(async part => {
            most = Math.max(most, ++running);
            await tick(times[part.first]!);
            running--;
            return resultOf(part);
          }, width);
          expect(await placesOf(inOrder(numbered(times.length), pool, never))).toEqual(
            times.map((_, at) => at),
          );
          expect(most).toBeLessThanOrEqual(width);
        },
      ),
      { numRuns: 30 },
    );
  });

  test('are told as soon as they are judged, though the input has not ended', async () => {
    async function* slow(): AsyncGenerator<Part> {
      yield { first: 0 } as Part;
      await new Promise(() => {});
    }
    const results = inOrder(
      slow(),
      poolOf(async it => resultOf(it)),
      never,
    );
    expect((await results.next()).value.places).toEqual([0]);
  });

  test('that were begun are told when it is stopped, and no more are read', async () => {
    const stop = new AbortController();
    let read = 0;
    async function* endless(): AsyncGenerator<Part> {
      for (;;) yield { first: read++ } as Part;
    }
    const told: number[] = [];
    for await (const { places } of inOrder(
      endless(),
      poolOf(async it => resultOf(it), 3),
      stop.signal,
    )) {
      told.push(...places);
      if (told.length === 5) stop.abort();
    }
    expect(told).toEqual([...told.keys()]);
    expect(told.length).toBeLessThanOrEqual(5 + 3);
    expect(read).toBeLessThanOrEqual(told.length + 2);
  });

  test('before a failure are told before it is thrown', async () => {
    async function* failing(): AsyncGenerator<Part> {
      yield { first: 0 } as Part;
      throw new Error('no more');
    }
    const results = inOrder(
      failing(),
      poolOf(async it => resultOf(it)),
      never,
    );
    expect((await results.next()).value.places).toEqual([0]);
    await expect(results.next()).rejects.toThrow('no more');
  });

  test('that a thread fails at end the run', async () => {
    const pool = poolOf(async part => {
      if (part.first === 1) throw new Error('out of memory');
      return resultOf(part);
    });
    await expect(placesOf(inOrder(numbered(3), pool, never))).rejects.toThrow('out of memory');
  });
});
