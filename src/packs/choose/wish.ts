/** What a pack is wished to be, and what questions show of it. */
import type { Question, QuestionType } from '../../model/content.ts';

export interface Wish {
  /** Of the whole interview. */
  minutes: number;
  /** Of these, for what the candidate asks at the end. */
  closing: number;
  /** Questions that name levels must name this one. */
  level?: string;
  competencies: readonly string[];
  principles: readonly string[];
  banks?: readonly string[];
  types?: readonly QuestionType[];
  /** Inclusive range within 1 to 5. */
  difficulty?: readonly [number, number];
  /** `bank/question` of what was used before. */
  excluded: ReadonlySet<string>;
}

/** The minutes that the questions may take. */
export const roomIn = ({ minutes, closing }: Pick<Wish, 'minutes' | 'closing'>): number => minutes - closing;

/** Something that a question can show. */
export interface Topic {
  kind: 'competency' | 'principle';
  id: string;
}

/** What was asked for, competencies first. */
export function topicsOf({ competencies, principles }: Pick<Wish, 'competencies' | 'principles'>): Topic[] {
  return [
    ...competencies.map((id): Topic => ({ kind: 'competency', id })),
    ...principles.map((id): Topic => ({ kind: 'principle', id })),
  ];
}

/** Whether a question is about it. */
export function shows(question: Pick<Question, 'competencies' | 'principles'>, { kind, id }: Topic): boolean {
  return (kind === 'competency' ? question.competencies : question.principles).includes(id);
}
