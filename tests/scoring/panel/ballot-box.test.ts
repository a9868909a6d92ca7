import { expect, test } from 'vitest';
import { ballotBox } from '../../../src/scoring/panel/ballot-box.ts';

test('gives the letters by seat when all are in', () => {
  const box = ballotBox<string>(2);
  box.post(1, 'second');
  box.post(0, 'first');
  expect(box.open()).toEqual(['first', 'second']);
});

test('shows nothing while one is missing', () => {
  const box = ballotBox<string>(2);
  box.post(0, 'first');
  expect(() => box.open()).toThrow('1 of 2 are not in yet.');
  expect(JSON.stringify(box)).toBe('{}');
});

test('takes no letter after it was opened, none twice and none from a stranger', () => {
  const box = ballotBox<string>(1);
  expect(() => box.post(1, 'stranger')).toThrow('Seat 1 cannot post here.');
  box.post(0, 'only');
  expect(() => box.post(0, 'again')).toThrow('Seat 0 cannot post here.');
  box.open();
  expect(() => box.post(0, 'late')).toThrow('seat 0 may have read the others');
});
