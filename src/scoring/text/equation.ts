/** A sum with its result, as a text states it. */
export interface Equation {
  start: number;
  end: number;
  /** All figures on the left, those of a sum that it goes on from included. */
  operands: readonly number[];
  /** One for each step from figure to figure, of + - * and /. */
  operators: readonly string[];
  /** What the left side comes to. */
  value: number;
  /** What is said to be the result. */
  result: number;
  /** One of the figures is a percentage: it may be meant as 80 or as 0.8. */
  percent: boolean;
  /** A unit of time or size is named, so that both sides may be in different ones. */
  units: boolean;
}
