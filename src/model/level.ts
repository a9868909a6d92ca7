/** 1 not there, 2 there but thin, 3 there, 4 there and strong: the one ordinal scale of mockloop. */
export type Level = 1 | 2 | 3 | 4;

export const LEVELS: readonly Level[] = [1, 2, 3, 4];

/** What each level is called when it judges an answer. */
export const LEVEL_NAMES: Readonly<Record<Level, string>> = {
  1: 'not there',
  2: 'thin',
  3: 'there',
  4: 'strong',
};

/** Scores at which levels 2, 3 and 4 begin, each from 0 to 100. */
export type Cuts = readonly [number, number, number];

export const DEFAULT_CUTS: Cuts = [30, 55, 80];

/** The level of a score from 0 to 100 under a rubric's cuts; a score on a cut has reached it. */
export function levelOf(score: number, cuts: Cuts = DEFAULT_CUTS): Level {
  return (1 + cuts.filter(cut => score >= cut).length) as Level;
}
