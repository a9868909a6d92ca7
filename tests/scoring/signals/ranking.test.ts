import { describe, expect, test } from 'vitest';
import { reading } from '../asking.ts';

const spec = {
  kind: 'ranking',
  quantities: ['reach', 'impact', 'confidence', 'effort'],
  formula: 'reach * impact * confidence / effort',
  result: [['score', 'rice']],
};
const HEAD = '| idea | reach | impact | confidence | effort | score |\n|---|---|---|---|---|---|\n';
const TABLE = `${HEAD}| Photo | 4,000 | 1 | 80% | 2 | 1,600 |\n| Monthly pass | 1,500 | 2 | 50% | 3 | 500 |\n\n`;
const LINES = 'Photo: 4,000 × 1 × 0.8 ÷ 2 = 1,600\nPass: 1,500 × 2 × 0.5 ÷ 3 = 500\n\n';
const value = (answer: string) => reading(answer, spec).value;

describe('an order against the figures is none that follows', () => {
  test.each([
    'So the pass comes first, then the photo.',
    'I would start with the pass.',
    'The pass first, then the photo.',
  ])('%s', order => expect([value(TABLE + order), value(LINES + order)]).toEqual([0, 0]));
});

describe('one with them is, and so is one that says why', () => {
  test.each([
    'So the photo comes first, then the pass.',
    'I begin with the photo.',
    'The pass comes first although its score is lower.',
    'If the pass reached 20,000, the pass would come first.',
    'First I check the reach of the pass, then I build the photo.',
    '',
  ])('%s', order => expect([value(TABLE + order), value(LINES + order)]).toEqual([1, 1]));
});

test('it is the share of the results that follow', () => {
  expect(value(TABLE.replace('1,600', '9,000').replace('500 |\n', '7,000 |\n'))).toBe(0);
  expect(value(TABLE.replace('1,600', '9,000'))).toBe(0.5);
});

test('one result compares nothing, and without any there is nothing to look at', () => {
  expect(value('Photo: 4,000 × 1 × 0.8 ÷ 2 = 1,600')).toBe(0.5);
  expect(value('The photo comes first.')).toBeNull();
});
