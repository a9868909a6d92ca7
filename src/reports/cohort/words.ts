/** Figures of a cohort in the words that its reports use. */
import type { Cohort, CriterionTally, RowResult, Tally } from '../../model/cohort.ts';
import { counted } from '../../model/prose.ts';
import { scoreWord } from '../words.ts';

/** An input as it was named; a dash would be taken for the beginning of a formula. */
export function fileWord(file: string | undefined): string | undefined {
  return file === '-' ? 'stdin' : file;
}

/** `answers.csv:7`, where the row stands; undefined of a row that a judge could use. */
export function placeWord({ file, line }: Pick<RowResult, 'file' | 'line'>): string | undefined {
  const name = fileWord(file);
  return name === undefined || line === undefined ? name : `${name}:${line}`;
}

/** `60.1 to 66.7`; a dash where there is none. */
export function intervalWord({ interval }: Pick<Tally, 'interval'>): string {
  return interval === null ? '–' : `${scoreWord(interval[0])} to ${scoreWord(interval[1])}`;
}

/** `115 scored, 3 could not be assessed, 2 errors`; what there is none of is left out. */
export function statusWord({ scored, cannotAssess, errors }: Tally): string {
  const parts = [
    `${scored} scored`,
    ...(cannotAssess > 0 ? [`${cannotAssess} could not be assessed`] : []),
    ...(errors > 0 ? [counted(errors, 'error')] : []),
  ];
  return parts.join(', ');
}

/** The lowest mean first, equal ones as they came; what has no mean is last. */
export function worstFirst<Item extends Tally | CriterionTally>(items: readonly Item[]): Item[] {
  const place = ({ mean }: Item) => mean ?? Number.POSITIVE_INFINITY;
  return [...items].sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)));
}

/** `12 at level 1, 30 at level 2, 40 at level 3, 33 at level 4`. */
export function levelsWord(levels: Cohort['levels']): string {
  return levels.map((rows, index) => `${rows} at level ${index + 1}`).join(', ');
}
