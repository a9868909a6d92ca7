import type { Sentence } from '../text/answer.ts';
import { slice } from '../text/evidence.ts';
import { evaluate } from '../text/formula.ts';
import { quantitiesOf } from '../text/numbers.ts';
import { bookFor, findPhrases, type Term } from '../text/phrases.ts';
import type { Context } from './context.ts';
import { signal } from './shape.ts';

/** What it is worth to name the quantities with figures, to state a result beside them, and to state a wrong one. */
const NAMED = 0.5;
const WRONG = 0.3;

/** A figure belongs to the name that it follows within so many characters, or precedes within fewer. */
const AFTER = 40;
const BEFORE = 16;

export const arithmetic = signal({
  kind: 'arithmetic',
  about: 'Named quantities with figures, and a result that follows from them.',
  params: {
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
  },
  measure(context, { quantities, formula, result, tolerance }) {
    const records = talliesOf(context, quantities, result);
    const names = quantities.map(nameOf);
    const full = records.filter(it => names.every(name => it.values.has(name)));
    const checked = full.filter(it => it.result !== undefined);
    const wrong = checked.filter(it => !follows(it, formula, tolerance));
    const named = Math.max(
      0,
      ...records.map(it => names.filter(name => it.values.has(name)).length / names.length),
    );
    const value =
      checked.length === 0 ? NAMED * named : WRONG + (1 - WRONG) * (1 - wrong.length / checked.length);
    const lacking = names.filter(name => !records.some(it => it.values.has(name)));
    return {
      value,
      evidence: (checked.length > 0 ? checked : records)
        .slice(0, 3)
        .map(it => slice(context.answer.text, it.start, it.end)),
      missing: [
        ...lacking.map(name => `a figure for ${name}`),
        ...(checked.length === 0 ? [`a ${nameOf(result[0]!)} worked out from the figures`] : []),
        ...(wrong.length > 0 ? [`a ${nameOf(result[0]!)} that follows from the figures`] : []),
      ],
      reason: reasonOf(full.length, checked.length, wrong, formula),
    };
  },
});

const nameOf = (term: Term) => (typeof term === 'string' ? term : term[0]!);

function reasonOf(full: number, checked: number, wrong: readonly Tally[], formula: string): string {
  if (wrong.length > 0) {
    const [{ result, values }] = wrong as [Tally, ...Tally[]];
    const expected = evaluate(formula, values);
    return `A stated ${result} does not follow from its figures: ${formula} is ${round(expected ?? 0)}.`;
  }
  if (checked > 0) return `${checked} results follow from their figures.`;
  return full > 0 ? 'All figures are given, no result.' : 'Not all figures are given.';
}

const round = (value: number) => Number(value.toPrecision(4));

interface Tally {
  values: Map<string, number>;
  result: number | undefined;
  start: number;
  end: number;
}

/** Figures by name in the order told; a name that comes again begins the next thing that is counted. */
function talliesOf({ answer }: Context, quantities: readonly Term[], result: readonly Term[]): Tally[] {
  const records: Tally[] = [];
  for (const sentence of answer.sentences)
    for (const { name, value } of figuresOf(answer.text, sentence, quantities, result)) {
      const last = records.at(-1);
      const taken =
        !last ||
        (name === undefined ? last.result !== undefined : last.values.has(name) || last.result !== undefined);
      const record = taken
        ? { values: new Map<string, number>(), result: undefined, start: sentence.start, end: sentence.end }
        : last;
      if (taken && name === undefined) continue;
      if (taken) records.push(record);
      record.end = sentence.end;
      if (name === undefined) record.result = value;
      else record.values.set(name, value);
    }
  return records;
}

/** Each figure of a sentence goes to the nearest name that has none yet; a result has no name. */
function figuresOf(text: string, sentence: Sentence, quantities: readonly Term[], result: readonly Term[]) {
  const said = text.slice(sentence.start, sentence.end);
  const places = [
    ...findPhrases(bookFor(quantities), sentence.words).map(hit => ({
      ...hit,
      name: nameOf(quantities[hit.list]!),
    })),
    ...findPhrases(bookFor(result), sentence.words).map(hit => ({ ...hit, name: undefined })),
  ];
  const used = new Set<string | undefined>();
  const figures: { name: string | undefined; value: number }[] = [];
  for (const figure of quantitiesOf(said)) {
    const near = places
      .filter(it => !used.has(it.name))
      .map(it => ({ name: it.name, far: distance(sentence, it, figure) }))
      .sort((a, b) => a.far - b.far)[0];
    if (!near || near.far === Number.POSITIVE_INFINITY) continue;
    used.add(near.name);
    figures.push({ name: near.name, value: figure.value });
  }
  return figures;
}

function distance(
  sentence: Sentence,
  place: { from: number; to: number },
  figure: { start: number; end: number },
): number {
  const start = sentence.words[place.from]!.start - sentence.start;
  const end = sentence.words[place.to - 1]!.end - sentence.start;
  const after = figure.start - end;
  if (after >= 0 && after <= AFTER) return after;
  const before = start - figure.end;
  // What follows its name is the rule, `5000 users` the exception.
  return before >= 0 && before <= BEFORE ? before + 2 : Number.POSITIVE_INFINITY;
}

/** Percentages are written as 80 % and as 80, so a factor of a hundred is no mistake. */
function follows({ values, result }: Tally, formula: string, tolerance: number): boolean {
  const expected = evaluate(formula, values);
  if (expected === undefined || result === undefined) return false;
  return [1, 100, 0.01].some(
    factor => Math.abs(result - factor * expected) <= tolerance * Math.abs(factor * expected),
  );
}
