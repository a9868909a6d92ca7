/** The compiled library: JSON with an item a line, so that of all that is shipped only what is asked for need be parsed. */
import type { Library } from '../model/content.ts';
import { isItem, libraryOf } from './shelf.ts';

type Name = keyof Library;
const NAMES: readonly Name[] = ['banks', 'loops', 'rubrics'];

/** What the build writes: content with all defaults filled in, sorted by id, in ASCII, which takes half the memory to read. */
export const compiledText = (library: Library): string =>
  ascii(`{${NAMES.map(name => `"${name}":[\n${linesOf(library[name]).join(',\n')}\n]`).join(',')}}\n`);

const linesOf = (shelf: ReadonlyMap<string, { id: string }>) =>
  [...shelf.values()]
    .sort((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, ...item }) => JSON.stringify({ id, ...item }));

const ascii = (json: string) =>
  json.replace(/[^\0-\x7f]/g, it => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The library that `compiledText` wrote down. */
export function compiledLibrary(text: string): Library {
  const [banks = [], loops = [], rubrics = []] = text
    .split(/^\].*\n/m)
    .map(it => it.split('\n').filter(isItem));
  return libraryOf({ banks, loops, rubrics });
}
