import type { Tree } from './tree.ts';

/**
 * A tree of a value whose places are looked up when somebody asks: whoever has nothing to complain of needs none.
 * @param placed the same tree with its places.
 */
export function placedLater(value: unknown, placed: () => Tree): Tree {
  return new LaterTree(value, placed);
}

/** A class, for a bank of thousands of questions has as many of them as it has ids. */
class LaterTree implements Tree {
  readonly value: unknown;
  private readonly placed: () => Tree;

  constructor(value: unknown, placed: () => Tree) {
    this.value = value;
    this.placed = placed;
  }

  get span() {
    return this.placed().span;
  }

  get key() {
    return this.placed().key;
  }

  part(name: string): Tree | undefined {
    const { value } = this;
    if (typeof value !== 'object' || Array.isArray(value) || !Object.hasOwn(value ?? {}, name))
      return undefined;
    return new LaterTree((value as Record<string, unknown>)[name], () => this.placed().part(name)!);
  }

  items(): readonly Tree[] {
    if (!Array.isArray(this.value)) return [];
    return this.value.map((it, at) => new LaterTree(it, () => this.placed().items()[at]!));
  }
}
