/** The habits that are looked for. To add one: a line here, and a way of looking in looks.ts if none fits. */
import { type Looking, thinFrom, weForI, withoutAlternatives, withoutFigures } from './looks.ts';

export interface HabitKind {
  id: string;
  title: string;
  look: Looking;
  /** What to do against it where no rubric says so. */
  task: string;
}

export const HABITS: readonly HabitKind[] = [
  {
    id: 'no-figures',
    title: 'Results without numbers',
    look: withoutFigures,
    task: 'Tell it again and end with a figure: before, after, and over which time.',
  },
  {
    id: 'we-for-i',
    title: '“We” where your own part was asked for',
    look: weForI,
    task: 'Tell it again, and begin each step with I and a verb.',
  },
  {
    id: 'no-alternatives',
    title: 'No alternative weighed',
    look: withoutAlternatives(['trade-offs', 'evaluate']),
    task: 'Answer it again, and name what you would have chosen otherwise, and its price.',
  },
  {
    id: 'thin-depth',
    title: 'Thin from the third layer on',
    look: thinFrom(3),
    task: 'Answer it again, and say to each step why it is so before you are asked.',
  },
];
