/** JSON Schemas for editors and scripts, made from the shapes. */
import { z } from 'zod';
import { answersShape } from './answers-shape.ts';
import { calibrationShape } from './calibration-shape.ts';
import { cardsShape } from './cards-shape.ts';
import { cohortShape } from './cohort-shape.ts';
import { packDebriefShape } from './pack-debrief-shape.ts';
import { packShape } from './pack-shape.ts';
import { profileShape } from './profile-shape.ts';
import { progressShape, reviewShape, storiesShape } from './progress-shape.ts';
import { reportShape } from './report-shape.ts';
import { resultShape } from './result-shape.ts';
import { SHAPES } from './shapes.ts';

const DESCRIBED = {
  ...SHAPES,
  profile: profileShape,
  pack: packShape,
  'pack-debrief': packDebriefShape,
  answers: answersShape,
  result: resultShape,
  cohort: cohortShape,
  calibration: calibrationShape,
  report: reportShape,
  cards: cardsShape(),
  progress: progressShape,
  review: reviewShape,
  stories: storiesShape,
};

export type Described = keyof typeof DESCRIBED;

/** What has a schema: the content that authors write, and the data that scripts read. */
export const SCHEMA_KINDS = Object.keys(DESCRIBED) as Described[];

/** The schema of what is written (defaults may be left out) in draft 7, which the YAML editors know best. */
export function schemaText(kind: Described): string {
  const schema = z.toJSONSchema(DESCRIBED[kind], { io: 'input', target: 'draft-07', unrepresentable: 'any' });
  return `${JSON.stringify({ title: `mockloop ${kind}`, ...schema }, null, 2)}\n`;
}
