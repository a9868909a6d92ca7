import { expect, test } from 'vitest';
import { lengthOf, recallOf, stemsOf } from '../../bench/baselines.mjs';
import { stem } from '../../src/scoring/text/stem.ts';

const recall = (reference: string, answer: string) =>
  recallOf(stemsOf(reference, stem), stemsOf(answer, stem));

test('length is in words', () => {
  expect(lengthOf(' An index,\nsorted - keys ')).toBe(5);
  expect(lengthOf('')).toBe(0);
});

test('recall is the share of different stems of the reference, of all its words', () => {
  expect(recall('The keys of an index are sorted.', 'sorting KEYS')).toBeCloseTo(2 / 7, 12);
  expect(recall('keys, keys and keys', 'a key')).toBe(0.5);
  expect(recall('a key', 'a key and much more')).toBe(1);
  expect(recall('...', 'a key')).toBe(0);
});
