/** A calibration as JSON; later versions may add keys, so none is refused. */
import { z } from 'zod';
import { MEASURES, MOST_BIASES, MOST_DISAGREEMENTS, MOST_UNMEASURED } from '../model/calibration.ts';
import { judgedBy } from './result-shape.ts';

const rows = z.int().min(0);
const share = z.number().min(0).max(1);

const figure = z
  .object({ value: z.number().nullable(), interval: z.tuple([z.number(), z.number()]).nullable() })
  .describe('A figure and its 95 % interval; null where undefined, or where the rows are too few.');

const measures = Object.fromEntries(MEASURES.map(it => [it, figure])) as Record<
  (typeof MEASURES)[number],
  typeof figure
>;

const agreement = z.object({ rows, ...measures });

const bias = z.array(
  z.object({
    id: z.string(),
    prompt: z.string().exactOptional().describe('Of an inline question.'),
    rows,
    human: z.number().describe('Mean of the grades.'),
    judge: z.number().describe('Mean of the scores, on the scale of the grades.'),
    error: figure.describe('Mean of judge less human.'),
    apart: figure.describe('That, less the mean over all other rows.'),
    distinct: z.boolean().describe('Whether `apart` is more than chance, allowing for the number looked at.'),
  }),
);

const disagreement = z.object({
  id: z.string().nullable(),
  question: z.string(),
  prompt: z.string().exactOptional().describe('Of an inline question.'),
  place: z.string().exactOptional().describe('`file:line`.'),
  human: z.number(),
  score: z.number().min(0).max(100),
  judge: z.number().describe('The score on the scale of the grades.'),
  places: z
    .object({ human: share, judge: share })
    .describe('The share of rows that each puts below it, and half of those level with it.'),
  why: z.array(z.string()),
  answer: z.string(),
});

const unmeasured = z
  .object({
    id: z.string().nullable(),
    question: z.string(),
    place: z.string().exactOptional().describe('`file:line`.'),
    status: z.enum(['error', 'cannot-assess']),
    cause: z.string(),
  })
  .describe('A row that should have been measured and could not be.');

const tried = z.object({
  cuts: z.tuple([z.number(), z.number(), z.number()]).nullable(),
  kappa: figure,
  accuracy: figure.describe('Share of answers on the very same level.'),
});
const half = z.object({ questions: rows, rows });

const fit = z.union([
  z.object({ refused: z.string() }),
  z.object({
    cuts: z.tuple([z.number(), z.number(), z.number()]),
    fittedOn: half,
    triedOn: half,
    before: tried,
    after: tried,
    gain: figure,
    verdict: z.enum(['better', 'worse', 'undecided']),
  }),
]);

export const calibrationShape = z.object({
  kind: z.literal('calibration'),
  rows: z.object({ read: rows, scored: rows, cannotAssess: rows, errors: rows, ungraded: rows }),
  unmeasured: z.array(unmeasured).max(MOST_UNMEASURED),
  questions: rows,
  lowGraded: rows.describe('Questions of five rows or more without a grade above the middle of the range.'),
  range: z.object({ least: z.number(), most: z.number(), from: z.enum(['given', 'data']) }),
  steps: z.object({ values: z.array(z.number()), from: z.enum(['grades', 'even']) }).describe('Of kappa.'),
  resampled: z.object({ unit: z.enum(['questions', 'answers']), times: rows }),
  judge: agreement,
  constant: agreement.extend({ grade: z.number().nullable() }).describe('The mean grade for every answer.'),
  length: agreement.describe('The number of words instead of a judge.'),
  humans: agreement.nullable().describe('The second human against the first.'),
  lead: z
    .object({ constant: figure, length: figure, humans: figure.nullable() })
    .describe('How much the judge is ahead: in RMSE, in pairs, in kappa.'),
  bias: z.object({
    all: figure,
    lengths: bias,
    questions: bias.max(MOST_BIASES),
    groups: bias.max(MOST_BIASES),
    more: z.object({ questions: rows, groups: rows }),
  }),
  disagreements: z.array(disagreement).max(MOST_DISAGREEMENTS),
  fit: fit.nullable(),
  gate: z
    .object({
      under: z.number(),
      verdict: z.enum(['passed', 'failed', 'undecided']),
      why: z.string(),
      rowsNeeded: rows.nullable(),
    })
    .nullable(),
  judges: z.array(z.object({ name: z.string(), version: z.string() })),
  rubrics: z.array(judgedBy.shape.rubric),
  versions: z.object({ mockloop: z.string() }),
});
