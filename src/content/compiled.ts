/** The compiled library: JSON with an item a line, so that of all that is shipped only what is asked for need be parsed. */
import type { Bank, Library, Loop, Rubric } from '../model/content.ts';
import { freeze } from './frozen.ts';

type Name = keyof Library;
const NAMES: readonly Name[] = ['banks', 'loops', 'rubrics'];

/** What the build writes: content with all defaults filled in, sorted by id. */
export const compiledText = (library: Library): string =>
  `{${NAMES.map(name => `"${name}":[\n${linesOf(library[name]).join(',\n')}\n]`).join(',')}}\n`;

/** An item's line begins with its id, by which it is found without being read. */
const linesOf = (shelf: ReadonlyMap<string, { id: string }>) =>
  [...shelf.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, ...item }) => JSON.stringify({ id, ...item }));

/** The library that `compiledText` wrote down. */
export function compiledLibrary(text: string): Library {
  const shelves = text.split(/^\].*\n/m).map(shelf => new Shelf(shelf.split('\n').filter(isItem)));
  const [banks, loops, rubrics] = shelves as [Shelf<Bank>, Shelf<Loop>, Shelf<Rubric>];
  return Object.freeze({ banks, loops, rubrics });
}

const BEGINS = '{"id":"';
const isItem = (line: string) => line.startsWith(BEGINS);

/** Items by id, in their order: each is parsed, and frozen, when it is first asked for. */
class Shelf<Item> implements ReadonlyMap<string, Item> {
  readonly #lines: ReadonlyMap<string, string>;
  readonly #items = new Map<string, Item>();

  constructor(lines: readonly string[]) {
    this.#lines = new Map(
      lines.map(line => [line.slice(BEGINS.length, line.indexOf('"', BEGINS.length)), line]),
    );
  }

  get size(): number {
    return this.#lines.size;
  }

  has(id: string): boolean {
    return this.#lines.has(id);
  }

  get(id: string): Item | undefined {
    const line = this.#lines.get(id);
    if (line === undefined || this.#items.has(id)) return this.#items.get(id);
    const item = JSON.parse(line.replace(/,$/, '')) as Item;
    freeze(item);
    this.#items.set(id, item);
    return item;
  }

  keys() {
    return this.#lines.keys();
  }

  entries() {
    return this.#all().entries();
  }

  values() {
    return this.#all().values();
  }

  forEach(each: (item: Item, id: string, shelf: ReadonlyMap<string, Item>) => void): void {
    for (const [id, item] of this.#all()) each(item, id, this);
  }

  [Symbol.iterator]() {
    return this.entries();
  }

  #all(): Map<string, Item> {
    return new Map([...this.keys()].map(id => [id, this.get(id)!]));
  }
}
