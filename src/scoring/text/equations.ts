/** Sums written out in a text, as `30,000 × 2 × 0.8 / 2 = 24,000`, or spoken, and whether they hold. */
import { counted } from '../../model/prose.ts';
import type { Equation } from './equation.ts';
import { evaluate } from './formula.ts';
import { SCALE } from './numbers.ts';
import { spokenSums } from './spoken-sums.ts';

const FIGURE =
  /(?:[$€£]\s?)?(?<digits>\d+(?:,\d{3})*(?:\.\d+)?|\.\d+)(?:\s?(?<scale>k|m|mn|bn|thousand|million|billion)(?![\p{L}\d]))?(?:\s?(?<percent>%|per ?cent\b))?/iuy;
/** What is counted, between a figure and what is done with it: at most two words, none of them a sign. */
const COUNTED = /(?:\s?(?!x\s?[\d.$(])\p{L}[\p{L}-]*){1,2}/iuy;
const UNIT =
  /\b(?:[nµum]?s|secs?|seconds?|mins?|minutes?|h|hrs?|hours?|days?|weeks?|months?|years?|[kmgtp]i?b|bytes?|bits?)\b/i;

const OPERATOR = /\s*(?<sign>[×*·÷/](?![*/])|x(?=\s?[\d.$(])|(?<=\s)[-+–−](?=\s))\s*/iuy;
const EQUALS = /\s*(?:=+>?|≈|→|-+>|~=?)\s*(?:about |roughly |ca\.? ?|~ ?)?/iuy;
const BRACKETS = /[\s()[\]]*/uy;
const GOES_ON = /[\s,;)]*(?:and )?/iuy;

/** A figure that is only a part of something: a range, a version, a power, or the end of a larger sum. */
const TORN_LEFT =
  /(?:[\p{L}\p{N}_.^]|[\p{L}\p{N})\]]\s?[×*÷/+^]\s*|[\p{N})\]]\s?(?:[-–−]|x\s)\s*)[([$€£]*$/iu;
const TORN_RIGHT = /^(?:[-–.^:/]?\d|\s?(?:-|–|to)\s?\d|\p{L})/u;

/** Nothing is computed where there is no sign for it. */
const WORTH_READING = /[=≈→~]|->/;

/** The sums of a text, in order; what could be read in two ways is left out. */
export function equationsOf(text: string): Equation[] {
  const spoken = spokenSums(text);
  if (spoken.length === 0) return writtenSums(text);
  // A sum in words may end in one in signs, which then is only a part of it.
  const written = writtenSums(text).filter(
    it => !spoken.some(({ start, end }) => it.start < end && start < it.end),
  );
  return [...written, ...spoken].sort((one, other) => one.start - other.start);
}

function writtenSums(text: string): Equation[] {
  if (!WORTH_READING.test(text)) return [];
  const found: Equation[] = [];
  for (let at = text.search(/\d/); at < text.length; ) {
    const figure = matchAt(FIGURE, text, at);
    if (!figure) at++;
    else if (TORN_LEFT.test(text.slice(Math.max(0, at - 6), at))) at = figure.end;
    else {
      const chain = chainAt(text, at);
      found.push(...chain.equations);
      at = Math.max(chain.end, figure.end);
    }
  }
  return found;
}

interface Chain {
  equations: Equation[];
  end: number;
}

/** Results that may go on from one another; of a longer chain the rest begins anew. */
const MOST_LINKS = 30;

/** A sum with its result, and those that go on from it: `60,000 x 0.8 = 48,000, / 4 = 12,000`. */
function chainAt(text: string, start: number): Chain {
  const equations: Equation[] = [];
  let left = operandAt(text, start);
  let sum: Sum = { operands: left ? [left.value] : [], operators: [], written: left ? [left.value] : [] };
  let [percent, units, at] = [left?.percent ?? false, left?.units ?? false, left?.end ?? start];
  for (let links = 0; left && links < MOST_LINKS; links++) {
    const steps = stepsFrom(text, at, sum);
    if (steps.count === 0) break;
    [percent, units] = [percent || steps.percent, units || steps.units];
    const closed = skip(BRACKETS, text, steps.end);
    const equals = matchAt(EQUALS, text, closed);
    const result = equals && operandAt(text, equals.end);
    if (!result || TORN_RIGHT.test(text.slice(result.bare, result.bare + 4)))
      return { equations, end: steps.end };
    const { operands, operators } = steps.sum;
    const { written, before } = paired([...steps.sum.written, ...bracketsIn(text, steps.end, closed)]);
    const value = reckoned(written);
    // Of what is divided by nothing, or too large to reckon with, nobody can say whether it holds.
    if (value !== undefined && Number.isFinite(result.value))
      equations.push({
        start: before ? bracketBefore(text, start) : start,
        end: result.bare,
        operands,
        operators,
        value,
        result: result.value,
        percent,
        units: units || result.units,
      });
    left = result;
    // What follows goes on from the result as it is stated: a slip counts once.
    sum = { operands, operators, written: [result.value] };
    at = skip(GOES_ON, text, result.bare);
  }
  return { equations, end: at };
}

interface Sum {
  operands: readonly number[];
  operators: readonly string[];
  /** Figures, signs and brackets in their order, from the last result on. */
  written: readonly (number | string)[];
}

function stepsFrom(text: string, from: number, before: Sum) {
  let [at, count, percent, units] = [from, 0, false, false];
  const [operands, operators, written] = [[...before.operands], [...before.operators], [...before.written]];
  for (;;) {
    const closed = skip(BRACKETS, text, at);
    const operator = matchAt(OPERATOR, text, closed);
    const operand = operator && operandAt(text, operator.end);
    if (!operand) break;
    const sign = signOf(operator.groups.sign!);
    const opened = bracketsIn(text, operator.end, skip(BRACKETS, text, operator.end));
    written.push(...bracketsIn(text, at, closed), sign, ...opened, operand.value);
    operands.push(operand.value);
    operators.push(sign);
    [at, count, percent, units] = [
      operand.end,
      count + 1,
      percent || operand.percent,
      units || operand.units,
    ];
  }
  return { sum: { operands, operators, written }, end: at, count, percent, units };
}

/** Those of a stretch, all of them written round. */
const bracketsIn = (text: string, start: number, end: number): string[] =>
  [...text.slice(start, end)].flatMap(it => (/[([]/.test(it) ? ['('] : /[)\]]/.test(it) ? [')'] : []));

/**
 * What is opened and never closed belongs to the sentence round it. What is closed and never opened was opened before the
 * first figure.
 */
function paired(written: Sum['written']): { written: Sum['written']; before: boolean } {
  const open: number[] = [];
  let before = 0;
  for (const [index, it] of written.entries()) {
    if (it === '(') open.push(index);
    else if (it === ')' && open.pop() === undefined) before++;
  }
  const closed = written.filter((_, index) => !open.includes(index));
  return { written: [...Array.from({ length: before }, () => '('), ...closed], before: before > 0 };
}

/** People use two or three. A text with more than this is no sum, and to reckon with them takes a call for each. */
const MOST_BRACKETS = 40;

/** What it comes to, brackets first and products before sums; undefined where it comes to nothing finite. */
function reckoned(written: Sum['written']): number | undefined {
  if (written.filter(it => it === '(').length > MOST_BRACKETS) return undefined;
  const names = new Map<string, number>();
  const formula = written.map((it, index) => {
    if (typeof it === 'string') return it;
    names.set(`n${index}`, it);
    return `n${index}`;
  });
  return evaluate(formula.join(' '), names);
}

/** The place of the bracket right before a figure, or that of the figure. */
function bracketBefore(text: string, start: number): number {
  const opened = /[([][\s([]{0,4}$/.exec(text.slice(Math.max(0, start - 5), start));
  return opened ? start - opened[0].length : start;
}

const signOf = (sign: string) =>
  /[×*·x]/i.test(sign) ? '*' : /[÷/]/.test(sign) ? '/' : sign === '+' ? '+' : '-';

function operandAt(text: string, from: number) {
  const figure = matchAt(FIGURE, text, skip(BRACKETS, text, from));
  if (!figure) return undefined;
  const { digits, scale, percent } = figure.groups;
  const value = Number(digits!.replaceAll(',', '')) * (scale === undefined ? 1 : SCALE[scale.toLowerCase()]!);
  const counted = matchAt(COUNTED, text, figure.end);
  return {
    value: percent === undefined ? value : value / 100,
    percent: percent !== undefined,
    units: counted !== undefined && UNIT.test(text.slice(figure.end, counted.end)),
    /** Where the figure ends, and where what it counts does. */
    bare: figure.end,
    end: counted?.end ?? figure.end,
  };
}

function matchAt(pattern: RegExp, text: string, at: number) {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  return match ? { end: at + match[0].length, groups: match.groups ?? {} } : undefined;
}

function skip(pattern: RegExp, text: string, at: number): number {
  return matchAt(pattern, text, at)?.end ?? at;
}

/** Whether the result is what the left side comes to, give or take a share of it. */
export function holds({ value, result, percent }: Equation, tolerance: number): boolean {
  const factors = percent ? [1, 100, 0.01] : [1];
  return factors.some(it => Math.abs(result - it * value) <= tolerance * Math.abs(it * value) + 1e-9);
}

/** `1 result follows from its figures.`, `2 results follow from their figures.` */
export function following(count: number, noun: string): string {
  return `${counted(count, noun)} ${count === 1 ? 'follows from its' : 'follow from their'} figures.`;
}
