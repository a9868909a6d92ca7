import { parse } from '../text/answer.ts';
import type { Equation } from '../text/equation.ts';
import { equationsOf, following, holds } from '../text/equations.ts';
import { slice } from '../text/evidence.ts';
import { evaluate } from '../text/formula.ts';
import { quantitiesOf } from '../text/numbers.ts';
import type { Context } from './context.ts';
import { type ParamsOf, type Reading, signal } from './shape.ts';
import { type Names, nameOf, type Tally, talliesOf } from './tallies.ts';

/** What it is worth to name the quantities with figures and no result. */
const NAMED = 0.5;

/** Where some results do not follow: never as good as figures that are merely given. */
const WRONG = 0.05;
const PARTLY_WRONG = 0.2;

const MOST_QUOTES = 3;

/** What is looked for, and how exact. */
export const taskParams = {
  quantities: {
    type: 'terms',
    required: true,
    min: 1,
    about: 'The quantities; the first word of each names it in the formula.',
  },
  formula: { type: 'string', required: true, about: 'Names, numbers, + - * / and brackets.' },
  result: { type: 'terms', required: true, min: 1, about: 'What the result is called.' },
  tolerance: {
    type: 'number',
    min: 0,
    max: 0.5,
    default: 0.06,
    about: 'Share by which a stated result may be off.',
  },
} as const;

export const arithmetic = signal({
  kind: 'arithmetic',
  about: 'Named quantities with figures, and a result that follows from them.',
  params: taskParams,
  measure(context, { quantities, formula, result, tolerance }) {
    const task = { names: { quantities, result }, formula, tolerance };
    const tallies = talliesOf(context.answer, task.names);
    const stated = statedIn(context, tallies, task);
    const results = withoutDoubles<Place>([stated, fromQuestion(context, task)]);
    return results.length > 0 ? weighed(context, results, nameOf(result[0]!)) : named(context, tallies, task);
  },
});

/** The results that an answer states, each with its figure. */
export function resultsOf(
  context: Context,
  { quantities, result, formula, tolerance }: ParamsOf<typeof taskParams>,
): Result[] {
  const task = { names: { quantities, result }, formula, tolerance };
  return statedIn(context, talliesOf(context.answer, task.names), task);
}

const statedIn = (context: Context, tallies: readonly Tally[], task: Task): Result[] =>
  withoutDoubles([fromTallies(tallies, task), fromEquations(context, task), fromLists(context, task)]);

interface Task {
  names: Names;
  formula: string;
  tolerance: number;
}

/** A result that is stated, and what it should be where it does not follow. */
export interface Result extends Place {
  /** The figure that is stated. */
  value: number;
}

interface Place {
  start: number;
  end: number;
  wrong?: string;
}

/** One and the same result may be read in two ways: the surer one comes first. */
function withoutDoubles<One extends Place>(sources: readonly (readonly One[])[]): One[] {
  const kept: One[] = [];
  for (const found of sources) kept.push(...found.filter(it => !kept.some(other => overlap(it, other))));
  return kept;
}

const overlap = (one: Place, other: Place) => one.start < other.end && other.start < one.end;

function weighed({ answer }: Context, results: readonly Place[], called: string): Reading {
  const wrong = results.filter(it => it.wrong !== undefined);
  const right = results.length - wrong.length;
  const [first] = wrong;
  return {
    value: first ? WRONG + PARTLY_WRONG * (right / results.length) : 1,
    evidence: [...wrong, ...results.filter(it => it.wrong === undefined)]
      .slice(0, MOST_QUOTES)
      .map(it => slice(answer.text, it.start, it.end)),
    missing: first ? [`a ${called} that follows from the figures`] : [],
    reason: first
      ? `A stated ${called} does not follow from its figures: ${first.wrong}.`
      : following(right, 'result'),
  };
}

function named({ answer }: Context, tallies: readonly Tally[], { names }: Task): Reading {
  const all = names.quantities.map(nameOf);
  const has = (it: Tally) => all.filter(name => it.values.has(name)).length / all.length;
  const most = Math.max(0, ...tallies.map(has));
  const lacking = all.filter(name => !tallies.some(it => it.values.has(name)));
  return {
    value: NAMED * most,
    evidence: tallies.slice(0, MOST_QUOTES).map(it => slice(answer.text, it.start, it.end)),
    missing: [
      ...lacking.map(name => `a figure for ${name}`),
      `a ${nameOf(names.result[0]!)} worked out from the figures`,
    ],
    reason:
      most === 1
        ? 'All figures are given, but no result was found.'
        : `Not found: ${lacking.length > 0 ? `a figure for ${lacking.join(', ')}` : 'all figures for one and the same thing'}.`,
  };
}

const round = (value: number) => Number(value.toPrecision(4));

/** Figures told under their names. Percentages are written as 80 % and as 80, so a factor of a hundred is no mistake. */
function fromTallies(tallies: readonly Tally[], { names, formula, tolerance }: Task): Result[] {
  return tallies.flatMap(({ values, result, also, start, end }) => {
    if (result === undefined || !names.quantities.every(it => values.has(nameOf(it)))) return [];
    const expected = evaluate(formula, values);
    const isNear = (value: number | undefined) =>
      value !== undefined &&
      [1, 100, 0.01].some(it => Math.abs(result - it * value) <= tolerance * Math.abs(it * value));
    const follows = isNear(expected) || choices(values, also).some(it => isNear(evaluate(formula, it)));
    return [
      { start, end, value: result, ...(!follows && { wrong: `${formula} is ${round(expected ?? 0)}` }) },
    ];
  });
}

