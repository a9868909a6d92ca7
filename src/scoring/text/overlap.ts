/** Where an answer says the words of a reference text: looked up once, and read by everything that compares the two. */
import type { Matches, Overlap, Searchable, Target, Wanted } from './searchable.ts';

/** Share of what matched that must be said the other way round for the whole to be the opposite. */
const OPPOSED = 0.75;

export function overlapOf(target: Target, within: Searchable): Overlap {
  const known = within.overlaps.get(target);
  if (known) return known;
  const found: Overlap = { wanted: [], cells: [], says: [], contrary: false, matches: undefined };
  within.overlaps.set(target, found);
  found.wanted = target.wanted.filter(it => within.said[it.number]);
  if (found.wanted.length > 0) fillCells(found, within);
  return found;
}

function fillCells(overlap: Overlap, within: Searchable): void {
  const { cells, says, wanted } = overlap;
  for (let at = 0; at < within.count; at++) says.push(false);
  for (const it of wanted)
    for (let at = 0; at < within.count; at++) {
      const cell = cellOf(it, at, within);
      cells.push(cell);
      says[at] ||= cell !== 0;
      overlap.contrary ||= cell < 0;
    }
}

function cellOf({ number, denied, supposed }: Wanted, sentence: number, within: Searchable): number {
  const at = number * within.count + sentence;
  const [same, other] = denied ? [within.denied, within.asserted] : [within.asserted, within.denied];
  const agreeing = same[at]!;
  const contrary = other[at]!;
  if (supposed) return Math.max(agreeing, contrary);
  return contrary > agreeing ? -contrary : agreeing;
}

/** How near each sentence by itself comes to a reference text: reckoned when it is asked for, which is seldom. */
export function matchesOf(target: Target, within: Searchable): Matches {
  const overlap = overlapOf(target, within);
  overlap.matches ??= reckoned(overlap, target.total, within);
  return overlap.matches;
}

function reckoned({ wanted, cells }: Overlap, total: number, { count, weights }: Searchable): Matches {
  const recall: number[] = [];
  const f: number[] = [];
  for (let at = 0; at < count; at++) {
    let agreeing = 0;
    let contrary = 0;
    for (let row = 0, cell = at; row < wanted.length; row++, cell += count) {
      const sim = cells[cell]!;
      if (sim > 0) agreeing += wanted[row]!.weight * sim;
      else contrary -= wanted[row]!.weight * sim;
    }
    const found = agreeing + contrary;
    const share = found / total;
    const precision = Math.min(1, found / weights[at]!);
    const mean = (2 * share * precision) / (share + precision);
    recall.push(found > 0 ? share : 0);
    f.push(found === 0 ? 0 : contrary >= OPPOSED * found ? -mean : mean);
  }
  return { recall, f };
}
