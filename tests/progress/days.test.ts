import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayAfter, dayOf, daysBetween, isDay } from '../../src/progress/days.ts';

describe('the day of a time', () => {
  const late = Date.UTC(2026, 2, 2, 23, 30);
  test.each([
    ['UTC', '2026-03-02'],
    ['Europe/Berlin', '2026-03-03'],
    ['America/New_York', '2026-03-02'],
    ['Pacific/Kiritimati', '2026-03-03'],
  ])('in %s is %s', (zone, day) => expect(dayOf(late, zone)).toBe(day));

  test('is the same all day when the clocks change', () => {
    // In Berlin 2026-03-29 has 23 hours and 2026-10-25 has 25.
    const days = (from: number, hours: number) =>
      Array.from({ length: hours }, (_, hour) => dayOf(from + hour * 3_600_000, 'Europe/Berlin'));
    expect(new Set(days(Date.UTC(2026, 2, 28, 23), 23))).toEqual(new Set(['2026-03-29']));
    expect(new Set(days(Date.UTC(2026, 9, 24, 22), 25))).toEqual(new Set(['2026-10-25']));
  });
});

test('days are added and counted by the calendar', () => {
  expect(dayAfter('2026-03-28', 2)).toBe('2026-03-30');
  expect(dayAfter('2026-12-31', 1)).toBe('2027-01-01');
  fc.assert(
    fc.property(fc.integer({ min: -5000, max: 5000 }), days => {
      expect(daysBetween('2026-10-25', dayAfter('2026-10-25', days))).toBe(days);
    }),
  );
});

test('a day is of the calendar', () =>
  expect(
    ['2027-01-15', '2028-02-29', '2027-02-29', '2027-02-30', '2027-13-01', '15.1.2027', ''].filter(isDay),
  ).toEqual(['2027-01-15', '2028-02-29']));
