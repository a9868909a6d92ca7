/** A binary heap: the item that comes first is known at once, and adding or taking one costs the logarithm of the size. */
export interface Heap<Item> {
  readonly items: readonly Item[];
  add(item: Item): void;
  /** The item that comes first, taken out. Undefined when there is none. */
  take(): Item | undefined;
}

/** @param compare negative when `a` comes before `b`. */
export function heap<Item>(compare: (a: Item, b: Item) => number): Heap<Item> {
  const items: Item[] = [];
  return {
    items,
    add(item) {
      items.push(item);
      rise(items, compare);
    },
    take() {
      const last = items.pop();
      if (last === undefined || items.length === 0) return last;
      const first = items[0];
      items[0] = last;
      sink(items, compare);
      return first;
    },
  };
}

/** The last item, moved up while it comes before the one above it. */
function rise<Item>(items: Item[], compare: (a: Item, b: Item) => number): void {
  let at = items.length - 1;
  while (at > 0) {
    const above = (at - 1) >> 1;
    if (compare(items[above]!, items[at]!) <= 0) return;
    [items[above], items[at]] = [items[at]!, items[above]!];
    at = above;
  }
}

/** The first item, moved down while one below comes before it. */
function sink<Item>(items: Item[], compare: (a: Item, b: Item) => number): void {
  let at = 0;
  for (;;) {
    let below = 2 * at + 1;
    if (below >= items.length) return;
    if (below + 1 < items.length && compare(items[below + 1]!, items[below]!) < 0) below++;
    if (compare(items[at]!, items[below]!) <= 0) return;
    [items[below], items[at]] = [items[at]!, items[below]!];
    at = below;
  }
}
