/** One row of answers to be judged in bulk (docs/formats.md). */
import { z } from 'zod';
import { questionShape } from './bank-shape.ts';
import { id, keys, questionRef, text } from './basic-shapes.ts';

const { coding: _coding, ...ofBank } = questionShape.shape;

/** A question written out beside its answer: as in a bank, without code to be run. */
export const inlineShape = keys({ ...ofBank, id: id.exactOptional() });

export const answersShape = keys({
  id: z.string().exactOptional().describe('Copied to the result.'),
  question: z.union([questionRef, inlineShape]).describe('A question of a bank, or one given here.'),
  answer: z.string(),
  candidate: text.exactOptional(),
  group: text.exactOptional(),
  seconds: z.number().min(0).exactOptional().describe('Time used.'),
});
