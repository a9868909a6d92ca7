import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { partsOf } from '../../../src/scoring/text/lists.ts';

test('a sentence may have any number of words', () =>
  expect(parse('a '.repeat(300_000)).wordCount).toBe(300_000));

test('so may a text have pieces of code', () =>
  expect(parse('```\n```\n'.repeat(60_000)).code).toHaveLength(60_000));

test('so may a list have items', () => {
  const parts = partsOf(parse('- Go\n'.repeat(150_000)));
  expect(parts).toHaveLength(150_000);
});
