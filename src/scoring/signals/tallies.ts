/** Figures under the names they are given in a text, one tally for each thing that is counted. */
import type { Answer, Sentence } from '../text/answer.ts';
import { gridsOf, type Row } from '../text/grid.ts';
import { type Quantity, quantitiesOf } from '../text/numbers.ts';
import { bookFor, findPhrases, type Term } from '../text/phrases.ts';
import { wordsOf } from '../text/tokens.ts';

export interface Tally {
  values: Map<string, number>;
  result: number | undefined;
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

/** What stands right before a result that has no name. */
const EQUALS = /(?:=|≈|→|->|=>)\s*(?:about |~ ?)?[$€£]?$/;

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
  const figures = quantitiesOf(said);
  const given = new Map<Quantity, string | undefined>();
  for (const it of figures)
    if (EQUALS.test(said.slice(Math.max(0, it.start - 10), it.start))) given.set(it, undefined);
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
    const figures = row.map(({ text }) => quantitiesOf(text)[0]?.value);
    const values = new Map<string, number>();
    for (const [index, name] of columns.entries())
      if (name !== undefined && name !== RESULT && figures[index] !== undefined)
        values.set(name, figures[index]);
    const at = columns.indexOf(RESULT);
    const stated = at < 0 ? undefined : figures[at];
    return { values, result: stated, start: row[0]!.start, end: row.at(-1)!.end };
  });
}

const RESULT = Symbol('result');
