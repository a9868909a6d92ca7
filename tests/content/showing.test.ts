import { describe, expect, test } from 'vitest';
import { described, either, quoted, shown } from '../../src/content/showing.ts';

describe('showing what a file holds', () => {
  test('control and direction characters become visible escapes', () => {
    expect(shown('a\x1b[31m\u202eb\x00\t\n\u{e0041}')).toBe('a\\u001b[31m\\u202eb\\u0000\\t\\n\\u{e0041}');
  });

  test('letters of any script and emoji stay', () => {
    expect(shown('naïve 第三 😀 سلام')).toBe('naïve 第三 😀 سلام');
  });

  test('a long text is cut, never within a character', () => {
    expect(quoted(`${'x'.repeat(59)}😀😀`)).toBe(`"${'x'.repeat(59)}…"`);
  });

  test('values are named by what they are', () => {
    expect([null, 'a', 3, true, [], {}].map(described)).toEqual([
      'nothing',
      'the text "a"',
      'the number 3',
      'true',
      'a list',
      'a map',
    ]);
  });

  test('names are joined as one would say them', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(either)).toEqual(['', 'a', 'a or b', 'a, b or c']);
  });
});
