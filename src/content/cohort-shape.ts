/** Many answers as one JSON document; later versions may add keys, so none is refused. */
import { z } from 'zod';
import { HISTOGRAM_BINS, MOST_NAMES } from '../model/cohort.ts';
import { FLAG_KINDS } from '../model/score.ts';
import { judgedBy, resultShape, usage } from './result-shape.ts';

const rows = z.int().min(0);
const figure = z.number().min(0).max(100).nullable();
const levels = z.tuple([rows, rows, rows, rows]).describe('Rows at levels 1, 2, 3 and 4.');

const tally = z.object({
  rows,
  scored: rows,
  cannotAssess: rows,
  errors: rows,
  mean: figure.describe('Null where no row was scored.'),
  interval: z
    .tuple([z.number(), z.number()])
    .nullable()
    .describe("95 % interval of the mean (Student's t), within 0 to 100; null under two scored rows."),
});

const named = tally.extend({ id: z.string() });

const tableOf = <Item extends z.ZodType>(item: Item) =>
  z.object({
    listed: z.array(item).max(MOST_NAMES).describe('In the order of their first row.'),
    more: rows.describe('Rows of names that are not listed.'),
  });

const criterion = z.object({
  id: z.string().describe('`rubric/criterion`.'),
  scored: rows,
  mean: figure,
  levels,
});

const cohort = z.object({
  kind: z.literal('cohort'),
  all: tally,
  failed: rows.describe('Rows that --fail-any-under or --fail-criterion does not let through.'),
  deviation: z
    .number()
    .min(0)
    .nullable()
    .describe('Standard deviation of the scores as a sample; null under two.'),
  least: figure,
  median: figure,
  most: figure,
  histogram: z
    .array(rows)
    .length(HISTOGRAM_BINS)
    .describe('Scores 0 to 100 in equal steps; 100 is in the last.'),
  levels,
  questions: tableOf(named.extend({ prompt: z.string() })),
  criteria: z.array(criterion).describe('Over the scored rows whose rubric has them.'),
  candidates: tableOf(named),
  groups: tableOf(named),
  flags: z.array(z.object({ kind: z.enum(FLAG_KINDS), rows })),
  judges: z.array(judgedBy.pick({ name: true, version: true, model: true })),
  rubrics: z.array(judgedBy.shape.rubric),
  usage,
  versions: z.object({ mockloop: z.string() }),
});

export const cohortShape = z.object({
  rows: z.array(resultShape).describe('In the order of the input.'),
  cohort,
});
