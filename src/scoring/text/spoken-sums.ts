/** Sums as they are spoken: `two thousand times two times point eight over four makes eight hundred`. */
import type { Equation } from './equation.ts';
import { evaluate } from './formula.ts';
import { figureAt, type Spoken, type Token, tokensOf } from './spoken-figures.ts';

/** Nothing is reckoned aloud without one of these; `over` alone is as often a time (`300 users over two weeks`). */
const WORTH_READING = /\b(?:times|multiplied|divided|plus|minus)\b/i;

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['times', '*'],
  ['multiplied by', '*'],
  ['×', '*'],
  ['*', '*'],
  ['over', '/'],
  ['divided by', '/'],
  ['÷', '/'],
  ['/', '/'],
  ['plus', '+'],
  ['+', '+'],
  ['minus', '-'],
]);

/** What may stand before the verb, what says that a result comes, and what may stand before that. */
const LEADS = /^(?:[,;:()’']|which|that|this|it|together|altogether|all|in|so|and)$/;
const MAKES = /^(?:makes?|making|equals?|is|are|s|gives?|giving|yields?|=|≈|→)$/;
const ABOUT =
  /^(?:about|roughly|around|nearly|almost|some|exactly|just|a|an|the|score|total|result|of|[:~$€£])$/;

/** A figure before, or a word that joins one, makes a figure a part of something larger. */
const TORN = /^(?:to|or|of|point|times|over|by|plus|minus|[-–×*÷/+^])$/;
/** And what goes on behind it: `six times more`, `two to three`. */
const GOES_ON = /^(?:to|or|times|over|plus|minus|[-–×*÷/+^])$/;

/** Words between a figure and what is done with it, or between that and the next figure: `2,000 riders times an impact of two`. */
const MOST_WORDS = 3;

const UNIT = /^(?:seconds?|minutes?|hours?|days?|weeks?|months?|quarters?|years?|ms|[kmgt]i?b|bytes?)$/;

/** A share by which a spoken result is rounded. */
const ROUNDED = 0.06;

/** The sums of a text that have a word for what is done with the figures; those in signs alone are none of them. */
export function spokenSums(text: string): Equation[] {
  if (!WORTH_READING.test(text)) return [];
  const tokens = tokensOf(text);
  const found: Equation[] = [];
  for (let at = 0; at < tokens.length; ) {
    const first = figureAt(tokens, at);
    if (!first) {
      at++;
      continue;
    }
    const sum = isTorn(tokens, at) ? undefined : sumAt(tokens, at, first);
    if (sum) found.push(sum.equation);
    at = sum?.next ?? first.next;
  }
  return found;
}

const isTorn = (tokens: readonly Token[], at: number): boolean => TORN.test(tokens[at - 1]?.text ?? '');

function sumAt(tokens: readonly Token[], at: number, first: Spoken) {
  const figures = [first];
  const signs: string[] = [];
  const spoken: string[] = [];
  let end = first.next;
  for (;;) {
    const behind = skipWords(tokens, end);
    const sign = signAt(tokens, tokens[behind]?.text === ',' ? behind + 1 : behind);
    const operand = sign && operandAt(tokens, sign.next);
    if (!operand) break;
    figures.push(operand);
    signs.push(sign.sign);
    spoken.push(sign.said);
    end = operand.next;
  }
  if (!spoken.some(it => WORTH_READING.test(it))) return undefined;
  const result = resultAt(tokens, skipWords(tokens, end));
  if (!result) return undefined;
  const operands = figures.map(it => it.value);
  const value = comesTo(operands, signs, result.value);
  if (value === undefined) return undefined;
  const equation: Equation = {
    start: tokens[at]!.start,
    end: tokens[result.next - 1]!.end,
    operands,
    operators: signs,
    value,
    result: result.value,
    percent: [...figures, result].some(it => it.percent),
    units: tokens.slice(at, result.next + 1).some(it => UNIT.test(it.text)),
  };
  return { equation, next: result.next };
}

function signAt(tokens: readonly Token[], at: number) {
  const one = tokens[at]?.text ?? '';
  const two = `${one} ${tokens[at + 1]?.text ?? ''}`;
  const said = SIGNS.has(two) ? two : one;
  const sign = SIGNS.get(said);
  return sign === undefined ? undefined : { sign, said, next: at + (said === two ? 2 : 1) };
}

/** What is counted; as far as the next sign or verb, or where it began, when neither follows. */
function skipWords(tokens: readonly Token[], from: number): number {
  for (let at = from; at <= from + MOST_WORDS; at++) {
    const text = tokens[at]?.text ?? '';
    if (signAt(tokens, at) || MAKES.test(text) || LEADS.test(text) || text === 'comes' || text === 'come')
      return at;
    if (!/^\p{L}/u.test(text) || GOES_ON.test(text) || figureAt(tokens, at)) break;
  }
  return from;
}

/** `times an impact of two`: words that name the figure stand before it. */
function operandAt(tokens: readonly Token[], from: number): Spoken | undefined {
  for (let at = from; at <= from + MOST_WORDS; at++) {
    const figure = figureAt(tokens, at);
    if (figure) return figure;
    if (!/^(?:\p{L}+|[$€£])$/u.test(tokens[at]?.text ?? '') || signAt(tokens, at)) return undefined;
  }
  return undefined;
}

function resultAt(tokens: readonly Token[], from: number): Spoken | undefined {
  let at = from;
  while (at < from + MOST_WORDS && LEADS.test(tokens[at]?.text ?? '')) at++;
  if (/^comes?$/.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text === 'to') at += 2;
  else if (MAKES.test(tokens[at]?.text ?? '')) at++;
  else return undefined;
  for (let words = 0; words <= MOST_WORDS; words++, at++) {
    const figure = figureAt(tokens, at);
    if (figure) return GOES_ON.test(tokens[figure.next]?.text ?? '') ? undefined : figure;
    if (!ABOUT.test(tokens[at]?.text ?? '')) return undefined;
  }
  return undefined;
}

/**
 * Nobody says brackets: `five plus thirteen plus three over three is seven` is meant step by step. What comes to the result
 * is meant, else products come before sums.
 */
function comesTo(operands: readonly number[], signs: readonly string[], result: number): number | undefined {
  const names = new Map(operands.map((it, at) => [`n${at}`, it]));
  const written = (name: string, at: number) => (at === 0 ? name : ` ${signs[at - 1]} ${name}`);
  const flat = [...names.keys()].map(written).join('');
  const steps = `${'('.repeat(signs.length)}${[...names.keys()].map((it, at) => `${written(it, at)}${at === 0 ? '' : ')'}`).join('')}`;
  const inSteps = signs.length > MOST_STEPS ? undefined : evaluate(steps, names);
  return inSteps !== undefined && Math.abs(result - inSteps) <= ROUNDED * Math.abs(inSteps)
    ? inSteps
    : evaluate(flat, names);
}

/** To reckon step by step takes a call for each; nobody speaks a sum of more. */
const MOST_STEPS = 40;
