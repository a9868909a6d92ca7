/** What WebAssembly multiplies is what JavaScript would. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DIMENSIONS, productsOf } from '../../../src/scoring/lexicon/products.ts';

const code = readFileSync(new URL('../../../dist/products.wasm', import.meta.url));
const products = productsOf(code);

const vector = fc.int8Array({ minLength: DIMENSIONS, maxLength: DIMENSIONS });

function multiplied(one: Int8Array, others: readonly Int8Array[]): number[] {
  const room = products.room(others.length);
  for (const [at, it] of [one, ...others].entries()) room.set(it, at * DIMENSIONS);
  return [...products.sums(others.length)];
}

const plainly = (one: Int8Array, others: readonly Int8Array[]) =>
  others.map(other => other.reduce((sum, it, at) => sum + it * one[at]!, 0));

test('sums of products, whatever the numbers', () =>
  fc.assert(
    fc.property(vector, fc.array(vector, { maxLength: 20 }), (one, others) => {
      expect(multiplied(one, others)).toEqual(plainly(one, others));
    }),
  ));

test('the largest sum that there can be', () => {
  const least = new Int8Array(DIMENSIONS).fill(-128);
  expect(multiplied(least, [least])).toEqual([DIMENSIONS * 128 * 128]);
});

test('as many as are wanted: its memory grows, and keeps nothing of the last', () => {
  const one = new Int8Array(DIMENSIONS).fill(3);
  const many = Array.from({ length: 5_000 }, (_, at) => new Int8Array(DIMENSIONS).fill(at % 100));
  expect(multiplied(one, many)).toEqual(plainly(one, many));
  expect(multiplied(one, many.slice(7, 9))).toEqual(plainly(one, many.slice(7, 9)));
  expect(multiplied(one, [])).toEqual([]);
});
