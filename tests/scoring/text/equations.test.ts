import { describe, expect, test } from 'vitest';
import { equationsOf, holds } from '../../../src/scoring/text/equations.ts';

const sums = (text: string) => equationsOf(text).map(it => [it.operands, it.value, it.result]);

describe('sums are read', () => {
  test.each([
    ['30,000 × 2 × 0.8 / 2 = 24,000', [30_000, 2, 0.8, 2], 24_000, 24_000],
    ['(60,000 * 1 * 80%) / 4 = 12k', [60_000, 1, 0.8, 4], 12_000, 12_000],
    ['A: 40 customers x 1 x .5 = 20', [40, 1, 0.5], 20, 20],
    ['loyalty: 4,000 × 1 × 0.5 ÷ 6 ≈ 333', [4000, 1, 0.5, 6], 4000 / 12, 333],
    ['2 + 3 * 4 = 14', [2, 3, 4], 14, 14],
    ['- 9 − 6 = 3 left', [9, 6], 3, 3],
    ['Form: (5 + 13 + 3) / 3 = 7', [5, 13, 3, 3], 7, 7],
    ['60 / (2 + 3) = 12', [60, 2, 3], 12, 12],
    ['2 * [(1 + 2) * 3] = 18', [2, 1, 2, 3], 18, 18],
    ['(as I said, 4 + 8) / 3 = 4', [4, 8, 3], 4, 4],
  ] as const)('%s', (text, operands, value, result) => {
    const [only, ...others] = sums(text);
    expect(others).toEqual([]);
    expect(only?.[0]).toEqual(operands);
    expect(only?.[1]).toBeCloseTo(value);
    expect(only?.[2]).toBe(result);
  });
  test('and those that go on from a result, a slip counting once', () => {
    const found = equationsOf('60,000 x 1 x 0.8 = 50,000, /4 = 12,500');
    expect(found.map(it => it.operands.length)).toEqual([3, 4]);
    expect(found.map(it => holds(it, 0.01))).toEqual([false, true]);
  });
  test('but none whose result nobody can reckon', () => {
    expect(sums('0 / 0 = 0')).toEqual([]);
    expect(sums(`${'9'.repeat(400)} + 1 = 2`)).toEqual([]);
  });
  test('with the bracket before it as a part of what is quoted', () => {
    const text = 'Form: (5 + 13 + 3) / 3 = 9';
    expect(equationsOf(text).map(it => text.slice(it.start, it.end))).toEqual(['(5 + 13 + 3) / 3 = 9']);
  });
  test('and a heap of brackets is none', () => {
    expect(sums(`1 + ${'('.repeat(5000)}2${')'.repeat(5000)} = 3`)).toEqual([]);
  });
  test('several in a line', () => expect(sums('48k/4 = 12k, map 45k/5 = 9k')).toHaveLength(2));
});

describe('no sums are', () => {
  test.each([
    'open 24/7 = always',
    'n/2 + 1 = 3',
    '2-3 x 5 = 10-15',
    'p99 x 2 = 5',
    '2^10 = 1024',
    'on 2024-10-05 = a Saturday',
    'x = 5',
    'it takes 3 of 5 nodes',
    '10 GB / 100 MB/s = 100 s',
  ])('%s', text => expect(sums(text)).toEqual([]));
});

describe('they hold or not', () => {
  const held = (text: string) => equationsOf(text).map(it => holds(it, 0.06));
  test.each([
    ['40 × 1 × 0.8 / 1 = 32', true],
    ['40 × 1 × 0.8 / 1 = 3.2', false],
    ['40 × 80 % = 3,200', true],
    ['4,000 / 6 = 670', true],
    ['4,000 / 6 = 760', false],
  ])('%s', (text, expected) => expect(held(text)).toEqual([expected]));
  test('units are told, since both sides may be in different ones', () =>
    expect(equationsOf('500 MB x 10 = 5 GB')[0]?.units).toBe(true));
});
