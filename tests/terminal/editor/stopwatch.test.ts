import { describe, expect, test } from 'vitest';
import { advanced, nextTick, skipped, startWatch } from '../../../src/terminal/editor/stopwatch.ts';

describe('the stopwatch', () => {
  test('goes on from what a draft has used', () => {
    expect(advanced(startWatch(2_000, 10), 1_010, false)).toEqual({
      used: 3_000,
      paused: 0,
      at: 1_010,
    });
  });

  test('counts a pause apart, however long', () => {
    expect(advanced(startWatch(0, 0), 60_000, true)).toEqual({
      used: 0,
      paused: 60_000,
      at: 60_000,
    });
  });

  test('takes what is more than five seconds late for a gap', () => {
    expect(advanced(startWatch(0, 0), 6_000, false)).toMatchObject({ used: 6_000 });
    expect(advanced(startWatch(0, 0), 6_001, false)).toMatchObject({ used: 1_000 });
  });

  test('takes all of a stop for a gap', () => {
    expect(skipped(startWatch(500, 0), 3_000)).toMatchObject({ used: 500, at: 3_000 });
  });

  test('stands still while the clock is set back', () => {
    expect(advanced(startWatch(500, 9_000), 1_000, false)).toEqual({
      used: 500,
      paused: 0,
      at: 1_000,
    });
  });

  test('ticks when a second of used time is full, and at the end', () => {
    expect(nextTick(startWatch(2_300, 0), Infinity)).toBe(700);
    expect(nextTick(startWatch(2_300, 0), 2_500)).toBe(200);
    expect(nextTick(startWatch(2_000, 0), 1_000)).toBe(1_000);
  });
});
