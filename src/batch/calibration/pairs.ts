/** Pairs of answers to one question: does the score put them in the order of the grades? */
import { type Column, order, type Weights } from './measures.ts';

/** `right` counts a pair that the scores put level as half. */
export interface Pairs {
  right: number;
  all: number;
}

/**
 * Counts the pairs of a question whose grades differ, without looking at each: the rows are walked from the lowest score
 * up, and a Fenwick tree (P. Fenwick, Software: Practice and Experience 24, 1994) over the grades knows how many of the
 * rows already passed were graded lower. n log g for n rows and g different grades.
 */
export function pairCounter(scores: Column, grades: Column): (weights: Weights) => Pairs {
  const { of: grade, distinct } = order(grades);
  const { of: score } = order(scores);
  const rows = Int32Array.from(scores, (_, at) => at).sort(
    (a, b) => score[a]! - score[b]! || grade[a]! - grade[b]!,
  );
  const byGrade = Int32Array.from(rows).sort((a, b) => grade[a]! - grade[b]!);
  const passed = new Float64Array(distinct + 1);
  return weights => {
    passed.fill(0);
    let right = 0;
    let to = 0;
    for (let from = 0; from < rows.length; from = to) {
      const level = score[rows[from]!]!;
      for (to = from; to < rows.length && score[rows[to]!] === level; to++) {
        const row = rows[to]!;
        if (weights[row]! > 0) right += weights[row]! * sumBelow(passed, grade[row]!);
      }
      for (let at = from; at < to; at++) add(passed, grade[rows[at]!]!, weights[rows[at]!]!);
      if (to - from > 1) right += differing(rows, from, to, grade, weights) / 2;
    }
    return { right, all: differing(byGrade, 0, byGrade.length, grade, weights) };
  };
}

/** Pairs with different grades among the rows from `from` to before `to`, which are in the order of their grades. */
function differing(rows: Int32Array, from: number, to: number, grade: Int32Array, weights: Weights): number {
  let pairs = 0;
  let lower = 0;
  let here = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at]!;
    if (at > from && grade[row] !== grade[rows[at - 1]!]) {
      lower += here;
      here = 0;
    }
    pairs += weights[row]! * lower;
    here += weights[row]!;
  }
  return pairs;
}

function add(tree: Float64Array, place: number, value: number): void {
  if (value === 0) return;
  for (let at = place + 1; at < tree.length; at += at & -at) tree[at]! += value;
}

/** Of all places before this one. */
function sumBelow(tree: Float64Array, place: number): number {
  let sum = 0;
  for (let at = place; at > 0; at -= at & -at) sum += tree[at]!;
  return sum;
}
