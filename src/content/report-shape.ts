/** The JSON report, which is a debrief as it is; later versions may add keys, so none is refused. Times in seconds. */
import { z } from 'zod';
import { type DebriefQuestion, VERDICTS } from '../model/debrief.ts';
import { answerShape, level, passage, usage } from './result-shape.ts';

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
    kind: z.enum(['opening', 'question', 'follow-up', 'probe', 'closing']),
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

const ground = z.object({
  question: z.string(),
  about: z.string(),
  told: z.string(),
  found: passage.exactOptional().describe('Absent for what is missing.'),
});

const demand = z
  .object({
    id: z.string(),
    title: z.string(),
    wants: z.string(),
    score: score.describe('Null where nothing that was asked could show it.'),
    bar: z.number(),
    answers: z.int().min(0),
    seen: z.array(ground),
  })
  .describe('What a level wants beside good answers.');

const assessment = z
  .object({
    competencies: z.array(z.string()),
    principles: z.array(z.string()),
    figure: score.describe('The score of the round with what the level wants weighed in.'),
    demands: z.array(demand),
    for: z.array(ground),
    against: z.array(ground),
  })
  .describe('Written from this round alone.');

const votes = z
  .object({
    before: level.nullable(),
    after: level.nullable(),
    figure: score.describe('What `after` is read off.'),
    moved: z.array(ground.extend({ round: z.string() })).describe('What of other rounds moved the vote.'),
  })
  .describe('1 strong no hire, 2 no hire, 3 hire, 4 strong hire.');

const bar = z.object({
  level: z.string().describe('Empty for the general bar.'),
  below: z.string().nullable(),
  cuts: z.array(z.number()).length(3).describe('Where the votes 2, 3 and 4 begin; the second is the bar.'),
});

const conditions = z.array(z.object({ id: z.string(), told: z.string(), met: z.boolean() }));

const outcome = z.object({
  verdict: z.enum(VERDICTS),
  hiredAt: z.string().nullable(),
  why: z.string(),
  barRaiser: z.object({ round: z.string(), marked: z.boolean() }).nullable(),
  bar,
  whole: score.describe('Mean of the figures after reading.'),
  demands: z.array(demand),
  conditions: conditions.describe("Against the bar of the loop's level."),
  lower: z.object({ bar, conditions }).nullable().describe('Null where one level lower was not asked.'),
});

const earlier = z
  .array(
    z.object({
      session: z.string(),
      startedAt: z.string(),
      loop: z.object({ id: z.string(), title: z.string() }),
      score: z.number().min(0).max(100),
      reworded: z.array(z.string()).describe('Rubrics that had another text then.'),
    }),
  )
  .describe('Interviews before this one, oldest first, by the same judge and version.');

const exercise = z.object({
  question: z.string().nullable().describe('Main question to answer again.'),
  content: z.array(z.string()).exactOptional().describe('What --content named when it was asked.'),
  task: z.string(),
  probe: z.string().nullable().describe('What to have an answer ready to.'),
});

const habit = z.object({
  id: z.string(),
  title: z.string(),
  answers: z.int().min(0),
  of: z.int().min(0),
  seen: z.array(ground),
  before: z
    .object({ interviews: z.int().min(1), of: z.int().min(1) })
    .exactOptional()
    .describe('In how many of the interviews of `earlier` it came back too.'),
  exercise,
});

const round = z.object({
  id: z.string(),
  title: z.string(),
  interviewer: z.string(),
  budget: seconds,
  seconds,
  score,
  level: level.nullable(),
  votes,
  assessment: assessment.nullable(),
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
  earlier: earlier.exactOptional(),
  rubrics: z.record(z.string(), z.looseObject({ title: z.string(), hash: z.string() })),
  competencies: z.array(standing),
  principles: z.array(standing),
  outcome: outcome.nullable().describe('Null before the end, and after a single round or question.'),
  recurring: z.array(habit).describe('What came back in several answers, the most frequent first.'),
  workOn: z.array(
    z.object({ question: z.string(), title: z.string(), why: z.string(), advice: z.string(), exercise }),
  ),
  judge: z.object({ name: z.string(), version: z.string() }),
  usage,
  versions: z.object({
    mockloop: z.string(),
    debrief: z.string().describe('Of the rules by which votes and outcome follow from scores.'),
  }),
});
