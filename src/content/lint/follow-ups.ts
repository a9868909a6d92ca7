/** Questions that do not dig. */
import type { QuestionType } from '../../model/content.ts';
import type { Lint } from './finding.ts';

/** Fewer, and an answer prepared by heart gets through. */
const FEWEST = 2;

/** Types whose answers have something underneath. A closing is the candidate's own. */
const DIGS: ReadonlySet<QuestionType> = new Set([
  'technical',
  'coding',
  'design',
  'behavioral',
  'prioritization',
]);

/** Questions with hardly any planned follow-up. */
export const fewFollowUps: Lint<'bank'> = ({ questions }) =>
  questions.flatMap(({ type, followUps }, at) =>
    !DIGS.has(type) || followUps.length >= FEWEST
      ? []
      : {
          path: ['questions', at],
          message: `The question has ${followUps.length === 0 ? 'no follow-up' : 'one follow-up'}.`,
          hint: 'Plan two or more: what is underneath, and what if it fails?',
        },
  );
