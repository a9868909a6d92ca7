/** What `progress`, `review --list` and `stories` tell as JSON; later versions may add keys, so none is refused. */
import { z } from 'zod';
import { CARD_KINDS, LINE_KINDS, RESULTS } from '../model/progress.ts';
import { level } from './result-shape.ts';

const count = z.int().min(0);
const score = z.number().min(0).max(100);
const day = z.iso.date();
const named = z.array(z.string());

const line = z.object({
  id: z.string(),
  answers: count.describe('Main answers that speak for it.'),
  scores: z.array(score).describe('The mean of each interview that asked for it, the oldest first.'),
  now: score.describe('Mean of the last five answers.'),
  before: score
    .nullable()
    .describe('The same as it stood a week ago; null when there was nothing then, or nothing since.'),
  gap: score.describe('What is missing to the bar.'),
  seconds: z
    .number()
    .min(0)
    .nullable()
    .describe('Median time of an answer, of those that came in as the last one did; null where none did.'),
});

const plan = z.object({
  interview: day,
  minutesADay: z.int().min(1),
  days: z.array(z.object({ day, items: z.array(z.object({ question: z.string(), minutes: z.number() })) })),
  tooLong: named.describe('Questions that take longer than a day has.'),
});

const outcome = z.object({
  date: day,
  company: z.string(),
  round: z.string().describe('Empty for the whole.'),
  result: z.enum(RESULTS),
  note: z.string(),
});

export const progressShape = z.object({
  kind: z.literal('progress'),
  day: day.describe('Today, as your calendar has it.'),
  judge: z.string().nullable().describe('Name and version; null without answers.'),
  level: z.string().describe('The level whose bar is set beside the scores; empty for the general bar.'),
  bar: score.describe('The score that a hire begins with.'),
  sessions: count,
  answers: count.describe('Main answers that are compared.'),
  input: z
    .enum(['typed', 'dictated', 'plain', 'scripted'])
    .nullable()
    .describe('How the answers came in whose times are told.'),
  lines: z.record(z.enum(LINE_KINDS), z.array(line).describe('The weakest first.')),
  interviews: z.array(z.object({ session: z.string(), day, score })),
  setAside: z.array(z.object({ why: z.string(), answers: count })).describe('What is not compared.'),
  unjudged: count.describe('Answers that no judge could judge.'),
  waiting: count.describe('Answers that a judge who costs has not judged yet.'),
  skipped: z.array(z.object({ what: z.string(), why: z.string() })).describe('What could not be read.'),
  outcomes: z.array(outcome),
  plan: plan.nullable().describe('Null without --interview-on.'),
});

const card = z.object({
  id: z.string().describe('`bank/question`, `principle:ID` or `part:rubric/criterion`.'),
  kind: z.enum(CARD_KINDS),
  due: day,
  recall: z.number().min(0).max(1).describe('The chance that it is recalled today, as FSRS estimates it.'),
  answers: count,
  lapses: count.describe('How often it was known before and then was at level 1.'),
  level: level.describe('Of the last answer.'),
  suspended: z.boolean(),
});

export const reviewShape = z.array(card).describe('What `mockloop review --list --json` prints.');

const story = z.object({
  id: z.string(),
  title: z.string(),
  parts: z.record(z.string(), z.string()),
  principles: named,
  question: z.string().exactOptional().describe('That it was told for.'),
});

export const storiesShape = z
  .object({
    stories: z.array(story),
    without: named.describe('Principles of the loops that no story shows.'),
    overused: z.array(z.object({ id: z.string(), principles: named })),
    suggested: z.array(z.object({ question: z.string(), principles: named, score })),
    closing: z
      .array(z.object({ round: z.string().describe('`loop/round`.'), questions: named }))
      .describe('What you will ask at the end of a round.'),
    withoutClosing: named.describe('Rounds of the same loops with fewer than two such questions.'),
  })
  .describe('What `mockloop stories --json` prints.');
