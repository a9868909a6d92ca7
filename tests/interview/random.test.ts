import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom, shuffled } from '../../src/interview/random.ts';

const numbers = (seed: number, count = 200) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, random);
};

describe('seeded chance', () => {
  test('gives the numbers of mulberry32', () =>
    expect(numbers(1, 3).map(it => it.toFixed(12))).toEqual([
      '0.627073940588',
      '0.002735721180',
      '0.527447039960',
    ]));

  test('is the same for the same seed and another for the next', () => {
    expect(numbers(7)).toEqual(numbers(7));
    expect(numbers(7)).not.toEqual(numbers(8));
  });

  test('lies in [0, 1) and on average in the middle, for every seed', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), seed => {
        const drawn = numbers(seed);
        expect(Math.min(...drawn)).toBeGreaterThanOrEqual(0);
        expect(Math.max(...drawn)).toBeLessThan(1);
        // Six standard deviations of a mean of 200: 6 · 0.289 / √200.
        expect(Math.abs(drawn.reduce((sum, it) => sum + it) / drawn.length - 0.5)).toBeLessThan(0.123);
      }),
    );
  });
});

describe('a shuffled list', () => {
  test('holds the same items and leaves the given list alone', () => {
    fc.assert(
      fc.property(fc.array(fc.integer()), fc.nat(), (items, seed) => {
        const before = [...items];
        const after = shuffled(items, seededRandom(seed));
        expect([...after].sort()).toEqual([...items].sort());
        expect(items).toEqual(before);
      }),
    );
  });

  test('puts each item in each place about equally often', () => {
    const random = seededRandom(3);
    const counts: Record<string, number> = {};
    for (let round = 0; round < 6000; round++) {
      const order = shuffled(['a', 'b', 'c'], random).join('');
      counts[order] = (counts[order] ?? 0) + 1;
    }
    expect(Object.keys(counts)).toHaveLength(6);
    for (const count of Object.values(counts)) expect(Math.abs(count - 1000)).toBeLessThan(150);
  });
});
