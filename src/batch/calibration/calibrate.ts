/** From graded and judged rows to all that is told of the judge. */
import { type Calibration, type Graded, MOST_POINTS, type ScatterPoint } from '../../model/calibration.ts';
import { agreementsOf } from './agreement.ts';
import { biasOf } from './bias.ts';
import { disagreementsIn } from './disagreements.ts';
import { fitted } from './fit.ts';
import { gateOf } from './gate.ts';
import { drawnFrom } from './resampling.ts';
import { type Sample, sampleOf, spanOf } from './sample.ts';
import { unmeasuredIn } from './unmeasured.ts';

export interface Options {
  /** Of the grades, lowest and highest; left out, they are taken from the rows. */
  range?: readonly [number, number];
  /** The least kappa that will do, -1 to 1. */
  failUnder?: number;
  /** Whether cuts are to be fitted. */
  fit?: boolean;
  /** Numbers in [0, 1); the same ones give the same bytes. */
  random(): number;
  /** Of this program. */
  version: string;
}

/**
 * Measures a judge on rows that people graded. The order of the rows changes nothing. Throws InputError, naming the row,
 * for a grade that cannot be one.
 */
export function calibrate(graded: readonly Graded[], options: Options): Calibration {
  const sample = sampleOf(graded, options.range);
  const drawn = drawnFrom(sample.rows.map(it => it.question));
  const agreements = agreementsOf(sample, drawn, options.random);
  const resampled = { unit: drawn.unit, times: drawn.times };
  const { judge, constant } = agreements;
  const told = { judge, constant, questions: drawn.questions, resampled };
  return {
    kind: 'calibration',
    rows: countsOf(graded),
    unmeasured: unmeasuredIn(graded),
    questions: drawn.questions,
    lowGraded: lowGradedIn(sample),
    range: sample.range,
    steps: sample.steps,
    resampled,
    ...agreements,
    bias: biasOf(sample, drawn),
    disagreements: disagreementsIn(sample),
    fit: options.fit ? fitted(sample, options.random) : null,
    gate: options.failUnder === undefined ? null : gateOf(told, options.failUnder),
    ...judgesOf(graded),
    versions: { mockloop: options.version },
  };
}

function countsOf(graded: readonly Graded[]): Calibration['rows'] {
  const rows = { read: graded.length, scored: 0, cannotAssess: 0, errors: 0, ungraded: 0 };
  for (const { result, human } of graded) {
    if (result.status === 'error') rows.errors++;
    else if (human === null) rows.ungraded++;
    else if (result.status === 'scored') rows.scored++;
    else rows.cannotAssess++;
  }
  return rows;
}

/** Fewer answers to a question may all be poor ones. */
const LEAST_OF_ONE = 5;

function lowGradedIn({ rows, human }: Sample): number {
  const questions = new Map<string, { rows: number; most: number }>();
  for (const [row, { question }] of rows.entries()) {
    const { rows: before, most } = questions.get(question) ?? { rows: 0, most: 0 };
    questions.set(question, { rows: before + 1, most: Math.max(most, human[row]!) });
  }
  return [...questions.values()].filter(it => it.rows >= LEAST_OF_ONE && it.most <= 0.5).length;
}

/** Each once, in the order of their names. */
function judgesOf(graded: readonly Graded[]): Pick<Calibration, 'judges' | 'rubrics'> {
  const all = graded.flatMap(it => it.result.judge ?? []);
  return {
    judges: once(all.map(({ name, version }) => ({ name, version }))),
    rubrics: once(all.map(({ rubric: { id, hash } }) => ({ id, hash }))),
  };
}

function once<Item>(items: readonly Item[]): Item[] {
  const texts = [...new Set(items.map(it => JSON.stringify(it)))].sort();
  return texts.map(it => JSON.parse(it) as Item);
}

/** What the scatter plot shows: all scored rows, or every n-th of many. Throws as `calibrate` does. */
export function scatterOf(graded: readonly Graded[], range?: readonly [number, number]): ScatterPoint[] {
  const sample = sampleOf(graded, range);
  const step = Math.max(1, Math.ceil(sample.rows.length / MOST_POINTS));
  return sample.rows.flatMap(({ id, question, human }, row) =>
    row % step === 0
      ? [{ id, question, human, judge: sample.range.least + sample.judge[row]! * spanOf(sample.range) }]
      : [],
  );
}
