/** Where an answer says the words of a reference text: looked up once, and read by everything that compares the two. */
import type { Cell, Matches, Overlap, Searchable, Target, Wanted } from './searchable.ts';

/** Share of what matched that must be said the other way round for the whole to be the opposite. */
const OPPOSED = 0.75;

export function overlapOf(target: Target, within: Searchable): Overlap {
  const known = within.overlaps.get(target);
  if (known) return known;
  const cells: Cell[] = [];
  let contrary = false;
  for (let row = 0; row < target.wanted.length; row++) {
    const wanted = target.wanted[row]!;
    const sentences = within.said[wanted.number];
    if (sentences === undefined) continue;
    for (const sentence of sentences) {
      const sim = likeness(wanted, sentence, within);
      contrary ||= sim < 0;
      insert({ sentence, row, sim }, cells);
    }
  }
  const found = { cells, contrary, matches: undefined };
  within.overlaps.set(target, found);
  return found;
}

function likeness({ number, denied, supposed }: Wanted, sentence: number, within: Searchable): number {
  const at = number * within.count + sentence;
  const agreeing = (denied ? within.denied : within.asserted)[at]!;
  const contrary = (denied ? within.asserted : within.denied)[at]!;
  if (supposed) return Math.max(agreeing, contrary);
  return contrary > agreeing ? -contrary : agreeing;
}

/** Puts a cell behind those of its sentence; there are so few that none is worth a search. */
function insert(cell: Cell, cells: Cell[]): void {
  let at = cells.push(cell) - 1;
  for (; at > 0 && cells[at - 1]!.sentence > cell.sentence; at--) cells[at] = cells[at - 1]!;
  cells[at] = cell;
}

/** How near each sentence by itself comes to a reference text: reckoned when it is asked for, which is seldom. */
export function matchesOf(target: Target, within: Searchable): Matches {
  const overlap = overlapOf(target, within);
  overlap.matches ??= reckoned(overlap, target, within);
  return overlap.matches;
}

function reckoned({ cells }: Overlap, { wanted, total }: Target, { count, weights }: Searchable): Matches {
  const recall: number[] = new Array(count).fill(0);
  const contrary: number[] = new Array(count).fill(0);
  const f: number[] = new Array(count).fill(0);
  for (let next = 0; next < cells.length; ) {
    const { sentence } = cells[next]!;
    let agreeing = 0;
    let opposing = 0;
    for (; cells[next]?.sentence === sentence; next++) {
      const { row, sim } = cells[next]!;
      if (sim > 0) agreeing += wanted[row]!.weight * sim;
      else opposing -= wanted[row]!.weight * sim;
    }
    const found = agreeing + opposing;
    const share = found / total;
    const precision = Math.min(1, found / weights[sentence]!);
    const mean = (2 * share * precision) / (share + precision);
    recall[sentence] = share;
    contrary[sentence] = opposing / found;
    f[sentence] = opposing >= OPPOSED * found ? -mean : mean;
  }
  return { recall, contrary, f };
}
