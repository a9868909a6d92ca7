import { z } from 'zod';
import { CODING_LANGUAGES, type Coding, type FollowUp, type Keyword } from '../model/content.ts';
import {
  id,
  keys,
  minutes,
  oneOrMore,
  questionRef,
  questionType,
  sources,
  text,
  texts,
  titled,
} from './basic-shapes.ts';
import { signalSpec } from './signal-shape.ts';

const ids = z.array(id).min(1);

const point = keys({
  id,
  text: oneOrMore(text).describe('The fact, in one or several phrasings.'),
  weight: z.number().min(1).max(3).default(1),
  cues: texts.default([]).describe('Short terms that hint at the point; none suffices alone.'),
}).meta({ id: 'Point', description: 'Something a full answer contains.' });

const pitfall = keys({
  id,
  text: text.describe('The wrong claim; with `absent` or `signal`, what is wrong with the answer.'),
  also: texts.min(1).exactOptional().describe('The same wrong claim in other words.'),
  absent: texts
    .min(1)
    .exactOptional()
    .describe('Touched when none of these terms occurs; # stands for any figure but a length of time.'),
  signal: signalSpec.exactOptional().describe('Touched when this signal reads at least one half.'),
}).meta({ id: 'Pitfall', description: 'A wrong claim, an absence, or a manner.' });

const keyword = z
  .union([text, keys({ term: text, aliases: texts.default([]), means: text.exactOptional() })])
  .transform((it): Keyword => (typeof it === 'string' ? { term: it, aliases: [] } : it));

const when = z.union([
  z.literal('always'),
  keys({ missing: ids }),
  keys({ covered: ids }),
  keys({ pitfall: ids }),
]);

const answer = oneOrMore(text).default([]).describe('One model answer or several.');

const followUp = keys({
  id,
  prompt: text,
  when: when.default('always').describe('Ids name points and pitfalls of the question above.'),
  points: z.array(point).default([]),
  pitfalls: z.array(pitfall).default([]),
  answer,
  hints: texts.default([]),
  get followUps(): z.ZodType<FollowUp[]> {
    return followUps;
  },
}).meta({
  id: 'FollowUp',
  description: 'A planned follow-up; ids are unique within the question at any depth.',
});

const followUps = z.array(followUp).default([]);

const coding = keys({
  language: z.enum(CODING_LANGUAGES),
  starter: text.exactOptional().describe("What the candidate begins with; a path inside the bank's folder."),
  tests: text.exactOptional().describe("Run on the candidate's code; a path inside the bank's folder."),
}).transform((it): Coding => it);

export const questionShape = keys({
  id: id.describe('Stable: progress is keyed to it, never to the text.'),
  prompt: text,
  type: questionType.default('technical'),
  minutes: minutes.default(8).describe('For the answer with all its follow-ups.'),
  difficulty: z.int().min(1).max(5).default(3),
  levels: texts.default([]),
  competencies: texts.default([]),
  principles: texts.default([]),
  rubric: oneOrMore(id).default([]).describe('Default: the rubric made for the type.'),
  points: z.array(point).default([]),
  pitfalls: z.array(pitfall).default([]),
  keywords: z.array(keyword).default([]).describe('Never scored; reported as explained, dropped or unused.'),
  outline: texts.default([]).describe('Steps of a good answer.'),
  lookFor: texts.default([]).describe("For the interviewer's kit."),
  reading: texts.default([]).describe('What to study.'),
  related: z.array(questionRef).default([]).describe('Overlapping questions, never drawn together.'),
  answer,
  hints: texts.default([]),
  followUps,
  coding: coding.exactOptional(),
});

const question = questionShape.meta({ id: 'Question' });

export const bankShape = keys({
  kind: z.literal('bank'),
  id,
  title: text.exactOptional(),
  sources,
  aliases: z.record(text, texts.min(1)).default({}).describe('Other words people use for a term.'),
  questions: z.array(question).min(1),
}).transform(titled);
