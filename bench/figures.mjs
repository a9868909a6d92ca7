// The figures of one set of graded answers, for the judge and for the baselines.

import { lengthOf, recallOf, stemsOf } from './baselines.mjs';
import { f1, pearson, pearsonWithin, rankingAccuracy } from './statistics.mjs';

/**
 * @typedef {object} Figures each null where it says nothing
 * @property {number | null} pearson over all answers
 * @property {number | null} within mean of the correlations within each question
 * @property {number | null} pairs share of pairs of answers to one question in the right order
 * @property {number | null} [f1] of the upper class; only with a threshold
 *
 * @typedef {{ judge: Figures, length: Figures, recall: Figures }} Compared
 *
 * @typedef {object} Measured
 * @property {number} rows
 * @property {number} questions
 * @property {number} notAssessed answers that the judge could not assess
 * @property {Compared | null} assessed over the answers that were assessed; null when there are none
 * @property {Compared | null} all over all answers, the judge's score being 0 where it gave none; null where it always did
 */

/**
 * What graders say of an answer. Each score has its own scale; `share` is the same from 0 to 1, for thresholds.
 *
 * @typedef {{ score: number, share: number }} Said
 * @typedef {object} Heard
 * @property {import('./rows.mjs').Row} row
 * @property {Said | null} judge
 * @property {Said} length words; their share is of the words of the first reference
 * @property {Said} recall of the stems of the reference that fits best
 */

/**
 * @param {readonly import('./rows.mjs').Row[]} rows
 * @param {{ judge: import('./built.mjs').Judging, stem: (word: string) => string }} by
 * @param {number | undefined} threshold 0 to 1: from here on an answer, and a grade, is of the upper class
 * @returns {Measured}
 */
export function measure(rows, by, threshold) {
  const heard = rows.map(row => hear(row, by));
  const assessed = heard.filter(it => it.judge);
  const notAssessed = heard.length - assessed.length;
  return {
    rows: rows.length,
    questions: new Set(rows.map(it => it.question)).size,
    notAssessed,
    assessed: assessed.length > 0 ? compare(assessed, threshold) : null,
    all: notAssessed > 0 ? compare(heard, threshold) : null,
  };
}

/** @param {import('./rows.mjs').Row} row @param {Parameters<typeof measure>[1]} by @returns {Heard} */
function hear(row, { judge, stem }) {
  const { answer, references } = row;
  const score = scoreOf(row, answer, judge);
  const words = lengthOf(answer);
  const stems = stemsOf(answer, stem);
  const recall = Math.max(...references.map(it => recallOf(stemsOf(it, stem), stems)));
  return {
    row,
    judge: score === null ? null : { score, share: score / 100 },
    length: { score: words, share: words / Math.max(1, lengthOf(references[0] ?? '')) },
    recall: { score: recall, share: recall },
  };
}

/** One object, for the judge keeps a question ready as long as its aliases are the same. @type {Record<string, string[]>} */
const NO_ALIASES = {};

/**
 * What the judge gives an answer to the question of a row, 0 to 100, by the question alone; null where it cannot tell.
 *
 * @param {Pick<import('./rows.mjs').Row, 'question' | 'asked'>} row @param {string} answer
 * @param {import('./built.mjs').Judging} judge
 */
export const scoreOf = ({ question, asked }, answer, judge) =>
  judge({ question, asked, aliases: NO_ALIASES, rubrics: [], answer }).score;

/** @param {readonly Heard[]} heard @param {number | undefined} threshold @returns {Compared} */
function compare(heard, threshold) {
  const figures = (/** @type {'judge' | 'length' | 'recall'} */ by) =>
    figuresOf(
      heard.map(it => ({ row: it.row, ...(it[by] ?? { score: 0, share: 0 }) })),
      threshold,
    );
  return { judge: figures('judge'), length: figures('length'), recall: figures('recall') };
}

/** @param {readonly (Said & Pick<Heard, 'row'>)[]} said @param {number | undefined} threshold @returns {Figures} */
function figuresOf(said, threshold) {
  const graded = said.map(({ row, score }) => ({ question: row.question, grade: row.grade, score }));
  const figures = {
    pearson: pearson(
      graded.map(it => it.grade),
      graded.map(it => it.score),
    ),
    within: pearsonWithin(graded),
    pairs: rankingAccuracy(graded),
  };
  if (threshold === undefined) return figures;
  const upper = said.map(({ row, share }) => ({
    predicted: share >= threshold,
    actual: row.grade >= threshold,
  }));
  return { ...figures, f1: f1(upper) };
}
