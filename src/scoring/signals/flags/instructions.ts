import type { Flag } from '../../../model/score.ts';
import { undisguised } from '../../text/disguise.ts';
import { saidToGrader } from '../../text/grading.ts';
import { stem } from '../../text/stem.ts';
import type { Context } from '../context.ts';
import { short } from './wording.ts';

/** A question with one of these may be answered in the words of graders. */
const GRADING = ['score', 'grade', 'rubric', 'prompt', 'instruction', 'grader', 'scoring', 'grading'].map(
  stem,
);

/** Text meant for whoever grades, not for the interviewer: wherever it stands, in comments and code too. */
export function instructions({ answer, question }: Context): Flag | undefined {
  const said = saidToGrader(
    undisguised(answer.text),
    GRADING.some(it => question.topic.has(it)),
  );
  if (said === undefined) return undefined;
  const quote = short(said.replace(/^[^\p{L}<["]+/u, ''));
  return { kind: 'instructions-to-the-grader', reason: `It speaks to the grader: "${quote}".` };
}
