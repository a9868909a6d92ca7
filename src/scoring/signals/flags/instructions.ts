import type { Flag } from '../../../model/score.ts';
import type { Answer } from '../../text/answer.ts';
import { toldToGrader } from '../../text/grader-words.ts';
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
    answer,
    GRADING.some(it => question.topic.has(it)),
  );
  if (said !== undefined) return flag(said.replace(/^[^\p{L}<["]+/u, '') || said);
  const told = toldToGrader(answer.sentences, it => question.topic.has(it));
  return told === undefined ? undefined : flag(textOf(answer, told));
}

const textOf = ({ text, sentences }: Answer, number: number): string =>
  text.slice(sentences[number]!.start, sentences[number]!.end);

const flag = (said: string): Flag => ({
  kind: 'instructions-to-the-grader',
  reason: `It speaks to the grader: "${short(said)}".`,
});
