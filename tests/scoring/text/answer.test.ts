import { describe, expect, it } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { partsOf } from '../../../src/scoring/text/lists.ts';

describe('a text of a megabyte', () => {
  it.each([
    ['as one sentence', 'word '.repeat(200_000), 200_000],
    ['as lines of a list', '- 12 and\n'.repeat(150_000), 300_000],
  ])('is read %s', (_, text, words) => {
    const answer = parse(text);
    expect(answer.wordCount).toBe(words);
    expect(partsOf(answer)).toBeDefined();
  });
});
