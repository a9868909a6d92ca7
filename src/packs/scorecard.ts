/** scorecard.csv: a blank row for each criterion of each question, for interviewers to fill. */
import { csvText } from '../reports/csv-cell.ts';
import { askedIn, criteriaOf, type Kit } from './kit.ts';

/** The columns, in the order of the blank scorecard. */
export const COLUMNS = ['interviewer', 'candidate', 'question', 'criterion', 'level', 'note'] as const;

export function scorecardCsv(kit: Kit): string {
  const rows = askedIn(kit).flatMap(it =>
    criteriaOf(kit.library, it).map(({ name }) => ['', '', it.ref, name, '', '']),
  );
  return csvText([COLUMNS, ...rows]);
}
