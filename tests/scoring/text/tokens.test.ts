import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../src/scoring/text/hash.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

const texts = (text: string) => wordsOf(text).map(it => it.text);
const wholes = (text: string) => wordsOf(text).map(it => it.whole);

test('every word knows exactly where it stands', () => {
  const text = 'Don’t call wg.Wait() twice — 🙂 naïve café, 10,000 times.';
  const slices = wordsOf(text).map(it => text.slice(it.start, it.end));
  expect(slices).toEqual(['Don’t', 'call', 'wg', 'Wait', 'twice', 'naïve', 'café', '10,000', 'times']);
});

describe('identifiers are words and parts of words', () => {
  test('at dots', () => expect(texts('wg.Wait(')).toEqual(['wg', 'wait']));
  test('at humps', () => expect(texts('maxRetries')).toEqual(['max', 'retries']));
  test('at hyphens', () => expect(wholes('half-open')).toEqual(['halfopen', 'halfopen']));
  test('where a figure meets its unit', () => expect(texts('32KB')).toEqual(['32', 'kb']));
  test('but not after a single letter', () => expect(texts('gRPC iOS p99')).toEqual(['grpc', 'ios', 'p99']));
});

test('contractions stay whole and possessives go', () =>
  expect(texts("it isn’t the goroutine's")).toEqual(['it', "isn't", 'the', 'goroutine']));

test('function words weigh nothing, common words half, single letters in full', () =>
  expect(wordsOf('the system M').map(it => it.weight)).toEqual([0, 0.5, 1]));

test('words that share a hash stay what they are', () => {
  const [one, other] = ['delgalroshin', 'fenkellumquin'];
  expect(hashOf(one)).toBe(hashOf(other));
  for (const it of [one, other, one]) expect(texts(it)).toEqual([it]);
});

test('a giant word, and a giant text, are read like any other', () => {
  expect(wordsOf(`so ${'Ab'.repeat(100_000)} it`).length).toBe(100_002);
  const words = wordsOf('one '.repeat(100_000));
  expect(words.length).toBe(100_000);
  expect(texts(`x${'y'.repeat(400_000)}`)).toEqual([`x${'y'.repeat(400_000)}`]);
  expect(texts('a word.')).toEqual(['a', 'word']);
});
