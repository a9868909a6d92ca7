/** A calibration for a terminal: plain text, at most 80 columns. */
import type { Bias, Calibration, Disagreement } from '../../model/calibration.ts';
import { clip, columns, ending, filled, wrap } from '../columns.ts';
import { oneLine } from '../one-line.ts';
import { section } from '../section.ts';
import {
  BIAS_NOTE,
  biasCells,
  biasTables,
  figureCells,
  fitCells,
  fitWords,
  gateWord,
  rowName,
  sidesWord,
  unmeasuredWords,
} from './cells.ts';
import { findings } from './findings.ts';
import { differenceWord, intervalsWord, judgeWord, plain, rowsWord, scaleWord } from './words.ts';

const WIDTH = 80;
/** Rows of a table. */
const MOST = 5;
/** Answers that are shown; the other formats have more. */
const MOST_ANSWERS = 3;
/** Lines of an answer, and of each thing that the judge says of it. */
const MOST_LINES = 3;
/** Columns of a name in a table, behind the mark of rows that are unlike the rest. */
const NAME = 18;
const MARK = 2;

/** The whole text, ending in a newline. Intervals of length and constant are in the other formats only. */
export function calibrationText(calibration: Calibration): string {
  const { judge, disagreements } = calibration;
  const gate = gateWord(calibration);
  const intervals = intervalsWord(calibration);
  const rows = [
    ...wrapped(`${judgeWord(calibration)} against human grades`),
    ...wrapped(rowsWord(calibration)),
    ...wrapped(scaleWord(calibration)),
    ...(judge.rows > 0
      ? [
          '',
          ...aligned(figureCells(calibration, true)),
          ...(intervals === undefined ? [] : wrapped(intervals)),
        ]
      : []),
    ...section(
      'What this says',
      findings(calibration).flatMap(it => wrap(it, '- ', WIDTH)),
    ),
    ...section(
      'Not measured',
      unmeasuredWords(calibration, MOST).flatMap(it => wrap(clip(oneLine(it), 4 * WIDTH), '- ', WIDTH)),
    ),
    ...section('Gate', gate === undefined ? [] : wrapped(gate)),
    ...biasRows(calibration),
    ...fitRows(calibration),
    ...section(
      'Read these first: judge and human differ most',
      disagreements.slice(0, MOST_ANSWERS).flatMap(it => disagreementRows(it, calibration)),
    ),
  ];
  return `${rows.join('\n')}\n`;
}

const wrapped = (line: string) => wrap(line, '', WIDTH);

/** Columns as wide as their widest cell, two blanks between them. */
function aligned(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map(row => columns(row[at]!))));
  return rows.map(row =>
    clip(
      row
        .map((cell, at) => filled(cell, widths[at]!))
        .join('  ')
        .trimEnd(),
      WIDTH,
    ),
  );
}

function biasRows(calibration: Calibration): string[] {
  const { bias, range } = calibration;
  const tables = biasTables(calibration).map(({ what, rows, more }) => [
    ...aligned(
      biasCells(`  ${what}`, rows.slice(0, MOST), calibration, true).map(([name, ...cells], row) => [
        row === 0 ? name! : briefName(name!, rows[row - 1]!),
        ...cells,
      ]),
    ),
    ...leftOut(rows.length - MOST + more),
  ]);
  if (tables.length === 0) return [];
  return section(`Judge less human, on the scale from ${plain(range.least)} to ${plain(range.most)}`, [
    `  all  ${differenceWord(bias.all, range)}`,
    ...tables.flat(),
    ...wrapped(BIAS_NOTE),
  ]);
}

/** Names end, and prompts begin, with what tells them apart. */
function briefName(name: string, { prompt }: Bias): string {
  const told = name.slice(MARK);
  return name.slice(0, MARK) + (prompt === undefined ? ending(told, NAME) : clip(told, NAME));
}

const leftOut = (rows: number): string[] =>
  rows > 0 ? [`  … and ${rows} more: with --json, or --out page.html`] : [];

function fitRows(calibration: Calibration): string[] {
  const { fit } = calibration;
  if (fit === null) return [];
  const title = 'Cuts between the levels';
  if ('refused' in fit) return section(title, wrapped(`No cuts are proposed. ${fit.refused}`));
  const { before, after } = fitWords(fit, calibration);
  return section(title, [...wrapped(before), ...aligned(fitCells(fit, calibration)), ...wrapped(after)]);
}

function disagreementRows(it: Disagreement, calibration: Calibration): string[] {
  return [
    ...wrap(clip(oneLine(rowName(it)), 2 * WIDTH), '  ', WIDTH),
    ...wrap(sidesWord(it, calibration), '    ', WIDTH),
    ...short(`"${oneLine(it.answer)}"`),
    ...it.why.slice(0, MOST_LINES).flatMap(why => short(oneLine(why))),
  ];
}

function short(text: string): string[] {
  const rows = wrap(clip(text, MOST_LINES * WIDTH), '    ', WIDTH);
  if (rows.length <= MOST_LINES) return rows;
  return [...rows.slice(0, MOST_LINES - 1), clip(`${rows[MOST_LINES - 1]} …`, WIDTH)];
}
