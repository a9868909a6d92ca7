/** Where an answer says the words of a reference text: looked up once, and read by everything that compares the two. */
import type { Searchable, Target, Wanted } from './searchable.ts';

/** What answer and reference have in common. Most sentences of an answer say nothing of a text: only the others are kept. */
export interface Overlap {
  /** The words of the reference that the answer says anywhere. */
  readonly wanted: Wanted[];
  /** The sentences that say some of them, in order. */
  readonly places: Place[];
  /** Something of it is said the other way round. */
  contrary: boolean;
  /** Reckoned so far; see matchesOf. */
  matches: Matches | undefined;
}

export interface Place {
  readonly sentence: number;
  /** In the order of the wanted words. */
  readonly cells: Cell[];
}

/** A wanted word in a sentence. */
export interface Cell {
  /** Index among the wanted words. */
  readonly row: number;
  /** Likeness, above 0 to 1, or below 0 where it is said the other way round. */
  readonly sim: number;
}

/** A reference against each sentence by itself. */
export interface Matches {
  /** Share, 0 to 1, of the reference's weight that the sentence says, whichever way round. */
  readonly recall: number[];
  /**
   * Harmonic mean of recall and precision: near 1 is a close paraphrase. Below 0 where most of what matched is said the
   * other way round.
   */
  readonly f: number[];
}

/** Share of what matched that must be said the other way round for the whole to be the opposite. */
const OPPOSED = 0.75;

export function overlapOf(target: Target, within: Searchable): Overlap {
  const known = within.overlaps.get(target);
  if (known) return known;
  const found: Overlap = { wanted: [], places: [], contrary: false, matches: undefined };
  for (const it of target.wanted) {
    const sentences = within.said[it.number];
    if (sentences === undefined) continue;
    const row = found.wanted.push(it) - 1;
    for (const sentence of sentences) {
      const sim = likeness(it, sentence, within);
      found.contrary ||= sim < 0;
      placeOf(sentence, found.places).cells.push({ row, sim });
    }
  }
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

/** The place of a sentence, put in where it is not there yet. */
function placeOf(sentence: number, places: Place[]): Place {
  let at = places.length;
  while (at > 0 && places[at - 1]!.sentence > sentence) at--;
  const before = places[at - 1];
  if (before?.sentence === sentence) return before;
  const place = { sentence, cells: [] };
  places.splice(at, 0, place);
  return place;
}

/** How near each sentence by itself comes to a reference text: reckoned when it is asked for, which is seldom. */
export function matchesOf(target: Target, within: Searchable): Matches {
  const overlap = overlapOf(target, within);
  overlap.matches ??= reckoned(overlap, target.total, within);
  return overlap.matches;
}

function reckoned({ wanted, places }: Overlap, total: number, { count, weights }: Searchable): Matches {
  const recall: number[] = new Array(count).fill(0);
  const f: number[] = new Array(count).fill(0);
  for (const { sentence, cells } of places) {
    let agreeing = 0;
    let contrary = 0;
    for (const { row, sim } of cells) {
      if (sim > 0) agreeing += wanted[row]!.weight * sim;
      else contrary -= wanted[row]!.weight * sim;
    }
    const found = agreeing + contrary;
    const share = found / total;
    const precision = Math.min(1, found / weights[sentence]!);
    const mean = (2 * share * precision) / (share + precision);
    recall[sentence] = share;
    f[sentence] = contrary >= OPPOSED * found ? -mean : mean;
  }
  return { recall, f };
}
