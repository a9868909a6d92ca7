/** Where an answer says the words of a reference text: looked up once, and read by everything that compares the two. */
import type { Cells, Matches, Overlap, Searchable, Target, Wanted } from './searchable.ts';

/** Share of what matched that must be said the other way round for the whole to be the opposite. */
const OPPOSED = 0.75;

/** @param within of the vocabulary of the target. */
export function overlapOf(target: Target, within: Searchable): Overlap {
  const known = within.overlaps[target.place];
  if (known) return known;
  const { cells, said } = within;
  const from = cells.row.length;
  let contrary = false;
  let isSorted = true;
  for (let row = 0; row < target.wanted.length; row++) {
    const wanted = target.wanted[row]!;
    const sentences = said[wanted.number];
    if (sentences === undefined) continue;
    for (let index = 0; index < sentences.length; index++) {
      const sim = likeness(wanted, sentences[index]!, within);
      if (sim < 0) contrary = true;
      isSorted = add(cells, from, sentences[index]!, row, sim) && isSorted;
    }
  }
  if (!isSorted) sort(cells, from);
  const found = { from, to: cells.row.length, contrary, matches: undefined };
  within.overlaps[target.place] = found;
  return found;
}

function likeness({ number, denied, supposed }: Wanted, sentence: number, within: Searchable): number {
  const { nearest, count, size } = within;
  const at = number * count + sentence;
  const asserting = nearest[at]!;
  const denying = nearest[at + size * count]!;
  if (supposed) return Math.max(asserting, denying);
  const agreeing = denied ? denying : asserting;
  const contrary = denied ? asserting : denying;
  return contrary > agreeing ? -contrary : agreeing;
}

/** As many cells are put where they belong one by one, which is quick while they are few, and nearly always they are. */
const FEW = 100;

/** Puts a cell behind those of its sentence, or, where there are many, behind all. @returns whether it stands where it belongs. */
function add(
  { sentence: sentences, row: rows, sim: sims }: Cells,
  from: number,
  sentence: number,
  row: number,
  sim: number,
): boolean {
  let at = rows.length;
  const isMany = at - from >= FEW;
  const isNext = at === from || sentences[at - 1]! <= sentence;
  if (!isMany)
    for (; at > from && sentences[at - 1]! > sentence; at--) {
      sentences[at] = sentences[at - 1]!;
      rows[at] = rows[at - 1]!;
      sims[at] = sims[at - 1]!;
    }
  sentences[at] = sentence;
  rows[at] = row;
  sims[at] = sim;
  return isNext || !isMany;
}

/** Sorts the cells from a place on by their sentences; those of one sentence stay in their order. */
function sort({ sentence, row, sim }: Cells, from: number): void {
  const order = sentence
    .slice(from)
    .map((of, at) => ({ of, at: from + at }))
    .sort((a, b) => a.of - b.of);
  const [rows, sims] = [row.slice(from), sim.slice(from)];
  for (const [place, { of, at }] of order.entries()) {
    sentence[from + place] = of;
    row[from + place] = rows[at - from]!;
    sim[from + place] = sims[at - from]!;
  }
}

/** One past the last cell, before an end, that is in the sentence of one. */
export function sentenceEnd({ sentence }: Cells, at: number, to: number): number {
  let end = at + 1;
  while (end < to && sentence[end] === sentence[at]) end++;
  return end;
}

/** How near each sentence by itself comes to a reference text: reckoned when it is asked for, which is seldom. */
export function matchesOf(target: Target, within: Searchable): Matches {
  const overlap = overlapOf(target, within);
  overlap.matches ??= reckoned(overlap, target, within);
  return overlap.matches;
}

function reckoned(
  { from, to }: Overlap,
  { wanted, total }: Target,
  { cells, count, weights }: Searchable,
): Matches {
  const recall: number[] = new Array(count).fill(0);
  const contrary: number[] = new Array(count).fill(0);
  const f: number[] = new Array(count).fill(0);
  for (let next = from; next < to; ) {
    const sentence = cells.sentence[next]!;
    let agreeing = 0;
    let opposing = 0;
    for (const end = sentenceEnd(cells, next, to); next < end; next++) {
      const sim = cells.sim[next]!;
      if (sim > 0) agreeing += wanted[cells.row[next]!]!.weight * sim;
      else opposing -= wanted[cells.row[next]!]!.weight * sim;
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
