import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  boundariesOf,
  boundaryAfter,
  boundaryBefore,
  eachGrapheme,
  fitting,
  graphemeWidth,
  snapped,
  textWidth,
} from '../../../src/terminal/editor/graphemes.ts';

/** Text with much that joins: marks, flags, families, Hangul parts, Indic vowels. */
const anyLine = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom(
        '👩‍👩‍👧',
        '🇨🇭',
        '🇨',
        '👍🏽',
        'e\u0301',
        '각',
        'ᄀ',
        'ᆨ',
        'नि',
        'क्ष',
        '\u200d',
        '\ufe0f',
        '©',
        'ー',
        '東京',
        ' ',
        '\t',
        '؀',
      ),
    ),
    { maxLength: 12 },
  )
  .map(parts => parts.join('').replace(/[\n\r]/g, ' '));

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });
const segmented = (line: string) => [...[...segmenter.segment(line)].map(it => it.index), line.length];

describe('graphemes', () => {
  test('are those of the segmenter, found without it where that is plain', () => {
    fc.assert(
      fc.property(anyLine, line => {
        const found: number[] = [];
        eachGrapheme(line, (start, end) => {
          if (start === 0) found.push(0);
          expect(start).toBe(found.at(-1));
          found.push(end);
        });
        expect(line === '' ? [0] : found).toEqual(line === '' ? [0] : segmented(line));
      }),
      { numRuns: 500 },
    );
  });

  test('have the same boundaries seen from any place in the line', () => {
    fc.assert(
      fc.property(anyLine, line => {
        const boundaries = segmented(line);
        expect(boundariesOf(line)).toEqual(boundaries);
        for (let at = 0; at <= line.length; at++) {
          expect(boundaryAfter(line, at)).toBe(boundaries.find(it => it > at) ?? line.length);
          expect(boundaryBefore(line, at)).toBe(boundaries.findLast(it => it < at) ?? 0);
          expect(snapped(line, at)).toBe(boundaries.find(it => it >= at));
        }
      }),
    );
  });

  test.each([
    ['a', 1],
    ['東', 2],
    ['e\u0301', 1],
    ['\t', 4],
    ['👍', 2],
    ['©️', 2],
    // A terminal that cannot join them draws three.
    ['👩‍👩‍👧', 6],
  ])('%s takes at most %i columns', (grapheme, width) => {
    expect(graphemeWidth(grapheme)).toBe(width);
    expect(textWidth(`x${grapheme}`)).toBe(width + 1);
  });

  test('are never cut to make a text fit', () => {
    expect(fitting('東京都', 5)).toBe('東京');
    expect(fitting('ok', 5)).toBe('ok');
  });
});
