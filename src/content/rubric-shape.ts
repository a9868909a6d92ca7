import { z } from 'zod';
import { DEFAULT_CUTS } from '../model/level.ts';
import { id, keys, questionType, sources, text, titled } from './basic-shapes.ts';
import { signalSpec } from './signal-shape.ts';

const cut = z.number().min(0).max(100);

const probeWhen = z.union([
  z.literal('pitfall'),
  z.literal('admitted'),
  z.literal('told-before'),
  keys({ low: text.describe('A kind of signal of this criterion.') }),
]);

const probe = keys({
  id,
  ask: text,
  when: probeWhen.exactOptional().describe('Default: whenever the criterion as a whole is thin.'),
});

const criterion = keys({
  id,
  title: text.exactOptional(),
  weight: z.number().min(0.5).max(5).default(1),
  signals: z.array(signalSpec).default([]),
  anchors: keys({ 1: text, 2: text, 3: text, 4: text }).describe('What an answer of each level is like.'),
  probes: z
    .array(probe)
    .default([])
    .describe('What to ask when this is missing: the first that is due and was not heard.'),
  advice: text.default(''),
}).transform(titled);

export const rubricShape = keys({
  kind: z.literal('rubric'),
  id,
  title: text.exactOptional(),
  sources,
  for: z.array(questionType).default([]).describe('Types of questions that use it unless they name another.'),
  cuts: z
    .tuple([cut, cut, cut])
    .refine(([thin, there, strong]) => thin < there && there < strong, 'be three rising scores')
    .default([...DEFAULT_CUTS])
    .describe('Scores at which levels 2, 3 and 4 begin.'),
  criteria: z.array(criterion).min(1),
}).transform(titled);
