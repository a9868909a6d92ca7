/** What is known of each word, held as one text: most of it is never asked for, so that none of it is read ahead. */
import { gathered } from '../gathered.ts';

export type Relation = 'synonym' | 'derived' | 'opposite';

export interface Related {
  readonly stem: string;
  readonly relation: Relation;
}

/** In the order of the columns; of several relations of one pair the last one counts. */
const COLUMNS: readonly Relation[] = ['synonym', 'derived', 'opposite'];

/** What is known of a stem. */
export interface Entry {
  /** Of its vector, from 0; undefined where it has none. */
  readonly place: number | undefined;
  /** The stems related to it, each once. */
  readonly related: readonly Related[];
}

/**
 * All words, as `entryIn` searches them: a line a stem, sorted, with the place of its vector, its synonyms, derived words
 * and opposites, parted by tabs. Relations hold both ways.
 *
 * @param stems in the order of their vectors
 * @param lines of tables/relations.txt: the columns but the place, each pair in one line only
 * @param opposites pairs of stems, stronger than what the lines say of them
 */
export function wordsText(
  stems: readonly string[],
  lines: readonly string[],
  opposites: readonly (readonly [string, string])[],
): string {
  const places = new Map(stems.map((name, place) => [name, place]));
  const related = new Map<string, Map<string, Relation>>();
  const note = (from: string, to: string, relation: Relation) => {
    const known = related.get(from) ?? new Map<string, Relation>();
    related.set(from, known.set(to, relation));
  };
  const both = (a: string, b: string, relation: Relation) => {
    note(a, b, relation);
    note(b, a, relation);
  };
  for (const line of lines) {
    const [name, ...columns] = line.split('\t');
    for (const [at, column] of columns.entries())
      for (const other of column.split(' ').filter(Boolean)) both(name!, other, COLUMNS[at]!);
  }
  for (const [a, b] of opposites) both(a, b, 'opposite');
  const columnOf = (name: string, relation: Relation) =>
    [...(related.get(name) ?? [])].flatMap(([stem, it]) => (it === relation ? [stem] : [])).join(' ');
  return [...new Set([...stems, ...related.keys()])]
    .sort()
    .map(name => `${[name, places.get(name) ?? '', ...COLUMNS.map(it => columnOf(name, it))].join('\t')}\n`)
    .join('');
}

const UNKNOWN: Entry = { place: undefined, related: [] };

/** What `wordsText` says of a stem, found by halving. */
export function entryIn(text: string, stem: string): Entry {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = text.lastIndexOf('\n', middle - 1) + 1;
    const tab = text.indexOf('\t', start);
    const name = text.slice(start, tab);
    if (name === stem) return entryFrom(text.slice(tab + 1, text.indexOf('\n', tab)));
    if (name < stem) low = text.indexOf('\n', middle) + 1;
    else high = start;
  }
  return UNKNOWN;
}

function entryFrom(columns: string): Entry {
  const [place, ...related] = columns.split('\t');
  return { place: place === '' ? undefined : Number(place), related: parsed(related) };
}

const parsed = (columns: readonly string[]): Related[] =>
  gathered(columns, (column, at) =>
    column === '' ? [] : column.split(' ').map(stem => ({ stem, relation: COLUMNS[at]! })),
  );
