/** Figures under the names they are given in a text, one tally for each thing that is counted. */
import type { Answer, Sentence } from '../text/answer.ts';
import { gridsOf, type Row } from '../text/grid.ts';
import { type Quantity, quantitiesOf } from '../text/numbers.ts';
import { bookFor, findPhrases, type Term } from '../text/phrases.ts';
import { figureAt, tokensOf } from '../text/spoken-figures.ts';
import { wordsOf } from '../text/tokens.ts';

export interface Tally {
  values: Map<string, number>;
  result: number | undefined;
  /** Of a table: further figures that stand in the same cell, the middle of a range among them; any may be meant. */
  also?: ReadonlyMap<string, readonly number[]>;
  start: number;
  end: number;
}

/** What is looked for: the quantities, the first word of each naming it, and what their result is called. */
export interface Names {
  quantities: readonly Term[];
  result: readonly Term[];
}

export const nameOf = (term: Term) => (typeof term === 'string' ? term : term[0]!);

/** A figure belongs to the name that it follows within so many characters, or precedes within fewer. */
const AFTER = 40;
const BEFORE = 16;

/** What stands right before a result that has no name; in words only before a bare figure. */
const EQUALS = /(?:=|≈|→|->|=>)\s*(?:about |~ ?)?[$€£]?$/;
const SO = /\b(?:so|makes|makes it|gives|comes to|that is|that['’]s)\s+(?:about |roughly |~ ?)?$/i;
const ENDED = /^\s*(?:[.,;:)\n]|$)/;

export function talliesOf(answer: Answer, names: Names): Tally[] {
  const grids = gridsOf(answer.text);
  const inGrid = ({ start }: Sentence) =>
    grids.some(rows => rows[0]![0]!.start <= start && start < rows.at(-1)!.at(-1)!.end);
  return [
    ...told(answer, grids.length > 0 ? answer.sentences.filter(it => !inGrid(it)) : answer.sentences, names),
    ...grids.flatMap(rows => tabled(rows, names)),
  ];
}

/** In the order told; a name that comes again begins the next thing that is counted. */
function told({ text }: Answer, sentences: readonly Sentence[], names: Names): Tally[] {
  const tallies: Tally[] = [];
  for (const sentence of sentences) {
    // `score 400: reach 800, ...`: a result may come first, but only within its sentence.
    let led = false;
    for (const { name, value } of figuresOf(text, sentence, names)) {
      let open = tallies.at(-1);
      const closed = open?.result !== undefined && !led;
      if (!open || closed || (name !== undefined && open.values.has(name))) {
        led = name === undefined;
        open = { values: new Map(), result: undefined, start: sentence.start, end: sentence.end };
        tallies.push(open);
      }
      open.end = sentence.end;
      if (name === undefined) open.result ??= value;
      else open.values.set(name, value);
    }
  }
  return tallies.filter(it => it.values.size > 0);
}

interface Place {
  /** Of a result it is undefined. */
  name: string | undefined;
  start: number;
  end: number;
}

/** The nearest pairs of figure and name first, so that `40 affected, impact 1` leaves the 1 to impact. */
function figuresOf(text: string, sentence: Sentence, names: Names) {
  const said = text.slice(sentence.start, sentence.end);
  const places = placesIn(sentence, names);
  if (places.length === 0) return [];
  const figures = withSpoken(said, quantitiesOf(said), places);
  const given = new Map<Figure, string | undefined>();
  for (const it of figures) {
    const before = said.slice(Math.max(0, it.start - 20), it.start);
    const isLast = places.every(({ end }) => end <= it.start);
    if (
      EQUALS.test(before.slice(-10)) ||
      (isLast && SO.test(before) && ENDED.test(said.slice(it.end, it.end + 4)))
    )
      given.set(it, undefined);
  }
  const used = new Set<Place>();
  const pairs = figures
    .filter(it => !given.has(it))
    .flatMap(figure => places.map(place => ({ figure, place, far: distance(place, figure) })))
    .filter(it => it.far < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.far - b.far);
  for (const { figure, place } of pairs) {
    if (given.has(figure) || used.has(place)) continue;
    given.set(figure, place.name);
    used.add(place);
  }
  return figures.flatMap(it => (given.has(it) ? [{ name: given.get(it), value: it.value }] : []));
}

type Figure = Pick<Quantity, 'start' | 'end' | 'value'>;

/** What may stand between a name and its figure in words: `impact two`, `an impact of two`, `value: five`. */
const BESIDE = /^\s*(?:(?:is|of|at|gets|a|an|[:=,–-])\s*){0,3}$/;

/** Figures in words are figures right behind a name: `effort six`. Elsewhere `one` and `two` count whatever is told. */
function withSpoken(said: string, figures: readonly Figure[], places: readonly Place[]): readonly Figure[] {
  const tokens = tokensOf(said);
  const ends = places.map(it => it.end);
  const spoken = tokens.flatMap(({ start }, at) => {
    const from = ends.findLast(end => end <= start);
    if (from === undefined || start - from > AFTER || !BESIDE.test(said.slice(from, start))) return [];
    const figure = figureAt(tokens, at);
    if (!figure?.inWords) return [];
    const end = tokens[figure.next - 1]!.end;
    return figures.some(it => it.start < end && start < it.end) ? [] : [{ start, end, value: figure.value }];
  });
  return spoken.length === 0 ? figures : [...figures, ...spoken].sort((a, b) => a.start - b.start);
}

function placesIn(sentence: Sentence, { quantities, result }: Names): Place[] {
  const placed = (terms: readonly Term[], nameAt: (list: number) => string | undefined) =>
    findPhrases(bookFor(terms), sentence.words).map(({ list, from, to }) => ({
      name: nameAt(list),
      start: sentence.words[from]!.start - sentence.start,
      end: sentence.words[to - 1]!.end - sentence.start,
    }));
  return [...placed(quantities, list => nameOf(quantities[list]!)), ...placed(result, () => undefined)];
}

function distance(place: Place, figure: { start: number; end: number }): number {
  const after = figure.start - place.end;
  if (after >= 0 && after <= AFTER) return after;
  const before = place.start - figure.end;
  // What follows its name is the rule, `5000 users` the exception.
  return before >= 0 && before <= BEFORE ? before + 2 : Number.POSITIVE_INFINITY;
}

/** Rows below a head that names every quantity, in words or by their first letters. */
function tabled([head, ...rows]: readonly Row[], { quantities, result }: Names): Tally[] {
  const columns = (head ?? []).map(({ text }) => {
    const words = wordsOf(text);
    const list = findPhrases(bookFor(quantities), words)[0]?.list;
    const letter = quantities.findIndex(it => text === nameOf(it)[0]!.toUpperCase());
    if (list !== undefined || letter >= 0) return nameOf(quantities[list ?? letter]!);
    return findPhrases(bookFor(result), words).length > 0 ? RESULT : undefined;
  });
  if (quantities.some(it => !columns.includes(nameOf(it)))) return [];
  return rows.map(row => {
    const values = new Map<string, number>();
    const also = new Map<string, readonly number[]>();
    for (const [index, name] of columns.entries()) {
      if (name === undefined || name === RESULT) continue;
      const [first, ...others] = meantBy(row[index]?.text ?? '');
      if (first === undefined) continue;
      values.set(name, first);
      if (others.length > 0) also.set(name, others);
    }
    const at = columns.indexOf(RESULT);
    const stated = at < 0 ? undefined : meantBy(row[at]?.text ?? '')[0];
    return { values, result: stated, also, start: row[0]!.start, end: row.at(-1)!.end };
  });
}

/** More figures in a cell than this are not looked at: what they may mean together grows with their product. */
const MOST_MEANT = 3;

/** `1 account, 400 seats` may mean either, and `400–600` also what lies between. */
function meantBy(cell: string): number[] {
  const found = quantitiesOf(cell).slice(0, MOST_MEANT);
  const [from, to] = found;
  const range = from && to && /^\s*(?:[-–]|to)\s*$/.test(cell.slice(from.end, to.start));
  return [...found.map(it => it.value), ...(range ? [(from.value + to.value) / 2] : [])];
}

const RESULT = Symbol('result');
