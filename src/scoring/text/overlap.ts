/** Where an answer says the words of a reference text: looked up once, and read by everything that compares the two. */
import { type Matches, type Overlap, type Searchable, type Target, take, type Wanted } from './searchable.ts';

/** Share of what matched that must be said the other way round for the whole to be the opposite. */
const OPPOSED = 0.75;

export function overlapOf(target: Target, within: Searchable): Overlap {
  const known = within.overlaps.get(target);
  if (known) return known;
  const wanted = target.wanted.filter(it => within.said[it.number]);
  const cells = cellsOf(wanted, within);
  const found = {
    wanted,
    cells,
    count: within.count,
    matches: matchesOf(wanted, cells, target.total, within),
  };
  within.overlaps.set(target, found);
  return found;
}

function cellsOf(wanted: readonly Wanted[], within: Searchable): Float64Array {
  const { asserted, denied, count } = within;
  const cells = take(within, wanted.length * count);
  for (let row = 0; row < wanted.length; row++) {
    const it = wanted[row]!;
    const same = it.denied ? denied : asserted;
    const other = it.denied ? asserted : denied;
    for (let at = 0, from = it.number * count, cell = row * count; at < count; at++, cell++) {
      const agreeing = same[from + at]!;
      const contrary = other[from + at]!;
      if (it.supposed) cells[cell] = Math.max(agreeing, contrary);
      else cells[cell] = contrary > agreeing ? -contrary : agreeing;
    }
  }
  return cells;
}

function matchesOf(
  wanted: readonly Wanted[],
  cells: Float64Array,
  total: number,
  within: Searchable,
): Matches {
  const { count, weights } = within;
  const recall = take(within, count);
  const f = take(within, count);
  for (let at = 0; at < count; at++) {
    let agreeing = 0;
    let contrary = 0;
    for (let row = 0, cell = at; row < wanted.length; row++, cell += count) {
      const sim = cells[cell]!;
      if (sim > 0) agreeing += wanted[row]!.weight * sim;
      else contrary -= wanted[row]!.weight * sim;
    }
    const found = agreeing + contrary;
    if (found === 0) continue;
    recall[at] = found / total;
    const precision = Math.min(1, found / weights[at]!);
    const mean = (2 * recall[at]! * precision) / (recall[at]! + precision);
    f[at] = contrary >= OPPOSED * found ? -mean : mean;
  }
  return { recall, f };
}
