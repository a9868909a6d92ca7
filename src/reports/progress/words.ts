/** What text and page of progress say in the same words. */
import type { LineKind, Outcome, Progress, ProgressLine } from '../../model/progress.ts';
import { counted } from '../../model/prose.ts';
import { time } from '../words.ts';

export const TITLES: Readonly<Record<LineKind, string>> = {
  competency: 'Competencies',
  principle: 'Principles',
  part: 'Parts of rubrics',
  kind: 'Kinds of questions',
};

export const barWords = ({ level, bar }: Progress) =>
  `The bar${level ? ` of ${level}` : ', of no level in particular,'} for a hire is ${bar}.`;

/** `+4.5`; empty where nothing can be compared. */
export function changeWord({ now, before }: ProgressLine): string {
  if (before === null) return '';
  const change = Math.round(10 * (now - before)) / 10;
  return change > 0 ? `+${change.toFixed(1)}` : change.toFixed(1);
}

/** A median time; a dash where there is none. */
export const timeWord = (seconds: number | null): string => (seconds === null ? '–' : time(seconds));

/** What is in no figure, and why. */
export function leftOut({ setAside, unjudged, waiting, skipped }: Progress): string[] {
  return [
    ...setAside.map(it => `${counted(it.answers, 'answer')} not compared: ${it.why}.`),
    ...(setAside.length > 0 ? ['`mockloop sessions --rebuild` judges them by the rubrics of today.'] : []),
    ...(waiting > 0
      ? [
          `${counted(waiting, 'answer')} not judged by this judge yet: mockloop sessions --rebuild --judge NAME.`,
        ]
      : []),
    ...(unjudged > 0 ? [`${counted(unjudged, 'answer')} could not be judged.`] : []),
    ...skipped.map(it => `Skipped ${it.what}: ${it.why}`),
  ];
}

/** What changed since last week, the largest change first. */
export function changes({ lines }: Progress): { id: string; word: string }[] {
  return Object.values(lines)
    .flat()
    .filter(it => it.before !== null && it.before !== it.now)
    .sort((a, b) => Math.abs(b.now - b.before!) - Math.abs(a.now - a.before!))
    .map(it => ({ id: it.id, word: changeWord(it) }));
}

/** The last interview held before a real one: what practice said by then. */
export function practiceBefore({ interviews }: Progress, { date }: Outcome): number | null {
  return interviews.filter(it => it.day <= date).at(-1)?.score ?? null;
}

/** Below so many real interviews nothing can be read off them. */
const FEW = 10;

export const howFew = ({ outcomes }: Progress): string =>
  outcomes.length < FEW
    ? `${counted(outcomes.length, 'real interview')}: too few to say whether practice scores foretell anything.`
    : `${counted(outcomes.length, 'real interview')}, as you told them: still few, and nobody else's.`;
