// How well scores agree with the grades that people gave.

/**
 * @typedef {object} Graded
 * @property {string} question
 * @property {number} grade what a person gave
 * @property {number} score what is measured by it; any scale, more is better
 */

/** Fewer answers to a question say nothing about a correlation. */
const LEAST_ROWS = 3;

/**
 * Pearson's correlation, -1 to 1; null where one side is the same throughout.
 *
 * @param {readonly number[]} xs @param {readonly number[]} ys
 * @returns {number | null}
 */
export function pearson(xs, ys) {
  if (!varies(xs) || !varies(ys)) return null;
  const [meanX, meanY] = [mean(xs), mean(ys)];
  const sum = (/** @type {(dx: number, dy: number) => number} */ of) =>
    xs.reduce((before, x, at) => before + of(x - meanX, /** @type {number} */ (ys[at]) - meanY), 0);
  const both = sum((dx, dy) => dx * dy);
  return both / Math.sqrt(sum(dx => dx * dx) * sum((_, dy) => dy * dy));
}

/**
 * Mean over the questions of Pearson's correlation within each, of those with at least three answers and differing
 * grades. A question whose answers all get the same score counts 0: nothing was told apart. Null without such questions.
 *
 * @param {readonly Graded[]} graded
 */
export function pearsonWithin(graded) {
  const telling = byQuestion(graded).filter(
    rows => rows.length >= LEAST_ROWS && varies(rows.map(it => it.grade)),
  );
  return telling.length > 0 ? mean(telling.map(rows => pearson(grades(rows), scores(rows)) ?? 0)) : null;
}

/**
 * Share, 0 to 1, of the pairs of answers to the same question that the scores put in the order of the grades. Pairs of
 * equal grades are left out, equal scores count half. Null without a pair.
 *
 * @param {readonly Graded[]} graded
 */
export function rankingAccuracy(graded) {
  let pairs = 0;
  let right = 0;
  for (const rows of byQuestion(graded))
    for (const [at, one] of rows.entries())
      for (const other of rows.slice(at + 1)) {
        if (one.grade === other.grade) continue;
        pairs++;
        right += (1 + Math.sign(one.grade - other.grade) * Math.sign(one.score - other.score)) / 2;
      }
  return pairs > 0 ? right / pairs : null;
}

/**
 * F1 of the upper class, 0 to 1; null where nobody puts anything there.
 *
 * @param {readonly { predicted: boolean, actual: boolean }[]} verdicts
 */
export function f1(verdicts) {
  const count = (/** @type {boolean} */ predicted, /** @type {boolean} */ actual) =>
    verdicts.filter(it => it.predicted === predicted && it.actual === actual).length;
  const hits = count(true, true);
  const all = 2 * hits + count(true, false) + count(false, true);
  return all > 0 ? (2 * hits) / all : null;
}

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return mean(sorted.slice(sorted.length % 2 === 1 ? half : half - 1, half + 1));
}

/** @param {readonly number[]} values at least one */
export const mean = values => values.reduce((sum, it) => sum + it, 0) / values.length;

/** @param {readonly number[]} values */
const varies = values => values.some(it => it !== values[0]);

const grades = (/** @type {readonly Graded[]} */ rows) => rows.map(it => it.grade);
const scores = (/** @type {readonly Graded[]} */ rows) => rows.map(it => it.score);

/** What belongs to one question together, in the order of the first of each. @template {{ question: string }} Row @param {readonly Row[]} rows */
export function byQuestion(rows) {
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of rows) {
    const group = groups.get(row.question);
    if (group) group.push(row);
    else groups.set(row.question, [row]);
  }
  return [...groups.values()];
}
