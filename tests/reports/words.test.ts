import { describe, expect, test } from 'vitest';
import { noScore, outcomeWord, scoreWord, time, timeOf } from '../../src/reports/words.ts';
import { scored } from './building.ts';

describe('times', () => {
  test.each([
    [0, '0:00'],
    [59.6, '1:00'],
    [754, '12:34'],
    [3900, '1:05:00'],
  ])('%d seconds are %s', (seconds, word) => {
    expect(time(seconds)).toBe(word);
  });

  test('say what went over', () => {
    expect(timeOf(65, 60)).toBe('1:05 of 1:00, 0:05 over');
    expect(timeOf(60.3, 60)).toBe('1:00 of 1:00');
  });
});

describe('an answer without a score', () => {
  const attempt = { answer: 'text', seconds: 1, budget: 1, outcome: 'answered' as const };

  test('is told by its cause, and never as a figure', () => {
    expect(noScore({ ...attempt, result: scored(50) }, true)).toBeUndefined();
    expect(noScore({ ...attempt, result: scored(null, { cause: 'not English' }) }, true)).toBe(
      'it could not be assessed (not English); it is left out of the scorecard',
    );
    const failed = scored(null, { status: 'error', cause: 'no network' });
    expect(noScore({ ...attempt, result: failed }, true)).toBe(
      'the judge failed (no network); it is left out of the scorecard',
    );
  });

  test('says that it counts where it was skipped or empty', () => {
    const skipped = { ...attempt, answer: '', outcome: 'skipped' as const, result: scored(null) };
    expect(noScore(skipped, true)).toBe('skipped; it counts as 0 in the scorecard');
    expect(noScore(skipped, false)).toBe('skipped');
    const empty = { ...attempt, answer: ' ', result: scored(null) };
    expect(noScore(empty, true)).toContain('nothing was written');
    expect(outcomeWord(empty)).toBe('handed in empty');
  });

  test('has a dash for a figure', () => {
    expect(scoreWord(null)).toBe('–');
    expect(scoreWord(0)).toBe('0');
  });
});
