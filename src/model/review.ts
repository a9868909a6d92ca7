/** What a coach has before them right after an answer, to say what it was worth. */
import type { Question } from './content.ts';
import type { Level } from './level.ts';
import type { AnswerScore, Submission } from './score.ts';
import type { AskKind, Outcome } from './session.ts';

export interface Review {
  kind: AskKind;
  /** Number of the try, from 1. */
  attempt: number;
  outcome: Outcome;
  submission: Submission;
  score: AnswerScore;
  /** The score of the try before this one. */
  before?: AnswerScore;
  /** What the candidate gave themselves. */
  selfLevel?: Level;
  /** Whether it moves the scorecard. */
  counts: boolean;
  /** What the author has to say to the candidate; a follow-up has hints of its own, a probe has none. */
  guidance: Pick<Question, 'outline' | 'hints' | 'reading'>;
}
