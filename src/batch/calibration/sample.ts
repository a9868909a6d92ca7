/** Graded rows made ready to be measured: checked, in one order, grades and scores on one scale from 0 to 1. */
import type { Calibration, Graded } from '../../model/calibration.ts';
import { InputError } from '../../model/errors.ts';

/** A row that has both, grade and score. */
export type Scored = Graded & { human: number; score: number };

export type Range = Calibration['range'];
export type Steps = Calibration['steps'];

/** The rows that can be measured; the columns are parallel to them. */
export interface Sample {
  range: Range;
  steps: Steps;
  /** Each question's rows together, and the same order whatever order they came in. */
  rows: readonly Scored[];
  /** 0 to 1 within the range; NaN in `human2` where there is no second grade. */
  human: Float64Array;
  human2: Float64Array;
  judge: Float64Array;
}

/**
 * @param given the lowest and highest possible grade; left out, they are those that occur.
 * Throws InputError, naming the row, for a grade that is no finite number or outside the range, and for a range that is none.
 */
export function sampleOf(graded: readonly Graded[], given?: readonly [number, number]): Sample {
  for (const row of graded) for (const grade of gradesOf(row)) checkFinite(row, grade);
  const range = rangeOf(graded, given);
  for (const row of graded) for (const grade of gradesOf(row)) checkWithin(row, grade, range);
  const rows = graded.filter((it): it is Scored => it.human !== null && it.score !== null).sort(inOneOrder);
  return {
    range,
    steps: stepsOf(graded.flatMap(gradesOf), range),
    rows,
    human: Float64Array.from(rows, it => share(it.human, range)),
    human2: Float64Array.from(rows, it => (it.human2 === undefined ? Number.NaN : share(it.human2, range))),
    judge: Float64Array.from(rows, it => it.score / 100),
  };
}

/** From the lowest to the highest grade, 0 where they are the same. */
export const spanOf = ({ least, most }: Range): number => most - least;

const share = (grade: number, range: Range) =>
  spanOf(range) > 0 ? (grade - range.least) / spanOf(range) : 0;

const gradesOf = ({ human, human2 }: Graded): number[] => [human ?? [], human2 ?? []].flat();

function checkFinite(row: Graded, grade: number): void {
  if (Number.isFinite(grade)) return;
  throw new InputError(`${nameOf(row)}: the grade is ${grade}.`, 'A grade is a finite number.');
}

function checkWithin(row: Graded, grade: number, { least, most }: Range): void {
  if (grade >= least && grade <= most) return;
  throw new InputError(
    `${nameOf(row)}: the grade ${grade} is outside the range from ${least} to ${most}.`,
    'Correct the row, or name the scale of the grades: --range MIN,MAX.',
  );
}

/** As the user finds it. */
function nameOf({ place, id, question }: Graded): string {
  const row = id === null ? `a row of the question ${JSON.stringify(question)}` : `row ${JSON.stringify(id)}`;
  return place === undefined ? row.replace(/^./, it => it.toUpperCase()) : `${place}, ${row}`;
}

function rangeOf(graded: readonly Graded[], given?: readonly [number, number]): Range {
  if (given) {
    const [least, most] = given;
    if (Number.isFinite(most - least) && least < most) return { least, most, from: 'given' };
    throw new InputError(
      `The range of grades from ${least} to ${most} is none.`,
      'Name the lowest and the highest grade: --range 0,5',
    );
  }
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const row of graded)
    for (const grade of gradesOf(row)) {
      least = Math.min(least, grade);
      most = Math.max(most, grade);
    }
  if (least > most) return { least: 0, most: 0, from: 'data' };
  if (!Number.isFinite(most - least))
    throw new InputError(`The grades from ${least} to ${most} are too far apart to be one scale.`);
  return { least, most, from: 'data' };
}

/** More grades than these are rounded to so many even steps before kappa is taken. */
const MOST_STEPS = 11;

function stepsOf(grades: readonly number[], { least, most }: Range): Steps {
  const values = [...new Set(grades)].sort((a, b) => a - b);
  if (values.length <= MOST_STEPS) return { values, from: 'grades' };
  const even = Array.from(
    { length: MOST_STEPS },
    (_, at) => least + (at * (most - least)) / (MOST_STEPS - 1),
  );
  return { values: even, from: 'even' };
}

/** Shares are fractions, so that two steps equally near may differ in the last digits of a double; no two grades are so near. */
const AS_NEAR = 1e-9;

/** The number of the nearest step, from 0, for shares of the range; of two equally near the upper. */
export function stepNumbers(shares: Float64Array, steps: Steps, range: Range): Float64Array {
  const values = steps.values.map(it => share(it, range));
  return shares.map(it => {
    let nearest = 0;
    for (let at = 1; at < values.length; at++)
      if (Math.abs(values[at]! - it) <= Math.abs(values[nearest]! - it) + AS_NEAR) nearest = at;
    return nearest;
  });
}

const compare = <Value extends string | number>(a: Value, b: Value) => (a < b ? -1 : a > b ? 1 : 0);

/** By everything that is told of a row, so that rows that compare equal are told alike. */
function inOneOrder(a: Scored, b: Scored): number {
  return (
    compare(a.question, b.question) ||
    compare(a.id ?? '', b.id ?? '') ||
    compare(a.human, b.human) ||
    compare(a.score, b.score) ||
    compare(a.answer, b.answer) ||
    compare(a.place ?? '', b.place ?? '') ||
    compare(JSON.stringify(a), JSON.stringify(b))
  );
}
