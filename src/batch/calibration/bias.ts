/** How far the judge is off, and on which answers more than on others. */
import { type Bias, type Calibration, type Figure, MOST_BIASES } from '../../model/calibration.ts';
import { counted } from '../../model/prose.ts';
import { quantile } from '../../scoring/percentiles.ts';
import { studentT } from '../../scoring/student.ts';
import type { Drawn } from './resampling.ts';
import { type Sample, type Scored, spanOf } from './sample.ts';

/** Of fewer independent units no interval is told. */
const LEAST_UNITS = 5;

const CHANCE = 0.05;

/** On the grade's scale; nothing where all grades are the same and there is no scale. */
export function biasOf(sample: Sample, drawn: Drawn): Calibration['bias'] {
  const errors = sample.judge.map((it, row) => (it - sample.human[row]!) * spanOf(sample.range));
  if (spanOf(sample.range) === 0 || errors.length === 0)
    return { all: NONE, lengths: [], questions: [], groups: [], more: { questions: 0, groups: 0 } };
  const rows = sample.rows.map((_, row) => row);
  const each: Units = { of: rows, count: rows.length };
  const units = drawn.unit === 'questions' ? { of: drawn.question, count: drawn.questions } : each;
  const table = (buckets: Buckets, of: Units) => tableOf(sample, errors, buckets, of);
  const prompts = new Map(sample.rows.map(it => [it.question, it.prompt]));
  const byQuestion = bucketsBy(sample.rows, it => it.question);
  const byGroup = bucketsBy(sample.rows, it => it.group);
  const questions = apartFirst(table(byQuestion, each)).map(it => {
    const prompt = prompts.get(it.id);
    return { ...it, ...(prompt !== undefined && { prompt }) };
  });
  const groups = apartFirst(table(byGroup, units));
  return {
    all: contrastOf(errors, rows, [], units)(CHANCE),
    lengths: table(lengthsIn(sample.rows), units),
    questions: questions.slice(0, MOST_BIASES),
    groups: groups.slice(0, MOST_BIASES),
    more: {
      questions: Math.max(0, questions.length - MOST_BIASES),
      groups: Math.max(0, groups.length - MOST_BIASES),
    },
  };
}

const NONE: Figure = { value: null, interval: null };
const NOTHING = () => NONE;

/** What is drawn: questions or rows. `of` tells the number of the unit of each row. */
interface Units {
  of: Int32Array | readonly number[];
  count: number;
}
/** Numbers of rows by name. */
type Buckets = ReadonlyMap<string, readonly number[]>;

function bucketsBy(rows: readonly Scored[], nameOf: (row: Scored) => string | undefined): Buckets {
  const buckets = new Map<string, number[]>();
  for (const [at, row] of rows.entries()) {
    const name = nameOf(row);
    if (name === undefined) continue;
    const bucket = buckets.get(name);
    if (bucket) bucket.push(at);
    else buckets.set(name, [at]);
  }
  return buckets;
}

/** Quarters by the number of words; answers of one length stay together, so that few lengths make fewer buckets. */
function lengthsIn(rows: readonly Scored[]): Buckets {
  const words = rows.map(it => it.words).sort((a, b) => a - b);
  const ends = [...new Set([0.25, 0.5, 0.75, 1].map(it => Math.floor(quantile(words, it))))];
  const parts = ends.map((end, at) => {
    const from = at === 0 ? words[0]! : ends[at - 1]! + 1;
    const inside = rows.flatMap((it, row) => (it.words >= from && it.words <= end ? [row] : []));
    return [from === end ? counted(end, 'word') : `${from} to ${counted(end, 'word')}`, inside] as const;
  });
  return new Map(parts.filter(([, inside]) => inside.length > 0));
}

function tableOf(
  { range, human, judge }: Sample,
  errors: Float64Array,
  buckets: Buckets,
  units: Units,
): Bias[] {
  const onScale = (share: number) => range.least + share * spanOf(range);
  // Looking at so many rows, one would stand out by chance: the chance is shared among them (Bonferroni).
  const shared = CHANCE / Math.max(1, buckets.size);
  return [...buckets].map(([id, inside]) => {
    const rest = others(inside, errors.length);
    const apart = rest.length > 0 ? contrastOf(errors, inside, rest, units) : NOTHING;
    return {
      id,
      rows: inside.length,
      human: onScale(mean(human, inside)),
      judge: onScale(mean(judge, inside)),
      error: contrastOf(errors, inside, [], units)(CHANCE),
      apart: apart(CHANCE),
      distinct: isClear(apart(shared)),
    };
  });
}

const isClear = ({ interval }: Figure) => interval !== null && (interval[0] > 0 || interval[1] < 0);

const apartFirst = (table: Bias[]) =>
  table.sort((a, b) => Math.abs(b.apart.value ?? 0) - Math.abs(a.apart.value ?? 0) || (a.id < b.id ? -1 : 1));

function others(inside: readonly number[], rows: number): number[] {
  const taken = new Uint8Array(rows);
  for (const row of inside) taken[row] = 1;
  const rest: number[] = [];
  for (let row = 0; row < rows; row++) if (taken[row] === 0) rest.push(row);
  return rest;
}

function mean(values: Float64Array, rows: readonly number[]): number {
  return rows.reduce((sum, row) => sum + values[row]!, 0) / rows.length;
}

/**
 * The mean over `inside`, less that over `rest` where there is one, by Student's t. What the rows of a unit do to it is
 * added up before it is squared, for they go together (the linearized variance of a mean over clusters: W. G. Cochran,
 * Sampling Techniques, 1977, chapters 6 and 9A). The smaller side says how much is known: its units, less one, are the
 * degrees of freedom, so that A against B is as sure as B against A.
 */
function contrastOf(
  values: Float64Array,
  inside: readonly number[],
  rest: readonly number[],
  units: Units,
): (chance: number) => Figure {
  const sides = (rest.length > 0 ? [inside, rest] : [inside]).map((rows, at) => ({
    rows,
    count: new Set(rows.map(row => units.of[row]!)).size,
    sign: at === 0 ? 1 : -1,
  }));
  const value = mean(values, inside) - (rest.length > 0 ? mean(values, rest) : 0);
  const fewest = Math.min(...sides.map(it => it.count));
  if (fewest < LEAST_UNITS) return () => ({ value, interval: null });
  const sway = new Float64Array(units.count);
  for (const side of sides) addSway(sway, values, side, units);
  const deviation = Math.sqrt(sway.reduce((sum, it) => sum + it * it, 0));
  return chance => {
    const reach = studentT(chance, fewest - 1) * deviation;
    return { value, interval: [value - reach, value + reach] };
  };
}

/** Rows on one side of a difference, the units that they are of, and whether the side is added (1) or taken away (-1). */
interface Side {
  rows: readonly number[];
  count: number;
  sign: number;
}

/** By unit: how much it moves the mean of these rows; a little more, for their own mean lies nearer to them than the true one. */
function addSway(sway: Float64Array, values: Float64Array, { rows, count, sign }: Side, { of }: Units) {
  const middle = mean(values, rows);
  const share = (sign * Math.sqrt(count / (count - 1))) / rows.length;
  for (const row of rows) sway[of[row]!]! += share * (values[row]! - middle);
}
