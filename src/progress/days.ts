/** Days as people count them: in their own time zone, by the calendar, so that a change of the clocks moves nothing. */
import { InputError } from '../model/errors.ts';

const DAY = 24 * 60 * 60 * 1000;

/** A day as `2027-01-15`. */
export type Day = string;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The day of a time (Unix, milliseconds) in a time zone of the IANA list. Throws RangeError for a zone there is not. */
export function dayOf(at: number, zone: string): Day {
  const known = formats.get(zone);
  // Swedish dates are ISO 8601.
  const format = known ?? new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  if (!known) formats.set(zone, format);
  return format.format(at);
}

/** Noon of a day in UTC, milliseconds: a figure to count days with, and no time of anybody. */
export const noonOf = (day: Day): number => Date.parse(`${day}T12:00:00Z`);

/** The day so many days later. */
export function dayAfter(day: Day, days: number): Day {
  return new Date(noonOf(day) + days * DAY).toISOString().slice(0, 10);
}

/** Days from one to another; below 0 when the other was before. */
export const daysBetween = (from: Day, to: Day): number => Math.round((noonOf(to) - noonOf(from)) / DAY);

/** Whether it is a day of the calendar in that form: 2027-02-30 is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const noon = noonOf(text);
  return !Number.isNaN(noon) && new Date(noon).toISOString().startsWith(text);
}

/** Throws InputError for a text that is no day. */
export function checkDay(text: string): void {
  if (!isDay(text)) throw new InputError(`"${text}" is no day.`, 'Write it as 2027-01-15: year, month, day.');
}
