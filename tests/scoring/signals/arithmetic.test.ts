import { describe, expect, test } from 'vitest';
import { reading } from '../asking.ts';

const spec = {
  kind: 'arithmetic',
  quantities: [['reach', 'users'], 'impact', ['confidence'], 'effort'],
  formula: 'reach * impact * confidence / effort',
  result: [['score', 'rice']],
};
const value = (answer: string, prompt = 'Which comes first?') => reading(answer, spec, { prompt }).value;

const table = (score: string) =>
  `| option | reach | impact | confidence | effort | score |\n|---|---|---|---|---|---|\n| export | 800 | 2 | 50 % | 4 | ${score} |`;

describe('a result that follows is worth all', () => {
  test.each([
    'Export: reach 800, impact 2, confidence 50 %, effort 4 weeks, so the score is 200.',
    'Export: reach 800, impact 2, confidence 0.5, effort 4 = 200.',
    'Export: reach 800, impact 2, confidence 50 %, effort 4: RICE 200.',
    'Score 200: reach 800, impact 2, confidence 0.5, effort 4.',
    'The reach is 50k users, the impact 2, confidence 80 %, effort 4 weeks, which gives a score of 20k.',
    'A: reach 800, impact 2, confidence 50 %, effort 4, score 200; B: reach 40, impact 1, confidence 100 %, effort 1, score 40.',
    '- A: reach 800, impact 2, confidence 0.5, effort 4 → 200\n- B: reach 40, impact 1, confidence 1, effort 1 → 40',
    'There are 40 tickets, impact 1, confidence 80 %, effort 1 and a reach of 40: score 32.',
    'Export: reach eight hundred, impact two, confidence fifty per cent, effort four: score two hundred.',
    'Eight hundred times two times point five over four makes two hundred.',
    'Export: reach 800, impact 2, confidence 50 %, effort 4 weeks, so 200.',
    table('200').replace('| 800 |', '| 1 firm, 800 seats |'),
    table('175-225').replace('| 800 |', '| 600-1,000 |').replace('175-225', '200'),
    'Export = 800 × 2 × 50 % / 4 = 200',
    '800 x 2 x 0.5 = 800, /4 = 200',
    'Export: 800 people, 2, 50 %, 4 days → 200',
    table('200'),
    table('200').replace('reach | impact | confidence | effort', 'R | I | C | E'),
    'option  reach  impact  confidence  effort  score\nexport  50k  2  0.8  4  20k',
  ])('%j', answer => expect(value(answer)).toBe(1));
});

describe('one that does not is worth less than none', () => {
  test.each([
    'Export: reach 800, impact 2, confidence 50 %, effort 4 weeks, so the score is 900.',
    'Export: reach 800, impact 2, confidence 0.5, effort 4 = 900.',
    'A: reach 800, impact 2, confidence 50 %, effort 4, score 200; B: reach 40, impact 1, confidence 100 %, effort 1, score 90.',
    'Export = 800 × 2 × 50 % / 4 = 900',
    // Another formula, though the sum holds.
    'Export = 800 × 2 × 0.5 × 4 = 3,200',
    'Export comes to 800 x 2 = 900.',
    'Eight hundred times two times point five over four makes nine hundred.',
    table('900'),
    table('900').replace('| 800 |', '| 1 firm, 800 seats |'),
  ])('%j', answer => {
    const { value, missing, evidence } = reading(answer, spec);
    expect(value).toBeLessThan(0.5);
    expect(missing).toEqual(['a score that follows from the figures']);
    expect(evidence).not.toEqual([]);
  });
});

test('a sum without its brackets is meant as the formula has it', () => {
  const wsjf = {
    kind: 'arithmetic',
    quantities: ['value', 'urgency', 'risk', 'size'],
    formula: '(value + urgency + risk) / size',
    result: ['wsjf'],
  };
  expect(reading('Form: (5 + 13 + 3) / 3 = 7', wsjf).value).toBe(1);
  expect(reading('Form: 5 + 13 + 3 / 3 = 7', wsjf).value).toBe(1);
  expect(reading('Form: (5 + 13 + 3) / 3 = 12', wsjf).value).toBeLessThan(0.5);
});

describe('figures without a result are worth half', () => {
  test.each([
    ['Reach 800, impact 2, confidence 50 %, effort 4.', 0.5],
    ['Reach 800, impact 2.', 0.25],
    ['Reach, impact, confidence and effort.', 0],
    ['Export: 800 people, 2, 50 %, 4 days → 900', 0],
    ['There are some of them, and 2 x 3 = 6.', 0],
  ])('%j', (answer, expected) => expect(value(answer)).toBeCloseTo(expected));
});

describe('where the question gives the figures', () => {
  const prompt =
    '(A) an export: reach 60,000 users, impact 1, confidence 80 %, effort 4. (B) a map: reach 90,000, impact 0.5, confidence 100 %, effort 5.';
  test('results alone are enough', () => expect(value('A has 12,000 and B has 9k.', prompt)).toBe(1));
  test('wrong ones are not', () => expect(value('A has 18,000 and B has 7k.', prompt)).toBe(0));
  test('the figures of the question are no results', () =>
    expect(value('A has 60,000, B has 90,000.', prompt)).toBe(0));
  test('not even where they come to themselves', () =>
    expect(value('A has 5,000.', 'A: reach 5,000, impact 1, confidence 100 %, effort 1.')).toBe(0));
  test('a wrong sum stays wrong, whatever it comes to', () =>
    expect(value('A: 60,000 × 1 × 0.8 / 4 = 9,000', prompt)).toBeLessThan(0.5));
});

test('what stands in code is not checked', () =>
  expect(value('```go\n// 2 * 3 * 4 / 5 = 9\nx := 1\n```')).toBe(0));
