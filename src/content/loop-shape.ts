import { z } from 'zod';
import {
  id,
  keys,
  minutes,
  questionRef,
  questionType,
  sources,
  text,
  texts,
  titled,
} from './basic-shapes.ts';

const difficulty = z.int().min(1).max(5);

const draw = keys({
  banks: z.array(id).min(1).exactOptional(),
  types: z.array(questionType).min(1).exactOptional(),
  principles: texts.min(1).exactOptional(),
  competencies: texts.min(1).exactOptional(),
  levels: texts.min(1).exactOptional(),
  difficulty: z
    .tuple([difficulty, difficulty])
    .refine(([easiest, hardest]) => easiest <= hardest, 'have the easier end first')
    .exactOptional(),
  count: z.int().min(1).max(50).default(1),
});

const round = keys({
  id,
  title: text.exactOptional(),
  minutes: minutes.describe('The whole round, greeting and closing included.'),
  interviewer: text.default('interviewer'),
  brief: text.exactOptional().describe('Shown in coach mode before the round.'),
  principles: texts.default([]),
  questions: z.array(z.union([questionRef, keys({ draw })])).min(1),
  closing: keys({ minutes, question: questionRef.default('closing/your-questions') })
    .exactOptional()
    .describe("The candidate's own questions at the end."),
  barRaiser: z.boolean().default(false),
}).transform(titled);

const fact = keys({ text, source: text, trust: z.enum(['low', 'medium', 'high']) });

export const loopShape = keys({
  kind: z.literal('loop'),
  id,
  title: text.exactOptional(),
  sources,
  level: text.default(''),
  breakMinutes: z.number().min(0).max(600).default(10),
  facts: z.array(fact).default([]).describe('Shown in coach mode before starting.'),
  rounds: z.array(round).min(1),
}).transform(titled);
