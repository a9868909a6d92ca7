// npm run bench:speed: how fast the local judge is, how soon it is there and how much memory it takes.

import { parseArgs } from 'node:util';
import { localJudge, mockloop, stemmer } from './built.mjs';
import { figureOf, rounded, run } from './command.mjs';
import { machine } from './machine.mjs';
import { loadTime, memoryPeak } from './processes.mjs';
import { byJudge, byRecall, newQuestions, ratesOf, sameQuestion, timesAsLong } from './rates.mjs';
import { MANY, table } from './speed-table.mjs';

/** @typedef {import('./rates.mjs').Rate} Rate */

const RUBRIC = 'technical';

const USAGE = `npm run bench:speed -- [--seconds S] [--json]

--seconds S  of grading for each of the four rates, default 5
--json       the same figures for programs
`;

function processFigures() {
  const source = sameQuestion(1);
  const tasks = Array.from({ length: MANY }, source);
  const asked = /** @type {typeof tasks[0]} */ (tasks[0]).question.asked;
  const task = (/** @type {number} */ count) => ({
    rubric: RUBRIC,
    asked,
    answers: tasks.slice(0, count).map(it => it.answer),
  });
  return {
    loadMs: Math.round(10 * loadTime(task(1))) / 10,
    memoryMB: { one: megabytes(task(1)), many: megabytes(task(MANY)) },
  };
}

/** @param {Parameters<typeof memoryPeak>[0]} task */
const megabytes = task => Math.round(memoryPeak(task) / 1e5) / 10;

/** @param {number} seconds */
async function rateFigures(seconds) {
  const rubric = (await (await mockloop()).loadLibrary({})).rubrics.get(RUBRIC);
  if (!rubric) throw new Error(`There is no rubric ${RUBRIC}.`);
  const judge = byJudge(await localJudge(), rubric);
  const recall = byRecall(await stemmer());
  const rates = ratesOf(
    {
      judgeSame: { source: sameQuestion(2), grade: judge },
      recallSame: { source: sameQuestion(2), grade: recall },
      judgeNew: { source: newQuestions(3), grade: judge },
      recallNew: { source: newQuestions(3), grade: recall },
    },
    seconds,
  );
  const beside = (/** @type {Rate} */ judged, /** @type {Rate} */ recalled) => ({
    judge: judged,
    recall: recalled,
    timesAsLong: timesAsLong(judged, recalled),
  });
  return {
    seconds,
    sameQuestion: beside(rates.judgeSame, rates.recallSame),
    newQuestion: beside(rates.judgeNew, rates.recallNew),
  };
}

await run(async argv => {
  const { values } = parseArgs({
    args: argv,
    options: {
      seconds: { type: 'string', default: '5' },
      json: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  if (values.help) return USAGE;
  const seconds = figureOf(
    '--seconds',
    values.seconds,
    it => it > 0 && it <= 600,
    'a number above 0, up to 600',
  );
  const figures = { ...machine(), ...processFigures(), ...(await rateFigures(seconds)) };
  return values.json ? `${JSON.stringify(figures, rounded, 2)}\n` : table(figures);
});
