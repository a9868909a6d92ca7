/** Judge, constant, length and second human, each against the grades, all of them on the same draws. */
import {
  type Agreement,
  type Calibration,
  type Figure,
  MEASURES,
  type Measure,
} from '../../model/calibration.ts';
import { type Compared, kappaMeasurer, measurer, type Values } from './measuring.ts';
import { type Drawn, LEAST_ROWS, withIntervals } from './resampling.ts';
import { type Sample, spanOf } from './sample.ts';

const COLUMNS = ['judge', 'constant', 'length', 'humans'] as const;
type Name = (typeof COLUMNS)[number];

/** All figures with their intervals. @param random numbers in [0, 1) */
export function agreementsOf(
  sample: Sample,
  drawn: Drawn,
  random: () => number,
): Pick<Calibration, 'judge' | 'constant' | 'length' | 'humans' | 'lead'> {
  const { rows, range } = sample;
  const compared = comparedIn(sample);
  const inBoth = compared.humans.only.reduce((sum, it) => sum + it, 0);
  const names = COLUMNS.filter(it => it !== 'humans' || inBoth > 0);
  const measurers = names.map(name => [name, measurer(sample, drawn, compared[name])] as const);
  // Only on the rows that have two grades can the judge be held against the humans.
  const judgeInBoth = kappaMeasurer(sample, { ...compared.humans, said: compared.judge.said });
  const figures = withIntervals(drawn, random, draw => {
    const values = Object.fromEntries(measurers.map(([name, measure]) => [name, measure(draw)])) as Record<
      Name,
      Values
    >;
    return { ...flat(values), ...leads(values, inBoth > 0 ? judgeInBoth(draw) : null) };
  });
  const agreement = (name: Name, rows: number): Agreement => {
    const told = MEASURES.map(it => [it, told95(figures[`${name}.${it}`], rows)]);
    return { rows, ...(Object.fromEntries(told) as Record<Measure, Figure>) };
  };
  const mean = compared.constant.said[0];
  return {
    judge: agreement('judge', rows.length),
    constant: {
      grade: mean === undefined ? null : range.least + mean * spanOf(range),
      ...agreement('constant', rows.length),
    },
    length: agreement('length', rows.length),
    humans: inBoth > 0 ? agreement('humans', inBoth) : null,
    lead: {
      constant: figures['lead.constant'],
      length: figures['lead.length'],
      humans: inBoth > 0 ? told95(figures['lead.humans'], inBoth) : null,
    },
  };
}

function comparedIn({ rows, human, human2, judge }: Sample) {
  const mean = human.reduce((sum, it) => sum + it, 0) / human.length;
  const longest = rows.reduce((most, it) => Math.max(most, it.words), 1);
  const only = Int32Array.from(human2, it => (Number.isNaN(it) ? 0 : 1));
  return {
    judge: { said: judge, graded: true },
    constant: { said: human.map(() => mean), graded: true },
    length: { said: Float64Array.from(rows, it => it.words / longest), graded: false },
    humans: { said: human2.map(it => it || 0), graded: true, only },
  } satisfies Record<Name, Compared>;
}

type All = Readonly<Partial<Record<Name, Values>>>;

function flat(values: All): Record<`${Name}.${Measure}`, number | null> {
  const entries = COLUMNS.flatMap(name =>
    MEASURES.map(it => [`${name}.${it}`, values[name]?.[it] ?? null] as const),
  );
  return Object.fromEntries(entries) as Record<`${Name}.${Measure}`, number | null>;
}

function leads({ judge, constant, length, humans }: All, judgeInBoth: number | null) {
  return {
    'lead.constant': less(constant?.rmse, judge?.rmse),
    'lead.length': less(judge?.pairs, length?.pairs),
    'lead.humans': less(judgeInBoth, humans?.kappa),
  };
}

const less = (a: number | null | undefined, b: number | null | undefined) =>
  typeof a === 'number' && typeof b === 'number' ? a - b : null;

/** The rows with a second grade may be too few for an interval, however many there are beside them. */
const told95 = (figure: Figure, rows: number): Figure =>
  rows < LEAST_ROWS ? { value: figure.value, interval: null } : figure;
