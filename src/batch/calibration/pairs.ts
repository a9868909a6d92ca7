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
    let [right, level] = [0, 0];
    for (let from = 0; from < rows.length; ) {
      let to = from;
      const sameScore = score[rows[from]!]!;
      while (to < rows.length && score[rows[to]!] === sameScore) to++;
      level += differing(rows.subarray(from, to), grade, weights);
      for (let at = from; at < to; at++) {
        const row = rows[at]!;
        if (weights[row]! > 0) right += weights[row]! * sumBelow(passed, grade[row]!);
      }
      for (let at = from; at < to; at++) add(passed, grade[rows[at]!]!, weights[rows[at]!]!);
      from = to;
    }
    return { right: right + level / 2, all: differing(byGrade, grade, weights) };
  };
}

/** Pairs with different grades among rows that are in the order of their grades. */
function differing(rows: Int32Array, grade: Int32Array, weights: Weights): number {
  let [pairs, lower, here] = [0, 0, 0];
  for (let at = 0; at < rows.length; at++) {
    if (at > 0 && grade[rows[at]!] !== grade[rows[at - 1]!]) {
      lower += here;
      here = 0;
    }
    pairs += weights[rows[at]!]! * lower;
    here += weights[rows[at]!]!;
  }
  return pairs;
}

function add(tree: Float64Array, place: number, value: number): void {
  for (let at = place + 1; at < tree.length; at += at & -at) tree[at]! += value;
}

/** Of all places before this one. */
function sumBelow(tree: Float64Array, place: number): number {
  let sum = 0;
  for (let at = place; at > 0; at -= at & -at) sum += tree[at]!;
  return sum;
}
