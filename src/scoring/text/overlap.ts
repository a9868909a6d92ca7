/** Where an answer says the words of a reference text: looked up once, and read by everything that compares the two. */
import type { Overlap, Searchable, SentenceMatch, Target, Wanted } from './searchable.ts';

/** Share of what matched that must be said the other way round for the whole to be the opposite. */
const OPPOSED = 0.75;

const NO_MATCH: SentenceMatch = { recall: 0, f: 0, opposed: false };

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
): SentenceMatch[] {
  return weights.map((weight, at) => {
    let agreeing = 0;
    let contrary = 0;
    for (let row = 0; row < wanted.length; row++) {
      const cell = cells[row * count + at]!;
      if (cell > 0) agreeing += wanted[row]!.weight * cell;
      else contrary -= wanted[row]!.weight * cell;
    }
    const found = agreeing + contrary;
    if (found === 0) return NO_MATCH;
    const recall = found / total;
    const precision = Math.min(1, found / weight);
    return {
      recall,
      f: (2 * recall * precision) / (recall + precision),
      opposed: contrary >= OPPOSED * found,
    };
  });
}
