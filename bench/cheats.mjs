// npm run bench:cheats -- DIR: how cheats fare beside answers to which people gave full marks.

import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { localJudge } from './built.mjs';
import { CHEATS } from './cheating.mjs';
import { columns } from './columns.mjs';
import { Mistake, rounded, run } from './command.mjs';
import { scoreOf } from './figures.mjs';
import { filesOf, rowsOf } from './rows.mjs';
import { byQuestion, median } from './statistics.mjs';

const USAGE = `npm run bench:cheats -- DIR... [--json]

DIR     folders of .jsonl files, or such files: one graded answer a line (docs/judging.md)
--json  the same figures for programs

Of each kind of cheat: how many were made (at most one for each question with two answers or more that have full marks), the
share that scores at least what the middle one of these does, and the share that scores more than 20.
`;

/** The most that a cheat should score. */
const MOST = 20;

/** Answers with full marks to a question, at least: of fewer there is no middle. */
const FULL_ANSWERS = 2;

/**
 * @typedef {{ made: number, beating: number, above: number }} Fared how many cheats were made, and how many of them fare so well
 * @typedef {{ file: string, cheats: Record<string, Fared> }} FaredFile
 * @typedef {import('./rows.mjs').Row} Row
 */

/** @param {string} file @param {import('./built.mjs').Judging} judge @returns {FaredFile} */
function fare(file, judge) {
  const questions = byQuestion(rowsOf(file));
  /** @type {Record<string, Fared>} */
  const cheats = Object.fromEntries(Object.keys(CHEATS).map(it => [it, { made: 0, beating: 0, above: 0 }]));
  for (const [at, rows] of questions.entries()) {
    const row = /** @type {Row} */ (rows[0]);
    const given = (/** @type {string} */ answer) => scoreOf(row, answer, judge) ?? 0;
    const full = rows.filter(it => it.grade === 1).map(it => given(it.answer));
    if (full.length < FULL_ANSWERS) continue;
    const middle = median(full);
    const other = questions[(at + 1) % questions.length]?.[0]?.references[0] ?? '';
    for (const [name, make] of Object.entries(CHEATS)) {
      const cheat = make(row.asked.prompt, row.references[0] ?? '', other);
      if (cheat === null) continue;
      const score = given(cheat);
      const its = /** @type {Fared} */ (cheats[name]);
      its.made++;
      if (score >= middle) its.beating++;
      if (score > MOST) its.above++;
    }
  }
  return { file, cheats };
}

/** @param {readonly FaredFile[]} files */
function table(files) {
  const rows = files.flatMap(({ file, cheats }) => [
    [basename(file, '.jsonl'), 'made', 'beating', 'above'],
    ...Object.entries(cheats).map(([cheat, { made, beating, above }]) => [
      `  ${cheat}`,
      String(made),
      share(beating, made),
      share(above, made),
    ]),
  ]);
  return `${columns(rows)}\nbeating: scores at least what the middle full answer does. above: scores more than ${MOST}.\n`;
}

/** @param {number} part @param {number} whole */
const share = (part, whole) => (whole === 0 ? '-' : (part / whole).toFixed(2));

await run(async argv => {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
  });
  if (values.help) return USAGE;
  if (positionals.length === 0)
    throw new Mistake(`Name a folder or a file of graded answers.\n\n${USAGE.trimEnd()}`);
  const judge = await localJudge();
  const files = filesOf(positionals).map(file => fare(file, judge));
  return values.json ? `${JSON.stringify({ files }, rounded, 2)}\n` : table(files);
});
