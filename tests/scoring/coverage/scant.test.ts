/** A word or two are no proof: what any text has by chance must not be praised. */
import { expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';

const POINT = 'Asking for the time under the mutex keeps writes in order; outside, two could be swapped.';
const asked = {
  prompt: 'How does a cache with expiry stay right?',
  points: [
    { id: 'clock', text: [POINT], weight: 1, cues: [] },
    { id: 'brief', text: ['Amortised constant time.'], weight: 1, cues: [] },
  ],
  pitfalls: [],
};
const statusOf = (id: string, answer: string) =>
  readSubmission(submission(answer, asked)).points.find(it => it.id === id)?.status;

test('one word of a longer point does not prove it, nor do two that are the whole answer', () => {
  expect(statusOf('clock', 'We simply have one table, with a mutex there.')).toBe('missing');
  expect(statusOf('clock', '// written outside')).toBe('missing');
  expect(statusOf('clock', 'We ask for the time while we hold the mutex.')).toBe('covered');
});

test('a point of few words is made by few', () =>
  expect(statusOf('brief', 'It is constant.')).toBe('covered'));
