/** What a pack is wished to be, and what questions show of it. */
import type { Question } from '../../model/content.ts';
import type { PackWish } from '../../model/pack.ts';

export interface Wish extends Readonly<PackWish> {
  /** `bank/question` of what was used before. */
  excluded: ReadonlySet<string>;
}

/** How long an interview is, and how much of that is the candidate's at the end. */
export type Length = Pick<Wish, 'minutes' | 'closing'>;

/** The minutes that the questions may take. */
export const roomIn = ({ minutes, closing }: Length): number => minutes - closing;

/** From so many minutes on there is time for the candidate's own questions. */
const ROOMY = 30;
const CLOSING = 5;

/** What an interview keeps for its end where nobody says otherwise. */
export const usualClosing = (minutes: number): number => (minutes >= ROOMY ? CLOSING : 0);

const isUsual = ({ minutes, closing }: Length) => closing === usualClosing(minutes);

/** The same wish for an interview of so many minutes: a closing that is usual stays so. */
export const lasting = (wish: Wish, minutes: number): Wish => ({
  ...wish,
  minutes,
  closing: isUsual(wish) ? usualClosing(minutes) : wish.closing,
});

/** The same wish with so many minutes for the questions. */
export function withRoom(wish: Wish, room: number): Wish {
  const closing = isUsual(wish) ? usualClosing(room + CLOSING) : wish.closing;
  return { ...wish, minutes: room + closing, closing };
}

/** As it is typed. */
export const lengthOption = (length: Length): string =>
  `--minutes ${length.minutes}${isUsual(length) ? '' : ` --closing ${length.closing}`}`;

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
