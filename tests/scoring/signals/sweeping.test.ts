import { expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const pitfalls = [{ id: 'each-time', text: 'Every append allocates a new array' }];
const touched = (answer: string) =>
  readSubmission(submission(answer, { prompt: 'What does append do to a slice?', pitfalls })).pitfalls.length;

test('what is said of all cases is claimed by who says it of all', () =>
  expect(touched('Every append allocates a new array and copies.')).toBe(1));

test.each([
  'append allocates a new array only when the old one is full.',
  'append writes into the backing array when there is capacity, and otherwise allocates a new array.',
])('and not by who says it of some: %s', answer => expect(touched(answer)).toBe(0));
