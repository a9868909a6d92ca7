import { expect, test } from 'vitest';
import { evaluate } from '../../../src/scoring/text/formula.ts';

const values = new Map([
  ['reach', 800],
  ['effort', 4],
]);

test.each([
  ['reach / effort', 200],
  ['2 * (reach - 100) / 7', 200],
  ['1 + 2 * 3', 7],
  ['-effort', -4],
])('%s', (formula, expected) => expect(evaluate(formula, values)).toBe(expected));

test.each(['reach / 0', 'reach * unknown', 'reach reach', '', '(reach'])('"%s" has no value', formula =>
  expect(evaluate(formula, values)).toBeUndefined(),
);
