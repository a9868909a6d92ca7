/** The five figures of one column against the grades, ready to be taken of draw after draw. */
import type { Measure } from '../../model/calibration.ts';
import { type Column, kappa, order, pearson, ranks, rmse, type Weights } from './measures.ts';
import { type Pairs, pairCounter } from './pairs.ts';
import { type Draw, type Drawn, everyRow } from './resampling.ts';
import { type Sample, spanOf, stepNumbers } from './sample.ts';

export type Values = Record<Measure, number | null>;

export interface Compared {
  /** What is held against the grades; 0 to 1. */
  said: Float64Array;
  /** Whether 0 to 1 is the range of the grades; otherwise there is neither kappa nor rmse. */
  graded: boolean;
  /** 1 for the rows that count, 0 for the others; all count where it is left out. */
  only?: Int32Array;
}

/** What takes the figures of a draw; each is null where it is undefined. */
export function measurer(sample: Sample, drawn: Drawn, compared: Compared): (draw: Draw) => Values {
  const { said, graded, only } = compared;
  const { human, range } = sample;
  const span = spanOf(range);
  const onScale = graded && span > 0;
  const correlations = correlationsOf(said, human);
  const kappa = kappaOf(sample, compared);
  const pairs = pairsOf(said, human, drawn, only);
  const kept = new Int32Array(said.length);
  return draw => {
    const weights = only ? masked(draw.rows, only, kept) : draw.rows;
    const off = onScale ? rmse(said, human, weights) : null;
    return {
      ...correlations(weights),
      kappa: kappa(weights),
      rmse: off === null ? null : off * span,
      pairs: pairs(draw, weights),
    };
  };
}

/** Kappa over the steps of the grades; null for what has no grade. */
function kappaOf(
  { human, steps, range }: Sample,
  { said, graded }: Compared,
): (weights: Weights) => number | null {
  if (!graded || spanOf(range) === 0) return () => null;
  const [saidSteps, humanSteps] = [stepNumbers(said, steps, range), stepNumbers(human, steps, range)];
  return weights => kappa(saidSteps, humanSteps, weights);
}

/** Kappa alone, on the rows that count. */
export function kappaMeasurer(
  sample: Sample,
  compared: Compared & { only: Int32Array },
): (draw: Draw) => number | null {
  const kappa = kappaOf(sample, compared);
  const kept = new Int32Array(compared.said.length);
  return draw => kappa(masked(draw.rows, compared.only, kept));
}

function masked(weights: Weights, only: Int32Array, into: Int32Array): Weights {
  for (let row = 0; row < weights.length; row++) into[row] = weights[row]! * only[row]!;
  return into;
}

function correlationsOf(
  said: Column,
  human: Column,
): (weights: Weights) => Pick<Values, 'pearson' | 'spearman'> {
  const [one, other] = [order(said), order(human)];
  if (one.distinct < 2 || other.distinct < 2) return () => ({ pearson: null, spearman: null });
  const [into, intoOther] = [new Float64Array(said.length), new Float64Array(said.length)];
  return weights => {
    ranks(one.of, one.distinct, weights, into);
    ranks(other.of, other.distinct, weights, intoOther);
    return { pearson: pearson(said, human, weights), spearman: pearson(into, intoOther, weights) };
  };
}

/** Share of the pairs within questions in the right order. A question drawn twice is two questions, not one of twice the size. */
function pairsOf(said: Float64Array, human: Float64Array, drawn: Drawn, only?: Int32Array) {
  const questions = spansOf(drawn).map(([from, to]) => ({
    from,
    to,
    count: pairCounter(said.subarray(from, to), human.subarray(from, to)),
  }));
  const whole = only ?? everyRow(drawn).rows;
  const once =
    drawn.unit === 'questions' ? questions.map(it => it.count(whole.subarray(it.from, it.to))) : null;
  return (draw: Draw, weights: Weights): number | null => {
    const counted: Pairs = { right: 0, all: 0 };
    for (const [at, { from, to, count }] of questions.entries()) {
      const pairs = once?.[at] ?? count(weights.subarray(from, to));
      const times = draw.questions?.[at] ?? 1;
      counted.right += times * pairs.right;
      counted.all += times * pairs.all;
    }
    return counted.all > 0 ? counted.right / counted.all : null;
  };
}

/** Where the rows of each question begin and end; they stand together. */
function spansOf({ question, questions }: Drawn): [from: number, to: number][] {
  const spans: [number, number][] = Array.from({ length: questions }, () => [0, 0]);
  for (const [row, number] of question.entries()) {
    const span = spans[number]!;
    if (span[1] === 0) span[0] = row;
    span[1] = row + 1;
  }
  return spans;
}
