import { expect, test } from 'vitest';
import { calendarOf } from '../../../src/reports/progress/calendar.ts';
import { sample } from './sample.ts';

const NOW = Date.UTC(2026, 2, 20, 8, 5, 9);
const plan = sample().plan!;

test('each day with something to do is an event of a whole day, and the interview is one', () => {
  const text = calendarOf(plan, NOW);
  expect(text.match(/BEGIN:VEVENT/g)!.length).toBe(2);
  expect(text).toContain(
    'DTSTAMP:20260320T080509Z\r\nDTSTART;VALUE=DATE:20260320\r\nSUMMARY:mockloop: 15 minutes\r\n',
  );
  expect(text).toContain('DESCRIPTION:go/gc (10 min)\\ngo/map (5 min)\r\n');
  expect(text).toContain('DTSTART;VALUE=DATE:20260323\r\nSUMMARY:Interview');
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
});

test('no line is over 75 octets, and joined again they are what they were', () => {
  const question = `bank/${'ü'.repeat(60)},;x\r\nBEGIN:VEVENT`;
  const text = calendarOf({ ...plan, days: [{ day: '2026-03-20', items: [{ question, minutes: 5 }] }] }, NOW);
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  expect(text.replaceAll('\r\n ', '')).toContain(
    `DESCRIPTION:bank/${'ü'.repeat(60)}\\,\\;x\\nBEGIN:VEVENT (5 min)`,
  );
  expect(text.match(/^BEGIN:VEVENT/gm)!.length).toBe(2);
});
