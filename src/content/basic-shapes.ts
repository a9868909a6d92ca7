/** The small shapes that banks, loops and rubrics are made of. */
import { z } from 'zod';
import { ID, QUESTION_TYPES } from '../model/content.ts';

/** An id within one file. */
export const id = z.string().regex(ID, 'a name of lower-case letters, digits and dashes');

/** `bank/question`, or a bare question id. */
export const questionRef = z
  .string()
  .regex(/^([a-z0-9][a-z0-9-]*\/)?[a-z0-9][a-z0-9-]*$/, 'a question as `bank/question`');

/** What the shape says of a blank text; told in better words by issues.ts. */
export const NOT_BLANK = 'text that is not blank';
export const text = z.string().regex(/\S/, NOT_BLANK);
export const texts = z.array(text);

/** Where the content of a file comes from: for people, never judged. */
export const sources = texts
  .min(1)
  .exactOptional()
  .describe('Where the content comes from, for whoever checks or borrows it.');

/** A list of at least one, or a single value instead of a list of one. */
export function oneOrMore<Item extends z.ZodType<string>>(item: Item) {
  return z.union([item, z.array(item).min(1)]).transform(value => (Array.isArray(value) ? value : [value]));
}

export const questionType = z.enum(QUESTION_TYPES);
export const minutes = z.number().positive().max(600);

/**
 * A map with these keys and no others. The message of an unknown key lists the known ones, for the nearest to be found.
 */
export function keys<Shape extends z.core.$ZodLooseShape>(shape: Shape) {
  const known = Object.keys(shape).join(' ');
  return z.strictObject(shape, { error: issue => (issue.code === 'unrecognized_keys' ? known : undefined) });
}

/** For maps whose title may be left out: it is the id then. */
export function titled<T extends { id: string; title?: string }>(
  it: T,
): Omit<T, 'title'> & { title: string } {
  return { ...it, title: it.title ?? it.id };
}
