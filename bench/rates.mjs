// How many answers a second graders manage, in one thread.

import { recallOf, stemsOf } from './baselines.mjs';
import { median } from './statistics.mjs';
import { makeAnswer, makeQuestion, seeded } from './texts.mjs';

/** Rounds that are timed; one more before them warms up. */
const ROUNDS = 5;

/** Answers made ahead of the clock, and then judged by it. */
const BATCH = 20;

/** @typedef {{ question: import('./texts.mjs').Made, answer: string }} Task */
/** @typedef {{ source: () => Task, grade: (task: Task) => unknown }} Loop */
/** @typedef {{ rate: number, rounds: number[] }} Rate answers a second: the median of the rounds, and each */

/**
 * The rate of each loop. Rounds take turns, so that what else the machine does hits all of them.
 *
 * @template {string} Name
 * @param {Readonly<Record<Name, Loop>>} loops
 * @param {number} seconds of grading, for each loop
 * @returns {Record<Name, Rate>}
 */
export function ratesOf(loops, seconds) {
  const named = /** @type {[Name, Loop][]} */ (Object.entries(loops));
  const rounds = Array.from({ length: ROUNDS + 1 }, () =>
    named.map(([, loop]) => timed(loop, seconds / ROUNDS)),
  );
  const rates = named.map(([name], at) => {
    const measured = rounds.slice(1).map(round => /** @type {number} */ (round[at]));
    return [name, { rate: median(measured), rounds: measured }];
  });
  return Object.fromEntries(rates);
}

/**
 * How many times as long as the baseline a grader takes: the median over the rounds, in which both had the same machine.
 *
 * @param {Rate} grader @param {Rate} baseline
 */
export function timesAsLong(grader, baseline) {
  return median(baseline.rounds.map((rate, at) => rate / /** @type {number} */ (grader.rounds[at])));
}

/** Answers a second over so many seconds; making them is not counted. @param {Loop} loop @param {number} seconds */
function timed({ source, grade }, seconds) {
  let spent = 0;
  let count = 0;
  while (spent < 1000 * seconds) {
    const tasks = Array.from({ length: BATCH }, source);
    const start = performance.now();
    for (const task of tasks) grade(task);
    spent += performance.now() - start;
    count += BATCH;
  }
  return (1000 * count) / spent;
}

/** Always another answer to the same question. @param {number} seed */
export function sameQuestion(seed) {
  const random = seeded(seed);
  const question = makeQuestion(random);
  return () => ({ question, answer: makeAnswer(random, question) });
}

/** Always another question, with one answer. @param {number} seed */
export function newQuestions(seed) {
  const random = seeded(seed);
  return () => {
    const question = makeQuestion(random);
    return { question, answer: makeAnswer(random, question) };
  };
}

/**
 * Grades by the judge; an answer that gets no score would be quick for the wrong reason.
 *
 * @param {import('./built.mjs').Judging} judge
 * @param {import('../src/model/content.ts').Rubric} rubric
 * @returns {Loop['grade']}
 */
export function byJudge(judge, rubric) {
  const shared = { question: 'bench', aliases: {}, rubrics: [rubric] };
  return ({ question, answer }) => {
    const { score, cause } = judge({ ...shared, asked: question.asked, answer });
    if (score === null) throw new Error(`An answer of the bench could not be judged: ${cause}`);
  };
}

/** Grades by stem recall; the stems of a reference are kept, as the judge keeps a question. @param {(word: string) => string} stem @returns {Loop['grade']} */
export function byRecall(stem) {
  /** @type {WeakMap<object, Set<string>>} */
  const known = new WeakMap();
  return ({ question, answer }) => {
    const reference = known.get(question) ?? stemsOf(question.reference, stem);
    known.set(question, reference);
    return recallOf(reference, stemsOf(answer, stem));
  };
}
