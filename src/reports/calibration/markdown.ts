/** A calibration as a page of Markdown. */
import { type Calibration, type Disagreement, MOST_UNMEASURED } from '../../model/calibration.ts';
import { clip } from '../columns.ts';
import { inline, list, table } from '../markdown-text.ts';
import { oneLine } from '../one-line.ts';
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

/** Columns of an answer, and of what the judge says of it. */
const TEXT = 400;
/** Columns of a name in a table. */
const CELL = 120;

/** The whole page as GitHub-flavoured Markdown. Nothing that a candidate or an author wrote acts as markup in it. */
export function calibrationMarkdown(calibration: Calibration): string {
  const { judge, disagreements, versions } = calibration;
  const gate = gateWord(calibration);
  const intervals = intervalsWord(calibration);
  const unmeasured = unmeasuredWords(calibration, MOST_UNMEASURED);
  const blocks = [
    `# ${inline(judgeWord(calibration))} against human grades`,
    list([
      inline(rowsWord(calibration)),
      inline(scaleWord(calibration)),
      ...(gate === undefined ? [] : [`**${inline(gate)}**`]),
    ]),
    '## What this says',
    list(findings(calibration).map(inline)),
    ...(judge.rows > 0
      ? [
          '## Agreement',
          cellTable(figureCells(calibration, false)),
          ...(intervals === undefined ? [] : [inline(intervals)]),
        ]
      : []),
    ...(unmeasured.length > 0
      ? ['## Not measured', list(unmeasured.map(it => inline(clip(oneLine(it), TEXT))))]
      : []),
    ...biasBlocks(calibration),
    ...fitBlocks(calibration),
    ...(disagreements.length > 0 ? ['## Where judge and human differ most'] : []),
    ...disagreements.map(it => disagreementBlock(it, calibration)),
    inline(`mockloop ${versions.mockloop}`),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function cellTable([head, ...rows]: string[][]): string {
  return table(
    head!.map(inline),
    rows.map(row => row.map(cell => inline(clip(cell, CELL)))),
  );
}

function biasBlocks(calibration: Calibration): string[] {
  const { bias, range } = calibration;
  const tables = biasTables(calibration);
  if (tables.length === 0) return [];
  return [
    '## Judge less human',
    inline(
      `On the scale from ${plain(range.least)} to ${plain(range.most)}; over all rows ${differenceWord(bias.all, range)}.`,
    ),
    ...tables.flatMap(({ what, rows, more }) => [
      cellTable(biasCells(what, rows, calibration, false)),
      ...(more > 0 ? [`${more} more are not listed.`] : []),
    ]),
    inline(BIAS_NOTE),
  ];
}

function fitBlocks(calibration: Calibration): string[] {
  const { fit } = calibration;
  if (fit === null) return [];
  const title = '## Cuts between the levels';
  if ('refused' in fit) return [title, inline(`No cuts are proposed. ${fit.refused}`)];
  const { before, after } = fitWords(fit, calibration);
  return [title, inline(before), cellTable(fitCells(fit, calibration)), inline(after)];
}

function disagreementBlock(it: Disagreement, calibration: Calibration): string {
  const short = (text: string) => inline(clip(oneLine(text), TEXT));
  return [
    `- **${short(rowName(it))}**: ${inline(sidesWord(it, calibration))}`,
    `  - ${short(`"${it.answer}"`)}`,
    ...it.why.map(why => `  - ${short(why)}`),
  ].join('\n');
}
