/** A cohort in rows for a terminal: plain text, at most 80 columns; colour is the terminal's business. */
import type { Cohort, CriterionTally, NamedTally } from '../../model/cohort.ts';
import { counted } from '../../model/prose.ts';
import { clip, ending, filled, wrap } from '../columns.ts';
import { oneLine } from '../one-line.ts';
import { section } from '../section.ts';
import { bar } from '../summary-plot.ts';
import { scoreWord } from '../words.ts';
import { intervalWord, levelsWord, statusWord, worstFirst } from './words.ts';

const WIDTH = 80;
/** Lines of a table. */
const MOST = 10;
/** Columns of a name before its bar. */
const NAME = 26;

/** A row and the time that judging it took. */
export interface SlowRow {
  /** Its id, or its file and line. */
  name: string;
  milliseconds: number;
}

/** How many rows came out how, the mean, what went worst, flags, and the slowest rows in the order given. */
export function cohortRows(cohort: Cohort, slowest: readonly SlowRow[] = []): string[] {
  const { questions, criteria, flags } = cohort;
  if (cohort.all.rows === 0) return ['There was nothing to judge.'];
  const unlisted = questions.more > 0 ? [`  … and ${counted(questions.more, 'row')} of other questions`] : [];
  return [
    ...wrap(`${counted(cohort.all.rows, 'row')}: ${statusWord(cohort.all)}`, '', WIDTH),
    ...scoreRows(cohort),
    ...section('Questions, lowest mean first', [
      ...top(worstFirst(questions.listed), questionRow),
      ...unlisted,
    ]),
    ...section(
      'Criteria, lowest mean first, and % of answers at levels 1, 2, 3 and 4',
      top(worstFirst(criteria), it => row(it.id, it.mean, shares(it))),
    ),
    ...section(
      'Flags',
      top(flags, it => `  ${it.kind}  ${counted(it.rows, 'row')}`),
    ),
    ...section(
      'Slowest rows',
      top(slowest, it => clip(`  ${nameCell(it.name)}  ${Math.round(it.milliseconds)} ms`, WIDTH)),
    ),
  ];
}

function scoreRows({ all, least, median, most, levels }: Cohort): string[] {
  if (all.scored === 0) return ['No row was scored.'];
  const interval = all.interval === null ? '' : ` (95 % interval ${intervalWord(all)})`;
  return [
    `Mean ${scoreWord(all.mean)} of 100${interval}`,
    `Lowest ${scoreWord(least)}, median ${scoreWord(median)}, highest ${scoreWord(most)}`,
    ...wrap(`Rows: ${levelsWord(levels)}`, '', WIDTH),
  ];
}

/** The first items, a row each, and how many more there are. */
function top<Item>(items: readonly Item[], told: (item: Item) => string): string[] {
  const more = items.length - MOST;
  return [...items.slice(0, MOST).map(told), ...(more > 0 ? [`  … and ${more} more`] : [])];
}

function questionRow(it: NamedTally): string {
  return row(
    it.id,
    it.mean,
    it.scored < it.rows ? `${it.scored}/${it.rows} scored` : counted(it.rows, 'row'),
  );
}

function shares({ scored, levels }: CriterionTally): string {
  return scored === 0 ? '' : `${levels.map(it => Math.round((100 * it) / scored)).join(' ')} %`;
}

/** The end of a name tells more than its beginning: questions of a bank share that, and so do lines of a file. */
const nameCell = (name: string) => filled(ending(oneLine(name), NAME), NAME);

function row(name: string, mean: number | null, last: string): string {
  const cells = [nameCell(name), bar(mean), scoreWord(mean).padStart(5), last];
  return clip(`  ${cells.join('  ')}`.trimEnd(), WIDTH);
}
