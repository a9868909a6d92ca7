/** The debrief of a pack as JSON; later versions may add keys, so none is refused. */
import { z } from 'zod';
import { level } from './result-shape.ts';

const count = z.int().min(0);
const mean = z.number().min(1).max(4);
const share = z.number().min(0).max(1).nullable();

const marked = z.object({
  criterion: z.string().describe('With its rubric where a question has several: `rubric/criterion`.'),
  title: z.string(),
  anchors: z.record(z.enum(['1', '2', '3', '4']), z.string()),
  weight: z.number(),
  marks: z.array(z.object({ interviewer: z.string(), level, note: z.string() })),
  mean,
  apart: z.int().min(0).max(3).describe('Highest level less the lowest.'),
});

const candidate = z.object({
  candidate: z.string().describe('Empty where the scorecards name nobody.'),
  questions: z.array(
    z.object({
      question: z.string(),
      prompt: z.string(),
      criteria: z.array(marked),
      mean: mean.describe('Over the criteria, by their weights.'),
    }),
  ),
  mean: mean.describe('Over the questions.'),
  interviewers: z.array(
    z.object({
      interviewer: z.string(),
      marks: count,
      mean: mean.describe('Over the questions, of what this one marked, by the same weights.'),
    }),
  ),
});

const interval = z
  .object({
    low: z.number(),
    high: z.number(),
    drawn: z.enum(['candidates', 'answers']).describe('What was drawn anew.'),
    units: count.describe('How many of them there are.'),
    times: count.describe('Draws.'),
  })
  .nullable()
  .describe('95 %, of alpha; null where it is too little to tell one.');

const agreement = z.object({
  units: count.describe('Criteria of answers that at least two interviewers marked.'),
  alpha: z.number().max(1).nullable().describe("Krippendorff's alpha for ordered levels."),
  why: z.string().optional().describe('Why it is null.'),
  interval,
  same: share.describe('Of all pairs of marks for the same thing: the same level.'),
  withinOne: share.describe('At most one level apart.'),
});

export const packDebriefShape = z.object({
  kind: z.literal('pack-debrief'),
  pack: z.object({ id: z.string(), title: z.string(), level: z.string(), form: count, forms: count }),
  candidates: z.array(candidate),
  agreement,
  severity: z.array(
    z.object({
      interviewer: z.string(),
      units: count.describe('Criteria of answers that others marked, too.'),
      difference: z
        .number()
        .nullable()
        .describe('Mean of own level less the mean of the others: below 0 is stricter.'),
    }),
  ),
  badRows: z.array(z.object({ file: z.string(), line: z.int().min(1), message: z.string() })),
  blank: count.describe('Rows left without a level.'),
});
