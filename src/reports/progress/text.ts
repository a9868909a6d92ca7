/** Progress as rows for a terminal, of 80 columns or fewer. */
import { LINE_KINDS, type PracticePlan, type Progress, type ProgressLine } from '../../model/progress.ts';
import { counted } from '../../model/prose.ts';
import { filled, wrap } from '../columns.ts';
import { section } from '../section.ts';
import { scoreColumn, scoreWord } from '../words.ts';
import { barWords, changes, changeWord, howFew, leftOut, practiceBefore, TITLES, timeWord } from './words.ts';

const WIDEST = 80;
const NARROWEST = 40;
const STEPS = '▁▂▃▄▅▆▇█';
const SPARKS = 10;
const BAR = 16;
const FEW_CHANGES = 5;

/** Scores as a line of small columns, the last ones where there are too many. */
export function sparkline(scores: readonly number[]): string {
  const step = (score: number) =>
    STEPS[Math.min(STEPS.length - 1, Math.floor((score / 100) * STEPS.length))]!;
  return scores.slice(-SPARKS).map(step).join('');
}

/** A score as a bar, with a mark where `bar` is not yet reached. */
export function barOf(score: number, bar: number): string {
  const place = (value: number) => Math.round((value / 100) * BAR);
  return Array.from({ length: BAR }, (_, at) =>
    at < place(score) ? '█' : at === place(bar) ? '|' : '·',
  ).join('');
}

/** @param width columns of the terminal. */
export function progressRows(progress: Progress, width = WIDEST): string[] {
  const room = Math.max(NARROWEST, Math.min(WIDEST, width));
  const { sessions, answers, judge } = progress;
  const list = (title: string, items: readonly Item[]) => listed(title, items, room);
  if (answers === 0) return [noAnswer(progress), ...leftOut(progress)].flatMap(it => wrap(it, '', room));
  const head = `Progress: ${counted(sessions, 'interview')}, ${counted(answers, 'main answer')}, judged by ${judge}`;
  return [
    ...wrap(head, '', room),
    ...wrap(barWords(progress), '  ', room),
    ...LINE_KINDS.flatMap(kind => groupRows(TITLES[kind], progress.lines[kind], progress.bar, room)),
    ...list('Since last week', changeItems(progress)),
    ...list('Real interviews', outcomeItems(progress)),
    ...list('Left out', leftOut(progress)),
    ...(progress.plan
      ? list(`Until the interview on ${progress.plan.interview}`, planItems(progress.plan))
      : []),
  ];
}

function noAnswer({ waiting, unjudged, setAside, judge }: Progress): string {
  const isThere = waiting + unjudged + setAside.length > 0;
  return isThere
    ? `No answer that ${judge} has judged and that can be told.`
    : 'No answer yet: begin with `mockloop practice`.';
}

interface Column {
  head: string;
  /** Columns of the terminal. */
  width: number;
  cell(line: ProgressLine, bar: number): string;
}

const SPARK: Column = { head: '', width: SPARKS, cell: it => sparkline(it.scores) };
const PLOT: Column = { head: '', width: BAR, cell: (it, bar) => barOf(it.now, bar) };
const TIME: Column = { head: 'time', width: 5, cell: it => timeWord(it.seconds) };
const COLUMNS: readonly Column[] = [
  SPARK,
  PLOT,
  { head: 'score', width: 5, cell: it => scoreColumn(it.now) },
  { head: 'week', width: 5, cell: changeWord },
  { head: 'gap', width: 5, cell: ({ gap }) => (gap > 0 ? scoreColumn(gap) : 'none') },
  TIME,
];
/** What a narrow terminal goes without: what the other columns say too comes first. */
const SPARED = [PLOT, SPARK, TIME];
const NAME = { least: 16, most: 24 };

function groupRows(title: string, lines: readonly ProgressLine[], bar: number, room: number): string[] {
  if (lines.length === 0) return [];
  const left = (some: readonly Column[]) => room - 2 - some.reduce((sum, it) => sum + 1 + it.width, 0);
  let shown = COLUMNS;
  for (const it of SPARED) if (left(shown) < NAME.least) shown = shown.filter(other => other !== it);
  const row = (name: string, cellOf: (it: Column) => string) =>
    `  ${[filled(name, Math.min(NAME.most, left(shown))), ...shown.map(it => aligned(cellOf(it), it))].join(' ')}`;
  return ['', title, row('', it => it.head), ...lines.map(line => row(line.id, it => it.cell(line, bar)))];
}

/** Plots begin at the left, figures end at the right. */
const aligned = (text: string, column: Column): string =>
  column.head === '' ? filled(text, column.width) : text.padStart(column.width);

/** A line of a list, or what it begins with and the line. */
type Item = string | readonly [lead: string, text: string];

const changeItems = (progress: Progress): Item[] =>
  changes(progress)
    .slice(0, FEW_CHANGES)
    .map(it => `${it.word} ${it.id}`);

function outcomeItems(progress: Progress): Item[] {
  if (progress.outcomes.length === 0) return [];
  const items = progress.outcomes.map(it => {
    const before = practiceBefore(progress, it);
    const round = it.round ? `, ${it.round}` : '';
    return `${it.date} ${it.company}${round}: ${it.result} (practice before: ${scoreWord(before)})`;
  });
  return [...items, howFew(progress)];
}

function planItems({ days, tooLong, minutesADay }: PracticePlan): Item[] {
  const items = days.flatMap(({ day, items }): Item[] =>
    items.length === 0
      ? [[`${day}  `, 'nothing is due']]
      : items.map(({ question, minutes }, at) => [
          `${at === 0 ? day : ' '.repeat(day.length)}  `,
          `${question} (${minutes} min)`,
        ]),
  );
  return [...items, ...tooLong.map(it => `Takes longer than ${minutesADay} minutes: ${it}`)];
}

function listed(title: string, items: readonly Item[], room: number): string[] {
  const rows = items.flatMap(it => {
    const [lead, text] = typeof it === 'string' ? ['', it] : it;
    return wrap(text, `  ${lead}`, room);
  });
  return section(title, rows);
}
