/** Reading a tree by name without trusting its shape, so that references are checked in files that have other problems. */
import type { Beside } from './coding-files.ts';
import type { Kind } from './shapes.ts';
import type { Source, Span } from './source.ts';
import type { Tree } from './tree.ts';

/** A file as far as it could be read, right or wrong. */
export interface Seen {
  source: Source;
  tree: Tree;
  kind: Kind;
  /** Reads a file beside it. */
  beside?: Beside;
}

/** An id or a reference in the text, and where it stands. */
export interface Name {
  text: string;
  span: Span;
}

/** The value under a key. */
export function part(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.parts.get(key)?.tree;
}

/** The items of the list under a key; none when there is no list. */
export function items(tree: Tree | undefined, key: string): Tree[] {
  const list = part(tree, key);
  return Array.isArray(list?.value) ? [...list.parts.values()].map(it => it.tree) : [];
}

/** The text under a key. */
export function nameIn(tree: Tree | undefined, key: string): Name | undefined {
  const value = part(tree, key);
  return value && textOf(value);
}

/** The texts under a key, one or a list. */
export function namesIn(tree: Tree | undefined, key: string): Name[] {
  const one = nameIn(tree, key);
  return one ? [one] : items(tree, key).flatMap(item => textOf(item) ?? []);
}

function textOf({ value, span }: Tree): Name | undefined {
  return typeof value === 'string' ? { text: value, span } : undefined;
}

/** The stretch of a path: of the key itself, of its value, or of the nearest part that is there. */
export function spanAt(tree: Tree, path: readonly PropertyKey[], of: 'key' | 'value'): Span {
  let span = tree.span;
  let here: Tree | undefined = tree;
  for (const step of path) {
    const next: { key: Span; tree: Tree } | undefined = here.parts.get(typeof step === 'symbol' ? '' : step);
    if (!next) return span;
    here = next.tree;
    span = of === 'key' ? next.key : here.span;
  }
  return span;
}

/** The value at a path; undefined when there is none. */
export function valueAt(tree: Tree, path: readonly PropertyKey[]): unknown {
  let here: Tree | undefined = tree;
  for (const step of path) here = here?.parts.get(typeof step === 'symbol' ? '' : step)?.tree;
  return here?.value;
}
