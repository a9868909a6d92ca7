import { z } from 'zod';
import { keys, text } from './basic-shapes.ts';

/** An interviewer says these things aloud: none is longer than a breath or two. */
const name = text.max(80);
const phrase = text.max(300);

const project = keys({
  title: name,
  what: phrase.describe('What it is or does.'),
  role: phrase.exactOptional().describe('Your own part in it.'),
  numbers: z.array(phrase).max(10).default([]).describe('Results with figures.'),
  terms: z
    .array(name)
    .max(30)
    .default([])
    .describe('What it has to do with: a round that is about these takes it up before others.'),
});

export const profileShape = keys({
  kind: z.literal('profile'),
  level: name.exactOptional().describe('As loops name levels: L5.'),
  role: name.exactOptional(),
  years: z.number().min(0).max(70).exactOptional(),
  stack: z.array(name).max(30).default([]),
  projects: z.array(project).max(30).default([]),
});
