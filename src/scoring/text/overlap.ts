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
  for (let row = 0; row < target.wanted.length; row++) {
    const wanted = target.wanted[row]!;
    const sentences = said[wanted.number];
    if (sentences === undefined) continue;
    for (let index = 0; index < sentences.length; index++) {
      const sim = likeness(wanted, sentences[index]!, within);
      if (sim < 0) contrary = true;
      cells.sentence.push(sentences[index]!);
      cells.row.push(row);
      cells.sim.push(sim);
    }
  }
  if (cells.row.length - from > FEW) sortMany(cells, from);
  else sortFew(cells, from);
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

/** So many cells are put where they belong one by one: it is quick while they are few, and nearly always they are. */
const FEW = 100;

/** Puts the cells from a place on in the order of their sentences; those of one sentence stay in theirs. */
function sortFew({ sentence, row, sim }: Cells, from: number): void {
  for (let next = from + 1; next < row.length; next++) {
    const of = sentence[next]!;
    const its = row[next]!;
    const like = sim[next]!;
    let at = next;
    for (; at > from && sentence[at - 1]! > of; at--) {
      sentence[at] = sentence[at - 1]!;
      row[at] = row[at - 1]!;
      sim[at] = sim[at - 1]!;
    }
    sentence[at] = of;
    row[at] = its;
    sim[at] = like;
  }
}

/** The same. */
function sortMany({ sentence, row, sim }: Cells, from: number): void {
  const cells = sentence.slice(from).map((of, at) => ({ of, its: row[from + at]!, like: sim[from + at]! }));
  cells.sort((a, b) => a.of - b.of);
  for (const [at, { of, its, like }] of cells.entries()) {
    sentence[from + at] = of;
    row[from + at] = its;
    sim[from + at] = like;
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
