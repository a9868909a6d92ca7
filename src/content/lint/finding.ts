/** What a lint looks at, and what it may say. */
import type { Bank, FollowUp, Library, Loop, Question, Rubric } from '../../model/content.ts';
import { rubricsFor } from '../../model/library.ts';
import type { AnswerScore, Asked } from '../../model/score.ts';
import type { localJudge } from '../../scoring/judges/local.ts';

/** Something to better, at a place in the file: the keys and indices that lead there. */
export interface Finding {
  path: readonly PropertyKey[];
  /** What is the matter, one sentence. */
  message: string;
  /** What to do about it. */
  hint: string;
}

/** What lints look at besides the file. */
export interface Surroundings {
  library: Library;
  /** The local one: lints judge much, and at once. */
  judge: Pick<typeof localJudge, 'judge'>;
}

/** Kinds of files; a lint looks at one of them. */
export interface Linted {
  bank: Bank;
  loop: Loop;
  rubric: Rubric;
}

export type Lint<Kind extends keyof Linted> = (content: Linted[Kind], around: Surroundings) => Finding[];

/** A question or a follow-up below it, at any depth. */
export interface Place {
  asked: Question | FollowUp;
  path: readonly PropertyKey[];
  /** The question that it is, or that it follows. */
  question: Question;
  isMain: boolean;
}

/** Every question of a bank with all that follows it. */
export function askedIn({ questions }: Bank): Place[] {
  return questions.flatMap((question, at) => {
    const path = ['questions', at];
    return [{ asked: question, path, question, isMain: true }, ...below(question, question, path)];
  });
}

function below(asked: Question | FollowUp, question: Question, path: readonly PropertyKey[]): Place[] {
  return asked.followUps.flatMap((followUp, at) => {
    const its = [...path, 'followUps', at];
    return [{ asked: followUp, path: its, question, isMain: false }, ...below(followUp, question, its)];
  });
}

/** How an answer to the question of a bank would be judged; a follow-up by its points alone, as in an interview. */
export function judged(
  answer: string,
  { asked, question, isMain }: Place,
  { aliases }: Bank,
  { library, judge }: Surroundings,
): AnswerScore {
  const rubrics = isMain ? rubricsFor(library, question).flatMap(it => library.rubrics.get(it) ?? []) : [];
  const whole: Asked = { ...asked, type: question.type };
  return judge.judge({ question: question.id, asked: whole, aliases, rubrics, answer });
}
