/** What a judge says of one answer, as it is written out; later versions may add keys, so none is refused. */
import { z } from 'zod';
import { FLAG_KINDS } from '../model/score.ts';

const score = z.number().min(0).max(100).nullable();
export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]);
const status = z.enum(['scored', 'cannot-assess', 'error']);

const evidence = z.array(
  z.object({
    start: z.int().min(0).describe('UTF-16 offset into the answer as given.'),
    end: z.int().min(0),
    quote: z.string().describe('Exactly that slice of the answer.'),
  }),
);

const criterion = z.object({
  id: z.string().describe('The criterion; `rubric/criterion` where there are several rubrics.'),
  status,
  score,
  level: level.nullable(),
  confidence: z.number().min(0).max(1),
  evidence,
  missing: z.array(z.string()),
  reason: z.string(),
});

const point = z.object({
  id: z.string(),
  status: z.enum(['covered', 'partial', 'missing']),
  inferred: z.literal(true).exactOptional(),
  score: z.number().min(0).max(1),
  evidence,
});

const judgedBy = z.object({
  name: z.string(),
  version: z.string(),
  rubric: z.object({ id: z.string(), hash: z.string() }),
  fingerprint: z.string().describe('Of everything but the answer that decides the score.'),
});

/** A score by itself; a line of a batch adds the row's `id` and `candidate`, and `line` for a row that is no answer. */
export const resultShape = z.object({
  question: z.string(),
  status,
  score,
  level: level.nullable(),
  criteria: z.array(criterion),
  points: z.array(point),
  pitfalls: z.array(z.object({ id: z.string(), evidence, reason: z.string() })),
  keywords: z.array(z.object({ term: z.string(), use: z.enum(['explained', 'dropped', 'unused']) })),
  flags: z.array(z.object({ kind: z.enum(FLAG_KINDS), reason: z.string() })),
  judge: judgedBy,
  cause: z.string().describe('Why nothing could be scored.').exactOptional(),
});
