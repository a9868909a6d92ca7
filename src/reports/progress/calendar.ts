/** A practice plan as an iCalendar file (RFC 5545): one event a day, for the whole day, so that no time zone moves it. */
import type { PracticeDay, PracticePlan } from '../../model/progress.ts';
import { visible } from '../../model/unseen.ts';

const BREAK = '\r\n';

/** @param now Unix time in milliseconds, which the format wants in each event. */
export function calendarOf({ days, interview }: PracticePlan, now: number): string {
  const stamp = `${new Date(now).toISOString().replace(/[-:]|\.\d+/g, '')}`;
  const events = days.filter(it => it.items.length > 0).flatMap(it => eventOf(it, stamp));
  const last = event(interview, stamp, 'Interview', 'Nothing more to practise: sleep well.');
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//mockloop//practice plan//EN',
    ...events,
    ...last,
    'END:VCALENDAR',
  ]
    .map(it => `${folded(it)}${BREAK}`)
    .join('');
}

function eventOf({ day, items }: PracticeDay, stamp: string): string[] {
  const minutes = items.reduce((sum, it) => sum + it.minutes, 0);
  const told = items.map(it => `${it.question} (${it.minutes} min)`).join('\n');
  return event(day, stamp, `mockloop: ${minutes} minutes`, told);
}

const event = (day: string, stamp: string, summary: string, description: string): string[] => [
  'BEGIN:VEVENT',
  `UID:${day}@mockloop`,
  `DTSTAMP:${stamp}`,
  `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
  `SUMMARY:${escaped(summary)}`,
  `DESCRIPTION:${escaped(description)}`,
  'TRANSP:TRANSPARENT',
  'END:VEVENT',
];

/** RFC 5545, 3.3.11. */
const escaped = (text: string) =>
  visible(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n');

/** RFC 5545, 3.1: at most 75 octets a line; what goes on begins with a space. */
function folded(line: string): string {
  const rows = [''];
  let used = 0;
  for (const char of line) {
    const size = Buffer.byteLength(char);
    if (used + size > 74) {
      rows.push('');
      used = 0;
    }
    rows[rows.length - 1] += char;
    used += size;
  }
  return rows.join(`${BREAK} `);
}
