/** Where an answer says the words of a reference text: looked up once, and read by everything that compares the two. */
import type { Matches, Overlap, Searchable, Target, Wanted } from './searchable.ts';

/** Share of what matched that must be said the other way round for the whole to be the opposite. */
const OPPOSED = 0.75;

export function overlapOf(target: Target, within: Searchable): Overlap {
  const known = within.overlaps.get(target);
  if (known) return known;
  const wanted = target.wanted.filter(it => within.said[it.number]);
  const overlap = { wanted, cells: cellsOf(wanted, within), count: within.count };
  const found = { ...overlap, matches: matchesOf(overlap, target.total, within.weights) };
  within.overlaps.set(target, found);
  return found;
}

function cellsOf(wanted: readonly Wanted[], { asserted, denied, count }: Searchable): Float64Array {
  const cells = new Float64Array(wanted.length * count);
  for (let row = 0; row < wanted.length; row++) {
    const it = wanted[row]!;
    const [same, other] = it.denied ? [denied, asserted] : [asserted, denied];
    for (let at = 0, from = it.number * count; at < count; at++) {
      const agreeing = same[from + at]!;
      const contrary = other[from + at]!;
      if (it.supposed) cells[row * count + at] = Math.max(agreeing, contrary);
      else cells[row * count + at] = contrary > agreeing ? -contrary : agreeing;
    }
  }
  return cells;
}

function matchesOf(
  { wanted, cells, count }: Omit<Overlap, 'matches'>,
  total: number,
  weights: readonly number[],
): Matches {
  const agreeing = new Float64Array(count);
  const contrary = new Float64Array(count);
  for (let row = 0, cell = 0; row < wanted.length; row++) {
    const { weight } = wanted[row]!;
    for (let at = 0; at < count; at++, cell++) {
      const sim = cells[cell]!;
      if (sim > 0) agreeing[at]! += weight * sim;
      else contrary[at]! -= weight * sim;
    }
  }
  const matches = {
    recall: new Float64Array(count),
    f: new Float64Array(count),
    opposed: new Uint8Array(count),
  };
  for (let at = 0; at < count; at++) {
    const found = agreeing[at]! + contrary[at]!;
    if (found === 0) continue;
    const recall = found / total;
    const precision = Math.min(1, found / weights[at]!);
    matches.recall[at] = recall;
    matches.f[at] = (2 * recall * precision) / (recall + precision);
    matches.opposed[at] = contrary[at]! >= OPPOSED * found ? 1 : 0;
  }
  return matches;
}
