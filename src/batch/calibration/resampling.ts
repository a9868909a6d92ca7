/** 95 % intervals by the bootstrap: the rows are drawn anew a thousand times, and every figure is taken of each draw. */
import type { Calibration, Figure } from '../../model/calibration.ts';
import { percentileInterval } from '../../scoring/percentiles.ts';
import type { Weights } from './measures.ts';

/** With fewer questions than this, so few different ones are drawn that no interval can be told of questions. */
const LEAST_QUESTIONS = 10;

/** Of fewer rows a bootstrap knows too few different values to tell an interval at all. */
export const LEAST_ROWS = 10;

/** Draws, fewer where rows are so many that the intervals are narrow anyway. */
const TIMES = 1_000;
const LEAST_TIMES = 200;
const MOST_WORK = 2e7;

export type Unit = Calibration['resampled']['unit'];

/** Rows of one question share its number. */
export interface Drawn {
  unit: Unit;
  times: number;
  /** By row: the number of its question, from 0, each question's rows together. */
  question: Int32Array;
  questions: number;
}

/**
 * What is drawn. Answers to one question share its wording, its reference and the severity of whoever graded them, so
 * they are no independent rows: whole questions are drawn and kept as they are (Field and Welsh, JRSS B 69, 2007). With
 * too few questions for that, the intervals can only speak of other answers to the same questions.
 */
export function drawnFrom(questionOfRow: readonly string[]): Drawn {
  const numbers = new Map<string, number>();
  for (const name of questionOfRow) if (!numbers.has(name)) numbers.set(name, numbers.size);
  const rows = questionOfRow.length;
  const times = Math.max(LEAST_TIMES, Math.min(TIMES, Math.floor(MOST_WORK / Math.max(1, rows))));
  return {
    unit: numbers.size >= LEAST_QUESTIONS ? 'questions' : 'answers',
    times,
    question: Int32Array.from(questionOfRow, name => numbers.get(name)!),
    questions: numbers.size,
  };
}

/** How often each row, and each question where questions are drawn, is in a draw. */
export interface Draw {
  rows: Weights;
  /** Null where answers are drawn one by one. */
  questions: Weights | null;
}

/** All rows once: the draw that the figures themselves are taken of. */
export function everyRow({ unit, question, questions }: Drawn): Draw {
  return {
    rows: new Int32Array(question.length).fill(1),
    questions: unit === 'questions' ? new Int32Array(questions).fill(1) : null,
  };
}

/** The same two arrays are filled again for every draw. @param random numbers in [0, 1). */
function* draws(drawn: Drawn, random: () => number): Generator<Draw> {
  const { unit, times, question } = drawn;
  const draw = everyRow(drawn);
  for (let time = 0; time < times; time++) {
    fill(draw.questions ?? draw.rows, random);
    if (unit === 'questions')
      for (let row = 0; row < question.length; row++) draw.rows[row] = draw.questions![question[row]!]!;
    yield draw;
  }
}

function fill(weights: Weights, random: () => number): void {
  weights.fill(0);
  for (let at = 0; at < weights.length; at++) weights[Math.floor(random() * weights.length)]! += 1;
}

/**
 * Each figure with its interval between two percentiles of the draws.
 * @param figures of a draw, always the same names; null where one is undefined.
 */
export function withIntervals<Name extends string>(
  drawn: Drawn,
  random: () => number,
  figures: (draw: Draw) => Readonly<Record<Name, number | null>>,
): Record<Name, Figure> {
  const values = figures(everyRow(drawn));
  const names = Object.keys(values) as Name[];
  const seen = new Map<Name, number[]>(names.map(name => [name, []]));
  if (drawn.question.length >= LEAST_ROWS)
    for (const draw of draws(drawn, random))
      for (const [name, value] of Object.entries(figures(draw)) as [Name, number | null][])
        if (value !== null) seen.get(name)!.push(value);
  return Object.fromEntries(
    names.map(name => [name, figure(values[name], seen.get(name)!, drawn)]),
  ) as Record<Name, Figure>;
}

function figure(value: number | null, seen: number[], { unit, times, questions, question }: Drawn): Figure {
  if (value === null) return { value, interval: null };
  const units = unit === 'questions' ? questions : question.length;
  return { value, interval: percentileInterval(seen, times, units) };
}
