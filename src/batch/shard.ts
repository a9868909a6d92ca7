/** A share of the rows, so that several machines can divide one file without cutting it. */

/** Part `index` (from 1) of `of` parts. */
export interface Shard {
  index: number;
  of: number;
}

/** Rows are dealt out like cards: the union over all shards is the whole, and each row is in one of them. */
export const inShard = (row: number, shard: Shard | undefined): boolean =>
  shard === undefined || row % shard.of === shard.index - 1;
