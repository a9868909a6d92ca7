import { z } from 'zod';
import { id, keys, minutes, questionType, text, texts } from './basic-shapes.ts';

const ref = z.string().regex(/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/, 'a question as `bank/question`');
const count = z.int().min(1).max(1000);
const wish = keys({
  minutes,
  closing: z.number().min(0).max(600),
  level: text.exactOptional(),
  competencies: texts.default([]),
  principles: texts.default([]),
  banks: z.array(id).exactOptional(),
  types: z.array(questionType).exactOptional(),
  difficulty: z.tuple([z.int().min(1).max(5), z.int().min(1).max(5)]).exactOptional(),
}).describe('What the questions were chosen by; a loop has none.');
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
  wish: wish.exactOptional(),
  from: id.exactOptional().describe('The loop that the rounds were taken from.'),
  others: z.array(ref).exactOptional().describe('What could have been asked instead, when it was built.'),
  files: z
    .record(text, z.string().regex(/^[0-9a-f]{64}$/, 'a SHA-256 in hexadecimal digits'))
    .describe('SHA-256 of every other file by its path.'),
});
