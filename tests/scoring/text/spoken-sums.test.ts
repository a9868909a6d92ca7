import { describe, expect, test } from 'vitest';
import { equationsOf, holds } from '../../../src/scoring/text/equations.ts';
import { figureAt, tokensOf } from '../../../src/scoring/text/spoken-figures.ts';

test.each([
  ['two hundred and twenty-five', 225],
  ['twelve thousand three hundred', 12_300],
  ['a hundred and fifty', 150],
  ['point eight', 0.8],
  ['zero point two five', 0.25],
  ['one and a half', 1.5],
  ['three quarters', 0.75],
  ['eighty per cent', 0.8],
  ['2.5k', 2500],
  ['3,000', 3000],
  ['two three', 2],
])('%s is a figure', (text, value) => expect(figureAt(tokensOf(text), 0)?.value).toBeCloseTo(value));

test.each(['riders', 'and', 'point taken', 'a bike'])('%s is none', text =>
  expect(figureAt(tokensOf(text), 0)).toBeUndefined(),
);

const held = (text: string) => equationsOf(text).map(it => holds(it, 0.06));

describe('sums in words hold or not', () => {
  test.each([
    ['Two thousand times two times point eight over four makes eight hundred.', true],
    ['Two thousand times two times point eight over four makes nine thousand.', false],
    ['2,000 riders times an impact of two times 80 % confidence divided by four comes to 800.', true],
    ['Five plus thirteen plus three, over three is seven.', true],
    ['8 divided by 4 × 2 = 4', true],
    ['Six times two is fourteen.', false],
  ])('%s', (text, expected) => expect(held(text)).toEqual([expected]));
});

test.each([
  'We lost 300 users over two weeks, that is 5 per cent.',
  'I asked three times and two is enough.',
  'It took ten times 3 weeks, which is a lot.',
  '2 times 3 is six times more.',
  'It takes two to three times four days, which is twenty.',
])('no sum is: %s', text => expect(held(text)).toEqual([]));
