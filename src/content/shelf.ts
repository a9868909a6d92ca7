/** Items of content by their ids, of which only those that are asked for are read. */

import type { Bank, Library, Loop, Rubric } from '../model/content.ts';

/** An item, or the line of JSON that it is in. */
export type Kept<Item> = Item | string;

const BEGINS = '{"id":"';

/** Whether a text is the line of an item: it begins with its id, by which it is found without being read. */
export const isItem = (line: string): boolean => line.startsWith(BEGINS);

const idIn = (line: string): string => line.slice(BEGINS.length, line.indexOf('"', BEGINS.length));

/**
 * Items by id, in their order; of two with one id the later counts, in its place. A line is parsed when its item is first
 * asked for: a run needs little of what is shipped. Nothing in it can be changed by anybody, since it is shared by all that
 * runs.
 */
export class Shelf<Item extends { id: string }> implements ReadonlyMap<string, Item> {
  readonly #kept = new Map<string, Kept<Item>>();

  constructor(all: Iterable<Kept<Item>>) {
    for (const it of all) {
      const id = typeof it === 'string' ? idIn(it) : it.id;
      this.#kept.delete(id);
      this.#kept.set(id, typeof it === 'string' ? it : frozen(it));
    }
  }

  get size(): number {
    return this.#kept.size;
  }

  has(id: string): boolean {
    return this.#kept.has(id);
  }

  get(id: string): Item | undefined {
    const it = this.#kept.get(id);
    if (typeof it !== 'string') return it;
    const item = frozen(JSON.parse(it.replace(/,$/, '')) as Item);
    this.#kept.set(id, item);
    return item;
  }

  /** As they are kept: plain data, from which a shelf in another thread can be made. */
  kept(): Kept<Item>[] {
    return [...this.#kept.values()];
  }

  keys() {
    return this.#kept.keys();
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

/** Of a shelf without reading it. */
const keptIn = <Item extends { id: string }>(items: ReadonlyMap<string, Item>): Kept<Item>[] =>
  items instanceof Shelf ? items.kept() : [...items.values()];

/** A library as it is kept: plain data, which goes from thread to thread. */
export interface KeptLibrary {
  banks: Kept<Bank>[];
  loops: Kept<Loop>[];
  rubrics: Kept<Rubric>[];
}

export const keptOf = ({ banks, loops, rubrics }: Library): KeptLibrary => ({
  banks: keptIn(banks),
  loops: keptIn(loops),
  rubrics: keptIn(rubrics),
});

/** A library that nobody can change. */
export const libraryOf = ({ banks, loops, rubrics }: KeptLibrary): Library =>
  Object.freeze({ banks: new Shelf(banks), loops: new Shelf(loops), rubrics: new Shelf(rubrics) });

/** The value, frozen with all that is in it. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
  return value;
}
