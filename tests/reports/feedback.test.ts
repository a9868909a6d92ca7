import { describe, expect, test } from 'vitest';
import type { AnswerScore, Submission } from '../../src/model/score.ts';
import { columns } from '../../src/reports/columns.ts';
import { feedbackRows } from '../../src/reports/feedback.ts';
import { criterion, evidence, point, pointScore, question, rubric, scored } from './building.ts';

const ANSWER = 'A race is two accesses at once, and one of them writes.';
const RUBRICS = [
  rubric('technical', [
    ['coverage', 'Complete', 3, 'Count the parts first.'],
    ['depth', 'Depth', 2, 'Say why.'],
    ['clarity', 'Clarity', 1, 'One thought a sentence.'],
  ]),
];
const ASKED = question('race', {
  points: [
    point('order', 'No order between the two'),
    point('write', 'One of them is a write'),
    point('same', 'Both touch the same place'),
  ],
  pitfalls: [{ id: 'harmless', text: 'A race on a word is harmless' }],
});

function rowsFor(score: AnswerScore, width = 80, asked: Submission['asked'] = ASKED): string[] {
  return feedbackRows(
    { question: 'go/race', asked, aliases: {}, rubrics: RUBRICS, answer: ANSWER },
    score,
    width,
  );
}

const POINTS = [
  pointScore('order', 'missing'),
  pointScore('write', 'covered', [evidence(ANSWER, 'one of them writes')]),
  pointScore('same', 'partial', [evidence(ANSWER, 'two accesses')]),
];

describe('the headline', () => {
  test('is level, its name and score', () =>
    expect(rowsFor(scored(62.34))[0]).toBe('Level 3 of 4, there: 62.3 of 100'));

  test('says why there is no score', () => {
    expect(rowsFor(scored(null, { cause: 'Nothing was written.' }))).toEqual([
      'No score: Nothing was written.',
    ]);
    expect(rowsFor(scored(null))).toEqual(['No score: it could not be judged.']);
  });
});

describe('points', () => {
  test('there first, then in part, then missing, each with its quote', () => {
    expect(rowsFor(scored(50, { points: POINTS })).slice(1)).toEqual([
      '  + There: One of them is a write You: "one of them writes"',
      '  ~ In part: Both touch the same place You: "two accesses"',
      '  - Missing: No order between the two',
    ]);
  });

  test('stand for the criteria; these are told where there are none', () => {
    const criteria = [criterion('coverage', 90, 4, '2 of 2.'), criterion('depth', 20, 1, 'No why.')];
    expect(rowsFor(scored(50, { points: POINTS, criteria })).join('\n')).not.toContain('No why.');
    expect(rowsFor(scored(50, { criteria })).slice(1, 3)).toEqual([
      '  + Complete: 2 of 2.',
      '  - Depth: No why.',
    ]);
  });

  test('a criterion without a score is not told', () => {
    const [one] = [criterion('depth', 0, 1, 'Nothing to go by.')];
    const criteria = [{ ...one!, status: 'cannot-assess' as const, score: null, level: null }];
    expect(rowsFor(scored(50, { criteria }))).toHaveLength(1);
  });
});

test('warnings come before everything else', () => {
  const rows = rowsFor(
    scored(15, {
      points: POINTS,
      flags: [{ kind: 'echo', reason: 'The answer repeats the question.' }],
      pitfalls: [{ id: 'harmless', evidence: [], reason: '' }],
    }),
  );
  expect(rows.slice(1, 3)).toEqual([
    '  ! The answer repeats the question.',
    '  ! Pitfall: A race on a word is harmless',
  ]);
});

describe('advice', () => {
  test('for what was thin, the first two only, under a title of its own', () => {
    const criteria = ['coverage', 'depth', 'clarity'].map(id => criterion(id, 20, 1));
    const rows = rowsFor(scored(20, { criteria, points: POINTS }));
    expect(rows.slice(-4)).toEqual(['', 'Advice', '  Complete: Count the parts first.', '  Depth: Say why.']);
  });

  test('none for what was there', () => {
    expect(rowsFor(scored(90, { criteria: [criterion('depth', 90, 4)] }))).not.toContain('Advice');
  });
});

test.each([20, 40, 80])('no row is wider than %i columns', width => {
  const criteria = ['coverage', 'depth'].map(id => criterion(id, 20, 1, 'No why. '.repeat(20)));
  const flags = [{ kind: 'echo' as const, reason: '答えは質問を繰り返す。'.repeat(6) }];
  for (const points of [POINTS, []])
    for (const row of rowsFor(scored(20, { criteria, flags, points }), width))
      expect(columns(row), row).toBeLessThanOrEqual(width);
  const failed = scored(null, { status: 'error', cause: 'The server said\nno, and went away. '.repeat(3) });
  for (const row of rowsFor(failed, width)) expect(columns(row), row).toBeLessThanOrEqual(width);
  expect(rowsFor(failed, width).join('')).not.toContain('\n');
});

test('a text of several lines is one item, and steers nothing', () => {
  const asked = question('race', { points: [point('order', 'No order\n  - at\x1b[2J all')] });
  expect(rowsFor(scored(50, { points: [pointScore('order', 'missing')] }), 80, asked)[1]).toBe(
    '  - Missing: No order - at\\u001b[2J all',
  );
});
