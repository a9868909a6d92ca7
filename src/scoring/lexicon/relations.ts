/** Which words are related, held as one text: most of it is never asked for, so that none of it is read ahead. */

export type Relation = 'synonym' | 'derived' | 'opposite';

export interface Related {
  readonly stem: string;
  readonly relation: Relation;
}

/** In the order of the columns; of several relations of one pair the last one counts. */
const COLUMNS: readonly Relation[] = ['synonym', 'derived', 'opposite'];

/**
 * All relations, both ways, as `relationsIn` searches them: a line a stem, sorted, with its synonyms, derived words and
 * opposites, parted by tabs.
 *
 * @param lines of tables/relations.txt: the same columns, each pair in one line only
 * @param opposites pairs of stems, stronger than what the lines say of them
 */
export function relationsText(
  lines: readonly string[],
  opposites: readonly (readonly [string, string])[],
): string {
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
  const columnOf = (known: ReadonlyMap<string, Relation>, relation: Relation) =>
    [...known].flatMap(([stem, it]) => (it === relation ? [stem] : [])).join(' ');
  return [...related]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, known]) => `${[name, ...COLUMNS.map(it => columnOf(known, it))].join('\t')}\n`)
    .join('');
}

const UNRELATED: readonly Related[] = [];

/** The words related to a stem, each once, found in `relationsText` by halving. */
export function relationsIn(text: string, stem: string): readonly Related[] {
  let low = 0;
  let high = text.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const start = text.lastIndexOf('\n', middle - 1) + 1;
    const tab = text.indexOf('\t', start);
    const name = text.slice(start, tab);
    if (name === stem) return parsed(text.slice(tab + 1, text.indexOf('\n', tab)));
    if (name < stem) low = text.indexOf('\n', middle) + 1;
    else high = start;
  }
  return UNRELATED;
}

const parsed = (columns: string): Related[] =>
  columns
    .split('\t')
    .flatMap((column, at) =>
      column === '' ? [] : column.split(' ').map(stem => ({ stem, relation: COLUMNS[at]! })),
    );
