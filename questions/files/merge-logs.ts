/**
 * Merges sources that are each in order into one that is.
 *
 * Of items that compare as equal, the one of the earlier source comes first, and those of one source keep their order.
 *
 * It is lazy. Nothing is asked for before the first item is wanted; then all sources are asked for their first item at
 * the same time, and afterwards a source is asked for its next one only when its last has gone out and another item
 * is wanted. So it holds one item of each source at most.
 *
 * When the consumer stops early, or a source fails (the consumer gets its error), `return` is called once on every
 * source that has neither ended nor failed, where it has that method.
 *
 * @param compare negative when the first comes before the second, as for `sort`; called O(log k) times an item
 */
export async function* merge<T>(
  sources: readonly AsyncIterable<T>[],
  compare: (a: T, b: T) => number,
): AsyncGenerator<T, void, undefined> {
  throw new Error('not implemented');
}
