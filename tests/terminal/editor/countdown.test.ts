import { expect, test } from 'vitest';
import { countdown } from '../../../src/terminal/editor/countdown.ts';

test.each([
  [754, 3_600, '12:34 left', 'calm'],
  [3_723, 7_200, '1:02:03 left', 'calm'],
  [600, 600, '10:00 left', 'calm'],
  [599.2, 600, '10:00 left', 'calm'],
  [120, 600, '2:00 left', 'calm'],
  [119.9, 600, '2:00 left', 'soon'],
  [10, 600, '0:10 left', 'soon'],
  [9.9, 600, '0:10 left', 'now'],
  [0.1, 600, '0:01 left', 'now'],
  [0, 600, '+0:00 over', 'now'],
  [-42.9, 600, '+0:42 over', 'now'],
  [-3_600, 600, '+1:00:00 over', 'now'],
])('%d s left of %d s: %s, %s', (left, budget, words, tone) => {
  expect(countdown(left, budget)).toEqual({ words, tone });
});

test.each([
  [754, '12 min left'],
  [59, 'under a minute left'],
  [9, 'under 10 seconds left'],
  [-1, 'time is over'],
  [-61, '1 min over'],
])('%d s left in words that last: %s', (left, words) => {
  expect(countdown(left, 900, true).words).toBe(words);
});
