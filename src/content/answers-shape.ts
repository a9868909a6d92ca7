/** One row of answers to be judged in bulk (docs/formats.md): what src/batch/row.ts takes. */
import { z } from 'zod';
import { questionShape } from './bank-shape.ts';
import { id, keys, oneOrMore, text } from './basic-shapes.ts';

const { coding: _coding, ...ofBank } = questionShape.shape;

/** A question written out beside its answer: as in a bank, without code to be run. */
export const inlineShape = keys({ ...ofBank, id: id.exactOptional() });

/** As good as left out. */
const none = z.union([z.literal(''), z.null()]);

/** Where all is text, as in CSV, numbers are, too. */
const numeral = z.string().regex(/^\s*(?:[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?)?\s*$/, 'a number');

const name = z
  .string()
  .regex(
    /^[a-z0-9][a-z0-9-]*(?:\/[a-z0-9][a-z0-9-]*)*$/,
    'a question as `bank/question`, or a follow-up of it',
  );

const grade = z.union([z.number(), numeral, z.null()]).exactOptional();

const ofAnyRow = {
  id: z.union([z.string(), z.number(), z.null()]).exactOptional().describe('Copied to the result.'),
  answer: z.string(),
  candidate: z.string().nullable().exactOptional(),
  group: z.string().nullable().exactOptional().describe('Never seen by a judge.'),
  seconds: z
    .union([z.number().min(0), numeral, z.null()])
    .exactOptional()
    .describe('Time used.'),
  human: grade.describe('What a person gave it, on any scale where more is better.'),
  human2: grade.describe('What a second person gave it.'),
};

export const answersShape = z
  .union([
    z.looseObject({
      ...ofAnyRow,
      question: z
        .union([name, z.int().min(0), inlineShape])
        .describe('A question of a bank, or one given here.'),
      prompt: none.exactOptional(),
      reference: none.exactOptional(),
    }),
    z.looseObject({
      ...ofAnyRow,
      question: none.exactOptional(),
      prompt: text.describe('In place of `question`: what was asked, in its own words.'),
      reference: z
        .union([oneOrMore(text), none])
        .exactOptional()
        .describe('The model answer to it.'),
    }),
  ])
  .describe(
    'One row of answers for `mockloop evaluate` and `mockloop calibrate`. Further keys are not read. The file for `mockloop practice --answers` is another: a map from what is asked to the answer.',
  );
