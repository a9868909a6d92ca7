import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clip, columns, ending, filled, wrap } from '../../src/reports/columns.ts';

const words = fc.string({ unit: 'grapheme', maxLength: 60 });

describe('columns', () => {
  test.each([
    ['plain', 5],
    ['naïve', 5],
    ['e\u0301', 1],
    ['日本', 4],
    ['😀', 2],
  ])('%s takes %d', (text, width) => {
    expect(columns(text)).toBe(width);
  });
});

describe('cutting to columns', () => {
  test('keeps what fits and marks what does not', () => {
    expect(clip('abcdef', 6)).toBe('abcdef');
    expect(clip('abcdefg', 6)).toBe('abcde…');
    expect(clip('日本語', 4)).toBe('日…');
  });

  test('of names that begin alike, keeps the end', () => {
    expect(ending('bank/one', 8)).toBe('bank/one');
    expect(ending('bank/one', 4)).toBe('…one');
    expect(ending('a bc', 3)).toBe('…bc');
    expect(ending('日本語', 4)).toBe('…語');
  });

  test('fills to exactly the width', () => {
    fc.assert(
      fc.property(
        words,
        fc.integer({ min: 1, max: 40 }),
        (text, width) => columns(filled(text, width)) === width,
      ),
    );
  });
});

describe('wrapping', () => {
  test('hangs the rows under the first', () => {
    expect(wrap('one two three', '1. ', 10)).toEqual(['1. one two', '   three']);
  });

  test('cuts a word that is longer than a row', () => {
    expect(wrap('abcdefgh', '', 3)).toEqual(['abc', 'def', 'gh']);
  });

  test('never goes over the width and loses nothing', () => {
    fc.assert(
      fc.property(words, text => {
        const rows = wrap(text, '  ', 12);
        expect(Math.max(...rows.map(columns))).toBeLessThanOrEqual(12);
        expect(rows.join('').replace(/ /g, '')).toBe(text.replace(/ /g, ''));
      }),
    );
  });
});
