/** What a judge says of one answer, and a line of a batch; later versions may add keys, so none is refused. */
import { z } from 'zod';
import { FLAG_KINDS } from '../model/score.ts';

const score = z.number().min(0).max(100).nullable();
export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const status = z.enum(['scored', 'cannot-assess', 'error']);

export const passage = z.object({
  start: z.int().min(0).describe('UTF-16 offset into the answer as given.'),
  end: z.int().min(0),
  quote: z.string().describe('Exactly that slice of the answer.'),
});
const evidence = z.array(passage);

const criterion = z.object({
  id: z.string().describe('The criterion; `rubric/criterion` where there are several rubrics.'),
  status,
  score,
  level: level.nullable(),
  confidence: z.number().min(0).max(1),
  evidence,
  missing: z.array(z.string()),
  reason: z.string(),
  by: z
    .object({ local: score, llm: score })
    .describe('Where two judges weighed it: what each gave by itself.')
    .exactOptional(),
});

const point = z.object({
  id: z.string(),
  status: z.enum(['covered', 'partial', 'missing']),
  inferred: z.literal(true).exactOptional(),
  score: z.number().min(0).max(1),
  evidence,
});

export const judgedBy = z.object({
  name: z.string(),
  version: z.string(),
  rubric: z.object({ id: z.string(), hash: z.string() }),
  fingerprint: z.string().describe('Of everything but the answer that decides the score.'),
  model: z.string().describe('Of a language model: as the server names it.').exactOptional(),
  temperature: z
    .number()
    .nullable()
    .describe('That it was really asked with; null where the server chose one.')
    .exactOptional(),
});

/** What was used of a model while a report was made; no part of any result. */
export const usage = z
  .object({
    model: z.string().describe('As it was asked for.'),
    calls: z.int().min(0).describe('Requests that were sent, repeats among them.'),
    prompt: z.int().min(0).describe('Tokens that were sent.'),
    completion: z.int().min(0).describe('Tokens that came back.'),
    cached: z.int().min(0).describe('Replies that were kept from before.'),
    cost: z
      .number()
      .min(0)
      .nullable()
      .describe('At most, in the currency of the prices; null without a price.'),
  })
  .describe('Where a model was asked.')
  .exactOptional();

const repeats = z
  .object({
    scores: z.array(z.number().min(0).max(100)),
    interval: z.tuple([z.number(), z.number()]).describe('95 % interval of their mean.'),
    agreement: z.number().min(0).max(1),
  })
  .describe('Where it was judged more than once.')
  .exactOptional();

const findings = {
  criteria: z.array(criterion),
  points: z.array(point),
  pitfalls: z.array(
    z.object({
      id: z.string(),
      evidence,
      reason: z.string(),
      inferred: z.literal(true).exactOptional(),
    }),
  ),
  keywords: z.array(z.object({ term: z.string(), use: z.enum(['explained', 'dropped', 'unused']) })),
  flags: z.array(z.object({ kind: z.enum(FLAG_KINDS), reason: z.string() })),
};

/** A score by itself, as a report holds it. */
export const answerShape = z.object({
  question: z.string(),
  status,
  score,
  level: level.nullable(),
  ...findings,
  judge: judgedBy,
  repeats,
  cause: z.string().describe('Why nothing could be scored.').exactOptional(),
});

const row = {
  id: z
    .string()
    .nullable()
    .describe('As the row names itself; null where it has none, or none that can be read.'),
  candidate: z.string().exactOptional(),
  group: z.string().exactOptional(),
  ...findings,
  repeats,
  file: z
    .string()
    .describe('Of a row that ended in an error: the input; - is standard input.')
    .exactOptional(),
  line: z.int().min(1).describe('Of a row that ended in an error: where it begins.').exactOptional(),
  input: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .describe('Of the row as it was read, by which an unfinished run is continued.')
    .exactOptional(),
};

const question = z.string().describe('`bank/question`, or the name of an inline question.');
const cause = z.string().describe('Why nothing could be scored.');

const scoredRow = z.object({
  ...row,
  question,
  status: z.literal('scored'),
  score: z.number().min(0).max(100),
  level,
  judge: judgedBy,
});

const unscored = { score: z.null(), level: z.null(), cause };
const unassessedRow = z.object({
  ...row,
  question,
  status: z.literal('cannot-assess'),
  ...unscored,
  judge: judgedBy,
});
const errorRow = z.object({
  ...row,
  question: question.nullable(),
  status: z.literal('error'),
  ...unscored,
  judge: judgedBy.nullable().describe('Null where no judge has seen the row.'),
});

/** A line of a batch. */
export const resultShape = z.discriminatedUnion('status', [scoredRow, unassessedRow, errorRow]);
