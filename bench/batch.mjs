// npm run bench:batch: how fast `mockloop evaluate` judges files, against others in the same run, and what memory it takes.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { firstRows, givenFiles, madeFiles } from './batch-files.mjs';
import { table } from './batch-table.mjs';
import { figureOf, Mistake, rounded, run } from './command.mjs';
import * as contenders from './contenders.mjs';
import { eachLine } from './lines.mjs';
import { machine, machineLine } from './machine.mjs';
import { hasNatural } from './natural.mjs';
import { median } from './statistics.mjs';

/** @typedef {import('./batch-files.mjs').Files} Files */

const USAGE = `npm run bench:batch -- [--rows N] [--rounds N] [--quick] [--json]

--rows N      answers to judge, default 100000
--rounds N    of which the medians are taken, default 3; the contenders take turns
--answers FILE --questions FILE   answers that are there already, and a JSON list of their questions
--quick       50 answers, one round: to see that it runs
--json        the same figures for programs
`;

/** promptfoo keeps all answers in memory, and takes long. */
const FEW = 1000;

/** What starts are measured of: they are short, and one may take half as long again as the next. */
const STARTS = 9;
const JOBS = [1, 2, 4];

/** @param {string} folder @param {Files} files @param {number} rows @param {number} rounds */
function rates(folder, files, rows, rounds) {
  const few = { ...files, answers: firstRows(files.answers, FEW, join(folder, 'few.jsonl')) };
  const one = { name: 'mockloop, one worker', rows, run: () => contenders.evaluated(folder, files, 1) };
  const all = [
    { name: 'the ceiling C', rows, run: () => contenders.ceiling(folder, files) },
    one,
    { name: 'mockloop, two workers', rows, run: () => contenders.evaluated(folder, files, 2) },
    { name: 'natural, tf-idf', rows, run: hasNatural() ? () => contenders.tfIdf(folder, files) : undefined },
    {
      name: 'promptfoo, six assertions',
      rows: Math.min(rows, FEW),
      run: contenders.hasPromptfoo() ? () => contenders.promptfoo(folder, few) : undefined,
    },
  ];
  const measured = Array.from({ length: rounds }, () =>
    all.map(({ run: judge }) => (judge ? judge().seconds : null)),
  );
  const at = all.indexOf(one);
  return all.map(({ name, rows: its }, column) => {
    const seconds = measured.map(round => round[column]).filter(it => typeof it === 'number');
    if (seconds.length === 0) return { name, rows: its, seconds: null, ratio: null };
    const ratios = seconds.map((it, round) => (its / it / rows) * Number(measured[round]?.[at]));
    return { name, rows: its, seconds: median(seconds), ratio: median(ratios) };
  });
}

/** Medians; processes take turns, so that each is compared with its neighbour. @param {string} folder */
function starts(folder) {
  const turns = Array.from({ length: STARTS }, () => ({
    nothing: contenders.nothing(folder).seconds,
    help: contenders.help(folder).seconds,
    answer: contenders.oneAnswer(folder).seconds,
  }));
  return {
    nothing: median(turns.map(it => it.nothing)),
    help: median(turns.map(it => it.help / it.nothing)),
    answer: median(turns.map(it => it.answer / it.nothing)),
  };
}

/** Peaks by rows and workers: more rows should hardly take more. @param {string} folder @param {Files} files @param {readonly number[]} counts */
function memory(folder, files, counts) {
  return counts.flatMap(rows => {
    const answers = firstRows(files.answers, rows, join(folder, 'first.jsonl'));
    return [1, 2].map(jobs => {
      const bytes = contenders.memoryOf(folder, { ...files, answers }, jobs);
      return { rows, jobs, megabytes: bytes / 1e6 };
    });
  });
}

/** Throws where they differ: then no other figure counts. @param {string} folder @param {Files} files */
function sameBytes(folder, files) {
  const digests = JOBS.map(jobs => contenders.digestOf(contenders.evaluated(folder, files, jobs)));
  if (new Set(digests).size > 1) throw new Error(`${JOBS.join(', ')} workers wrote different bytes.`);
  return JOBS;
}

/** @param {string} file */
function countOf(file) {
  let rows = 0;
  eachLine(file, () => rows++);
  return rows;
}

await run(async argv => {
  const { values } = parseArgs({
    args: argv,
    options: {
      rows: { type: 'string', default: '100000' },
      rounds: { type: 'string', default: '3' },
      answers: { type: 'string' },
      questions: { type: 'string' },
      quick: { type: 'boolean' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return USAGE;
  const isWhole = (/** @type {number} */ it) => Number.isInteger(it) && it >= 1 && it <= 1e7;
  const wanted = values.quick ? 50 : figureOf('--rows', values.rows, isWhole, 'a whole number from 1');
  const rounds = values.quick ? 1 : figureOf('--rounds', values.rounds, isWhole, 'a whole number from 1');
  const { answers, questions } = values;
  if ((answers === undefined) !== (questions === undefined))
    throw new Mistake('--answers and --questions go together.');
  const before = machine();
  const folder = mkdtempSync(join(tmpdir(), 'bench-batch-'));
  try {
    const files =
      answers !== undefined && questions !== undefined
        ? givenFiles(folder, answers, questions)
        : madeFiles(folder, wanted);
    const rows = countOf(files.answers);
    const counts = values.quick ? [rows] : [Math.ceil(rows / 10), rows];
    const same = sameBytes(folder, files);
    const figures = {
      starts: starts(folder),
      contenders: rates(folder, files, rows, rounds),
      memory: memory(folder, files, counts),
      same,
    };
    return values.json
      ? `${JSON.stringify({ ...figures, ...before }, rounded, 2)}\n`
      : table({ ...figures, machine: machineLine(before) });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
