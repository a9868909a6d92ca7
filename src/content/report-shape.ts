/** The JSON report, which is a debrief as it is; later versions may add keys, so none is refused. Times in seconds. */
import { z } from 'zod';
import type { DebriefQuestion } from '../model/debrief.ts';
import { answerShape, level } from './result-shape.ts';

const score = z.number().min(0).max(100).nullable();
const seconds = z.number().min(0);

const pointAsked = z.object({
  id: z.string(),
  text: z.array(z.string()),
  weight: z.number(),
  cues: z.array(z.string()),
});

const asked = z.looseObject({
  id: z.string(),
  prompt: z.string(),
  points: z.array(pointAsked),
  pitfalls: z.array(z.looseObject({ id: z.string(), text: z.string() })),
  answer: z.array(z.string()),
});

const run = z
  .object({
    command: z.string(),
    end: z.enum(['passed', 'failed', 'time-up', 'too-much']),
    exit: z.int().nullable(),
    counts: z.object({ passed: z.int().min(0), failed: z.int().min(0) }).optional(),
    failing: z.array(z.string()),
    seconds,
    output: z.string().describe('At most about 16 000 characters: its beginning and its end.'),
    note: z.string(),
  })
  .describe('How the tests of a coding question ended on just this answer.');

const attempt = z.object({
  answer: z.string(),
  seconds,
  budget: seconds,
  outcome: z.enum(['answered', 'time-up', 'skipped']),
  run: run.optional(),
  untested: z.string().optional().describe('Why the tests of a coding question were not run on it.'),
  selfLevel: level.exactOptional().describe('What the candidate gave it before they saw the card.'),
  result: answerShape,
});

const chain = z.object({
  key: z
    .string()
    .describe('The first thing asked below the main question; the question itself where nothing was.'),
  layers: z.int().min(1).describe('Answers from the main one to the deepest.'),
  end: z.enum(['answered', 'open', 'admitted', 'wrong', 'skipped', 'out-of-time']),
});

const question = z
  .object({
    key: z.string(),
    kind: z.enum(['question', 'follow-up', 'probe', 'closing']),
    why: z.string(),
    question: asked.describe('As it was asked.'),
    rubrics: z.array(z.string()).describe('Ids into `rubrics` of the report.'),
    hints: z.array(z.string()),
    tries: z.array(attempt),
    chains: z.array(chain).optional().describe('Of a main question that was done with: how deep it went.'),
    get followUps(): z.ZodType<DebriefQuestion[]> {
      return z.array(question as unknown as z.ZodType<DebriefQuestion>);
    },
  })
  .meta({ id: 'Question' });

const round = z.object({
  id: z.string(),
  title: z.string(),
  interviewer: z.string(),
  budget: seconds,
  seconds,
  score,
  level: level.nullable(),
  votes: z.object({ before: level.nullable(), after: level.nullable() }),
  questions: z.array(question),
  notAsked: z.array(z.object({ refs: z.array(z.string()), why: z.string() })),
});

const selfScores = z
  .object({
    answers: z.int().min(1),
    higher: z.int().min(0),
    same: z.int().min(0),
    lower: z.int().min(0),
    difference: z.number().min(-3).max(3),
  })
  .describe('Own levels against judged ones, over first tries; above 0 the candidate overrates themselves.');

const standing = z.object({ id: z.string(), score, level: level.nullable(), answers: z.int().min(0) });

export const reportShape = z.object({
  kind: z.literal('debrief'),
  session: z.string(),
  loop: z.object({ id: z.string(), title: z.string() }),
  level: z.string(),
  mode: z.enum(['coach', 'real']),
  scale: z.number(),
  startedAt: z.iso.datetime(),
  finished: z.boolean(),
  score,
  rounds: z.array(round),
  warmUp: question.exactOptional().describe('Answered before the first round; in no figure.'),
  selfScores: selfScores.exactOptional(),
  rubrics: z.record(z.string(), z.looseObject({ title: z.string(), hash: z.string() })),
  competencies: z.array(standing),
  principles: z.array(standing),
  outcome: z.null().describe('Null until there is a debrief with votes.'),
  workOn: z.array(z.object({ question: z.string(), title: z.string(), why: z.string(), advice: z.string() })),
  judge: z.object({ name: z.string(), version: z.string() }),
  versions: z.object({ mockloop: z.string() }),
});
