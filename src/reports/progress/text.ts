/** Progress as rows for a terminal of 80 columns. */
import { LINE_KINDS, type Progress, type ProgressLine } from '../../model/progress.ts';
import { counted } from '../cohort/words.ts';
import { clip, filled } from '../columns.ts';
import { scoreColumn, scoreWord } from '../words.ts';
import { barWords, changes, changeWord, howFew, leftOut, practiceBefore, TITLES, timeWord } from './words.ts';

const WIDTH = 80;
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

export function progressRows(progress: Progress): string[] {
  const { sessions, answers, judge } = progress;
  if (answers === 0) return ['No answer yet: begin with `mockloop practice`.', ...leftOut(progress)];
  return [
    `Progress: ${counted(sessions, 'interview')}, ${counted(answers, 'main answer')}, judged by ${judge}`,
    `  ${barWords(progress)}`,
    ...LINE_KINDS.flatMap(kind => groupRows(TITLES[kind], progress.lines[kind], progress.bar)),
    ...changeRows(progress),
    ...outcomeRows(progress),
    ...listed('Left out', leftOut(progress)),
    ...planRows(progress),
  ].map(it => clip(it, WIDTH));
}

function groupRows(title: string, lines: readonly ProgressLine[], bar: number): string[] {
  if (lines.length === 0) return [];
  const head = `  ${filled('', 24)} ${filled('', SPARKS)} ${filled('', BAR)} score  week   gap  time`;
  return ['', title, head, ...lines.map(it => lineRow(it, bar))];
}

function lineRow(line: ProgressLine, bar: number): string {
  const { id, scores, now, gap, seconds } = line;
  const cells = [
    filled(id, 24),
    filled(sparkline(scores), SPARKS),
    barOf(now, bar),
    scoreColumn(now).padStart(5),
    changeWord(line).padStart(5),
    (gap > 0 ? scoreColumn(gap) : 'none').padStart(5),
    timeWord(seconds).padStart(5),
  ];
  return `  ${cells.join(' ')}`;
}

function changeRows(progress: Progress): string[] {
  const rows = changes(progress).slice(0, FEW_CHANGES);
  return listed(
    'Since last week',
    rows.map(it => `${it.word} ${it.id}`),
  );
}

function outcomeRows(progress: Progress): string[] {
  if (progress.outcomes.length === 0) return [];
  const rows = progress.outcomes.map(it => {
    const before = practiceBefore(progress, it);
    const round = it.round ? `, ${it.round}` : '';
    return `${it.date} ${it.company}${round}: ${it.result} (practice before: ${scoreWord(before)})`;
  });
  return listed('Real interviews', [...rows, howFew(progress)]);
}

function planRows({ plan }: Progress): string[] {
  if (!plan) return [];
  const rows = plan.days.flatMap(({ day, items }) =>
    items.length === 0
      ? [`${day}  nothing is due`]
      : items.map(
          ({ question, minutes }, at) => `${at === 0 ? day : ' '.repeat(10)}  ${question} (${minutes} min)`,
        ),
  );
  const left = plan.tooLong.map(it => `Takes longer than ${plan.minutesADay} minutes: ${it}`);
  return listed(`Until the interview on ${plan.interview}`, [...rows, ...left]);
}

const listed = (title: string, rows: readonly string[]): string[] =>
  rows.length === 0 ? [] : ['', title, ...rows.map(it => `  ${it}`)];
