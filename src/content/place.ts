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
  readonly span: Span;
}

/** The value under a key. */
export function part(tree: Tree | undefined, key: string): Tree | undefined {
  return tree?.part(key);
}

/** The items of the list under a key; none when there is no list. */
export function items(tree: Tree | undefined, key: string): readonly Tree[] {
  return part(tree, key)?.items() ?? [];
}

/** The text under a key. */
export function nameIn(tree: Tree | undefined, key: string): Name | undefined {
  const value = part(tree, key);
  return value && textOf(value);
}

/** The texts under a key, one or a list. */
export function namesIn(tree: Tree | undefined, key: string): Name[] {
  const value = part(tree, key);
  const one = value && textOf(value);
  return one ? [one] : (value?.items() ?? []).flatMap(item => textOf(item) ?? []);
}

function textOf(tree: Tree): Name | undefined {
  return typeof tree.value === 'string' ? new Text(tree.value, tree) : undefined;
}

/** Where it stands may take long to look up, and mostly nobody asks. */
class Text implements Name {
  readonly text: string;
  private readonly tree: Tree;

  constructor(text: string, tree: Tree) {
    this.text = text;
    this.tree = tree;
  }

  get span() {
    return this.tree.span;
  }
}

/** The stretch of a path: of the key itself, of its value, or of the nearest part that is there. */
export function spanAt(tree: Tree, path: readonly PropertyKey[], of: 'key' | 'value'): Span {
  let span = tree.span;
  let here: Tree | undefined = tree;
  for (const step of path) {
    here = below(here, step);
    if (!here) return span;
    span = of === 'key' ? here.key : here.span;
  }
  return span;
}

/** The value at a path; undefined when there is none. */
export function valueAt(tree: Tree, path: readonly PropertyKey[]): unknown {
  let here: Tree | undefined = tree;
  for (const step of path) here = here && below(here, step);
  return here?.value;
}

/** The part or item of that name or number. */
function below(tree: Tree, step: PropertyKey): Tree | undefined {
  return typeof step === 'number' ? tree.items()[step] : tree.part(String(step));
}
