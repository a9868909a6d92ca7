import type { Library } from '../model/content.ts';

/** The library, nothing in it to be changed by anybody: it is shared by all that runs. */
export function frozenLibrary(library: Library): Library {
  for (const shelf of [library.banks, library.loops, library.rubrics])
    for (const item of shelf.values()) freeze(item);
  return Object.freeze({
    banks: readOnly(library.banks),
    loops: readOnly(library.loops),
    rubrics: readOnly(library.rubrics),
  });
}

/** Freezes a value with all that is in it. */
export function freeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) freeze(part);
}

/** Freezing a map does not stop its methods; this does. */
function readOnly<Item>(map: ReadonlyMap<string, Item>): ReadonlyMap<string, Item> {
  const refuse = () => {
    throw new TypeError('The library cannot be changed.');
  };
  return Object.freeze(Object.assign(new Map(map), { set: refuse, delete: refuse, clear: refuse }));
}
