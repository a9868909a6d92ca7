/** One row of answers to be judged in bulk (docs/formats.md). */
import { z } from 'zod';
import { questionShape } from './bank-shape.ts';
import { keys, questionRef, text } from './basic-shapes.ts';

const inline = questionShape.omit({ coding: true }).partial({ id: true });

export const answersShape = keys({
  id: z.string().exactOptional().describe('Copied to the result.'),
  question: z.union([questionRef, inline]).describe('A question of a bank, or one given here.'),
  answer: z.string(),
  candidate: text.exactOptional(),
  group: text.exactOptional(),
  seconds: z.number().min(0).exactOptional().describe('Time used.'),
});
