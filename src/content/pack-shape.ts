import { z } from 'zod';
import { id, keys, minutes, text } from './basic-shapes.ts';

const ref = z.string().regex(/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/, 'a question as `bank/question`');
const count = z.int().min(1).max(1000);
const gap = keys({ kind: z.enum(['competency', 'principle']), id: text, why: text });

export const packShape = keys({
  kind: z.literal('pack'),
  id,
  title: text,
  company: text.exactOptional(),
  date: text.exactOptional(),
  level: z.string().default(''),
  minutes: minutes.describe('Of the whole interview, breaks left out.'),
  form: count.describe('Which of the equal forms this is, from 1.'),
  forms: count,
  seed: z.int(),
  madeWith: text.describe('Version of mockloop.'),
  loop: id.describe('The loop in content/.'),
  questions: z.array(ref).min(1).describe('In the order in which they are asked.'),
  rubrics: z.array(id),
  missing: z.array(gap).default([]).describe('Asked for, and shown by no question.'),
  files: z
    .record(text, z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal digits'))
    .describe('SHA-256 of every other file by its path.'),
});
