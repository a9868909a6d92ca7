// npm run bench:accuracy -- DIR: how well the local judge agrees with people who graded the same answers.

import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { localJudge, stemmer } from './built.mjs';
import { columns } from './columns.mjs';
import { figureOf, Mistake, rounded, run } from './command.mjs';
import { measure } from './figures.mjs';
import { filesOf, rowsOf } from './rows.mjs';

/** @typedef {{ file: string } & import('./figures.mjs').Measured} MeasuredFile */

const USAGE = `npm run bench:accuracy -- DIR... [--threshold T] [--json]

DIR            folders of .jsonl files, or such files: one graded answer a line (docs/judging.md)
--threshold T  also F1 of the upper class: scores of at least 100 T against grades of at least T
--json         the same figures for programs
`;

/** @param {readonly MeasuredFile[]} files @param {number | undefined} threshold */
function table(files, threshold) {
  const names = [
    'Pearson',
    'within questions',
    'pairs in order',
    ...(threshold === undefined ? [] : [`F1 from ${threshold}`]),
  ];
  const rows = [
    ['', '', '', 'not', ...names],
    ['', 'questions', 'answers', 'assessed', ...names.map(() => triple(['judge', 'length', 'recall']))],
    ...files.flatMap(rowsFor),
  ];
  return `${columns(rows)}\n${notes(files)}\n`;
}

/** @param {MeasuredFile} file */
function rowsFor({ file, questions, rows, notAssessed, assessed, all }) {
  const counts = [questions, rows, notAssessed].map(String);
  const own = [basename(file, '.jsonl'), ...counts, ...cells(assessed)];
  return all ? [own, ['  all, these as 0', '', '', '', ...cells(all)]] : [own];
}

/** @param {import('./figures.mjs').Compared | null} compared */
function cells(compared) {
  if (!compared) return [];
  const { judge, length, recall } = compared;
  const cell = (/** @type {keyof import('./figures.mjs').Figures} */ name) =>
    triple([judge[name], length[name], recall[name]].map(shown));
  return /** @type {const} */ (['pearson', 'within', 'pairs', 'f1']).filter(it => it in judge).map(cell);
}

/** @param {readonly string[]} texts */
function triple(texts) {
  return texts.map(it => it.padStart(6)).join(' ');
}

/** @param {number | null | undefined} value */
function shown(value) {
  return typeof value === 'number' ? value.toFixed(3) : '-';
}

/** @param {readonly MeasuredFile[]} files */
function notes(files) {
  const left = files.reduce((sum, it) => sum + it.notAssessed, 0);
  return [
    'length: words of the answer. recall: share of the stems of the reference that the answer has.',
    ...(left > 0
      ? [
          `${left} answer${left === 1 ? '' : 's'} could not be assessed and ${left === 1 ? 'is' : 'are'} left out of the first figures of a file.`,
        ]
      : []),
  ].join('\n');
}

await run(async argv => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { threshold: { type: 'string' }, json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return USAGE;
  if (positionals.length === 0)
    throw new Mistake(`Name a folder or a file of graded answers.\n\n${USAGE.trimEnd()}`);
  const given = values.threshold;
  const threshold =
    given === undefined
      ? undefined
      : figureOf('--threshold', given, it => it > 0 && it <= 1, 'a number above 0, up to 1');
  const by = { judge: await localJudge(), stem: await stemmer() };
  const read = filesOf(positionals).map(file => ({ file, rows: rowsOf(file) }));
  const files = read.map(({ file, rows }) => ({ file, ...measure(rows, by, threshold) }));
  return values.json
    ? `${JSON.stringify({ threshold: threshold ?? null, files }, rounded, 2)}\n`
    : table(files, threshold);
});
