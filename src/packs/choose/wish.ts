/** What a pack is wished to be, and what questions show of it. */
import type { Question } from '../../model/content.ts';
import type { PackWish } from '../../model/pack.ts';

export interface Wish extends Readonly<PackWish> {
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
