/** A form: the questions of one pack, round by round, and its figures. */
import type { Round } from '../../model/content.ts';
import type { Shelved } from '../../model/library.ts';

/** A round with its questions settled, in the order in which they are asked. */
export interface FormRound {
  round: Omit<Round, 'questions'>;
  questions: readonly Shelved[];
}

export interface Form {
  rounds: readonly FormRound[];
}

/** All questions of all rounds, the candidate's own at the end left out. */
export function questionsOf({ rounds }: Form): Shelved[] {
  return rounds.flatMap(it => it.questions);
}

/** What the questions take together, in minutes. */
export function minutesIn(form: Form): number {
  return questionsOf(form).reduce((sum, it) => sum + it.question.minutes, 0);
}

/** Mean difficulty from 1 to 5; 0 without questions. */
export function difficultyOf(form: Form): number {
  const asked = questionsOf(form);
  return asked.reduce((sum, it) => sum + it.question.difficulty, 0) / (asked.length || 1);
}

/** Questions that both forms ask. */
export function sharedBy(one: Form, other: Form): number {
  const refs = new Set(questionsOf(one).map(it => it.ref));
  return questionsOf(other).filter(it => refs.has(it.ref)).length;
}