/** The figures with each of those that may be meant instead. */
function choices(values: ReadonlyMap<string, number>, also: Tally['also']): ReadonlyMap<string, number>[] {
  let all: ReadonlyMap<string, number>[] = [values];
  for (const [name, others] of also ?? [])
    all = [...all, ...all.flatMap(it => others.map(other => new Map([...it, [name, other]])))];
  return all;
}

/** Sums written out: those of as many figures as the formula has names stand for it, others must only hold. */
function fromEquations({ answer }: Context, { names, formula, tolerance }: Task): Result[] {
  const shape = shapeOf(formula.match(/[-+*/×÷]/g) ?? []);
  return equationsOf(answer.text).flatMap(equation => {
    if (answer.code.some(it => it.start <= equation.start && equation.start < it.end)) return [];
    const { start, end, operands, operators, value } = equation;
    const whole = operands.length === names.quantities.length;
    // Between units of time or size both sides may be right. In haste `5 + 13 + 3 / 3 = 7` is meant as the formula has it.
    if (!holds(equation, tolerance) && !(whole && asFormula(equation, { names, formula, tolerance })))
      return whole || !equation.units
        ? [
            {
              start,
              end,
              value: equation.result,
              wrong: `${leftOf(answer.text, equation)} is ${round(value)}`,
            },
          ]
        : [];
    if (!whole) return [];
    return [
      {
        start,
        end,
        value: equation.result,
        ...(shapeOf(operators) !== shape && { wrong: `it is ${formula}` }),
      },
    ];
  });
}

/** Whether the figures, in their order in the formula and bracketed as there, make the result. */
function asFormula({ operands, operators, result }: Equation, { names, formula, tolerance }: Task): boolean {
  if (operators.join('') !== (formula.match(/[-+*/×÷]/g) ?? []).join('')) return false;
  const value = evaluate(formula, new Map(names.quantities.map((it, at) => [nameOf(it), operands[at]!])));
  return value !== undefined && Math.abs(result - value) <= tolerance * Math.abs(value);
}

/** The operators whatever their order: a / b * c is a * c / b. */
const shapeOf = (operators: readonly string[]) =>
  operators
    .map(it => it.replace('×', '*').replace('÷', '/'))
    .toSorted()
    .join('');

const leftOf = (text: string, { start, end }: Equation) =>
  text.slice(start, end).split(/\s*(?:=|≈|→|->|~)/)[0]!;

const ARROW = /(?:=|≈|→|->|=>)\s*~?\s?[$€£]?$/;

/**
 * `3,000 people, 1, 80 %, 6 days → 400`: figures in the order of the formula, some without a name. What fits counts;
 * what does not may be something else.
 */
function fromLists({ answer: { text, sentences } }: Context, { names, formula, tolerance }: Task): Result[] {
  const called = names.quantities.map(nameOf);
  return sentences.flatMap(({ kind, start, end }) => {
    if (kind === 'code' || !/[=≈→]|->/.test(text.slice(start, end))) return [];
    const figures = quantitiesOf(text.slice(start, end));
    return figures.flatMap((figure, index) => {
      const before = figures.slice(Math.max(0, index - called.length), index);
      if (before.length < called.length || !ARROW.test(text.slice(start, start + figure.start))) return [];
      const values = new Map(called.map((name, at) => [name, before[at]!.value]));
      const expected = evaluate(formula, values) ?? Number.NaN;
      const follows = Math.abs(figure.value - expected) <= tolerance * Math.abs(expected);
      return follows
        ? [{ start: start + before[0]!.start, end: start + figure.end, value: figure.value }]
        : [];
    });
  });
}

/** Where the question gives the figures, nobody has to say them again: results that follow from those count. */
function fromQuestion(context: Context, task: Task): Place[] {
  const { answer } = context;
  const expected = expectedBy(context, task);
  if (expected.length === 0) return [];
  const said = new Set<number>();
  const found = answer.sentences.flatMap(({ kind, start, end }) => {
    const figures = kind === 'code' ? [] : quantitiesOf(answer.text.slice(start, end));
    const hits = figures.map(it => round(it.value)).filter(it => expected.includes(it));
    for (const it of hits) said.add(it);
    return hits.length > 0 ? [{ start, end }] : [];
  });
  // One small figure may be there by chance.
  return said.size >= LEAST_RESULTS || [...said].some(it => it >= TELLING) ? found : [];
}

const LEAST_RESULTS = 2;
const TELLING = 1000;

const remembered = new WeakMap<object, Map<string, readonly number[]>>();

/** The results of the figures that the question gives, for as long as the question is at hand. */
function expectedBy({ submission, question }: Context, { names, formula }: Task): readonly number[] {
  const known = remembered.get(question) ?? new Map<string, readonly number[]>();
  remembered.set(question, known);
  const { prompt } = submission.asked;
  const expected = known.get(formula) ?? resultsIn(prompt, names, formula);
  known.set(formula, expected);
  return expected;
}

/** Results that the text does not state itself. */
function resultsIn(text: string, names: Names, formula: string): number[] {
  const given = quantitiesOf(text).map(it => round(it.value));
  return talliesOf(parse(text), names).flatMap(({ values }) => {
    const value = evaluate(formula, values);
    return value === undefined || given.includes(round(value)) ? [] : [round(value)];
  });
}
