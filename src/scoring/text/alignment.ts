/**
 * How much of a reference text an answer says, and where: each word of the reference that carries meaning looks for
 * its best partner in the answer, and the best stretch of neighbouring sentences counts.
 */
import { matchesOf, overlapOf, sentenceEnd } from './overlap.ts';
import {
  type Cells,
  isTelling,
  type Matches,
  type Overlap,
  type Searchable,
  type Target,
  type Wanted,
} from './searchable.ts';
import { turnedRound } from './turned-round.ts';

export interface Alignment {
  /** Share of the reference's weight that the best window says, 0 to 1. */
  recall: number;
  /** First and last sentence of the window; -1 when nothing was found. */
  from: number;
  to: number;
  /** The words of the reference that the window says, with the likeness of what stands for each. */
  said: readonly Said[];
  /** Share, 0 to 1, of what matched whose polarity differs. */
  contrary: number;
  /** Sentences that say the opposite of the reference in nearly its words. */
  opposed: readonly number[];
}

/** A near-paraphrase: from here on a difference in polarity is taken for a contradiction. */
const NEAR_PARAPHRASE = 0.65;

/** Whoever denies less of a text than this, and little more than a word, only speaks of it: `then nothing can panic`. */
const DENIED = { recall: 0.6, weight: 1.25 };

/** A sentence that comes nearly as near to another text which it agrees with is no contradiction of the first. */
const CLEARLY = 0.2;

/** What a word said the other way round takes away, as a share of what it would have given. */
const OTHER_WAY_ROUND = 0.8;

/** Likeness from which a word counts as said; nearer to 0 it only makes a little sum. */
export const SAID = 0.5;

/** Two sentences make a window, or more as long as they are this short together (lists with terse items). */
const WINDOW_SENTENCES = 2;
const WINDOW_WORDS = 36;

/** Each further sentence of a window must add this much recall: evidence should be short. */
const WIDER = 0.04;

const NONE: ReadonlySet<number> = new Set();

/**
 * The sentences that say the opposite of one of these texts in nearly its words, by number, each with the text that it comes
 * nearest to. Not those that another text of the question says in words as near: two sentences of one text may well differ in
 * little but a `not`.
 */
export function contradicting(
  targets: readonly Target[],
  agreement: () => readonly number[],
  within: Searchable,
): ReadonlyMap<number, Target> {
  const found = turnedRound(targets, within);
  // Nothing is opposed by a text of which no word is said the other way round.
  const doubtful = targets.filter(it => overlapOf(it, within).contrary);
  if (doubtful.length === 0) return found;
  const opposed = mostAlike(doubtful, within, true);
  if (opposed.every(f => f < NEAR_PARAPHRASE)) return found;
  const agreed = agreement();
  for (const [at, f] of opposed.entries())
    if (f >= NEAR_PARAPHRASE && f > agreed[at]! + CLEARLY)
      found.set(at, nearestOpposed(at, f, doubtful, within));
  return found;
}

const nearestOpposed = (at: number, f: number, targets: readonly Target[], within: Searchable): Target =>
  targets.find(it => oppositionAt(at, matchesOf(it, within), it) === f)!;

/** For each sentence, the highest F that any of the targets has with it: of those it opposes, or of the others. */
export function mostAlike(targets: readonly Target[], within: Searchable, opposed: boolean): number[] {
  const most = within.weights.map(() => 0);
  for (const target of targets) {
    const matches = matchesOf(target, within);
    for (let at = 0; at < most.length; at++) {
      const near = opposed ? oppositionAt(at, matches, target) : matches.f[at]!;
      if (near > most[at]!) most[at] = near;
    }
  }
  return most;
}

/** The stretch of an answer that says most of a reference text. */
export type Window = Pick<Alignment, 'recall' | 'from' | 'to' | 'opposed'>;

/** The best window of an answer for a reference text; sentences that are barred belong to none. */
export function windowFor(target: Target, within: Searchable, barred = NONE): Window {
  const overlap = overlapOf(target, within);
  const opposed = overlap.contrary ? opposing(target, within) : NO_SENTENCES;
  const closed = opposed.length > 0 ? new Set([...barred, ...opposed]) : barred;
  const { recall, from, to } = bestWindow(overlap, target, within, closed);
  return { recall, from, to, opposed };
}

/** The best window with the words that it says, and without sentences at its edges that say none. */
export function align(target: Target, within: Searchable, window = windowFor(target, within)): Alignment {
  const overlap = overlapOf(target, within);
  const said = saidWords(overlap, target.wanted, within, window.from, window.to);
  const { recall, opposed } = window;
  const { from, to } = withoutNeighbours(overlap, target.wanted, within, window, said);
  let matched = 0;
  let contrary = 0;
  for (const it of said) {
    matched += it.gain;
    if (it.contrary) contrary += it.gain;
  }
  return { recall, from, to, opposed, said, contrary: matched > 0 ? contrary / matched : 0 };
}

const NO_SENTENCES: readonly number[] = [];

/** The sentences that say the opposite in nearly the same words. */
function opposing(target: Target, within: Searchable): number[] {
  const matches = matchesOf(target, within);
  const found: number[] = [];
  for (let at = 0; at < matches.f.length; at++)
    if (oppositionAt(at, matches, target) >= NEAR_PARAPHRASE) found.push(at);
  return found;
}

/** How near (F, at most 1) a sentence comes to the opposite of a text; 0 or less where it does not deny it. */
function oppositionAt(at: number, { f, recall }: Matches, { total }: Target): number {
  const share = recall[at]!;
  return share < DENIED.recall && share * total < DENIED.weight ? 0 : -f[at]!;
}

/** A word of a reference that is said. */
export interface Said {
  wanted: Wanted;
  /** 0.5 to 1. */
  sim: number;
  /** Weight times likeness. */
  gain: number;
  /** It is said the other way round. */
  contrary: boolean;
}

/** The words of a reference that a window says, each where it is said best. */
function saidWords(
  overlap: Overlap,
  all: readonly Wanted[],
  { cells }: Searchable,
  from: number,
  to: number,
): Said[] {
  const best = nothingReached(all.length);
  for (let at = overlap.from; at < overlap.to; at++) {
    const sentence = cells.sentence[at]!;
    if (sentence < from || sentence > to) continue;
    const row = cells.row[at]!;
    const sim = cells.sim[at]!;
    if (Math.abs(sim) > Math.abs(best[row]!)) best[row] = sim;
  }
  const said: Said[] = [];
  for (let row = 0; row < all.length; row++) {
    const sim = Math.abs(best[row]!);
    if (sim < SAID) continue;
    const wanted = all[row]!;
    said.push({ wanted, sim, gain: wanted.weight * sim, contrary: best[row]! < 0 });
  }
  return said;
}

function tellingIn(said: readonly Said[]): number {
  let count = 0;
  for (const { wanted } of said) if (isTelling(wanted)) count++;
  return count;
}

/** The window without sentences at its edges that say no telling word which the rest does not: a quote should be short. */
function withoutNeighbours(
  overlap: Overlap,
  wanted: readonly Wanted[],
  within: Searchable,
  window: { from: number; to: number },
  said: readonly Said[],
) {
  let { from, to } = window;
  if (from === to) return { from, to };
  const all = tellingIn(said);
  if (all === 0) return { from, to };
  const telling = (first: number, last: number) => tellingIn(saidWords(overlap, wanted, within, first, last));
  while (from < to && telling(from + 1, to) === all) from++;
  while (from < to && telling(from, to - 1) === all) to--;
  return { from, to };
}

function bestWindow(
  overlap: Overlap,
  { wanted, total }: Target,
  within: Searchable,
  barred: ReadonlySet<number>,
): { recall: number; from: number; to: number } {
  const { cells } = within;
  let most = 0;
  const best = { recall: 0, from: -1, to: -1 };
  // A window that begins or ends with a sentence that says nothing is worth less than the same without it.
  for (let first = overlap.from; first < overlap.to; first = sentenceEnd(cells, first, overlap.to)) {
    const from = cells.sentence[first]!;
    const reached = nothingReached(wanted.length);
    let recall = 0;
    for (let next = first, behind = from; next < overlap.to; ) {
      const to = cells.sentence[next]!;
      if (isBarred(barred, behind, to) || isTooWide(from, to, within)) break;
      const end = sentenceEnd(cells, next, overlap.to);
      recall += gainOf(cells, next, end, wanted, reached) / total;
      const worth = recall - WIDER * (to - from);
      if (worth > most) {
        most = worth;
        best.recall = recall;
        best.from = from;
        best.to = to;
      }
      behind = to + 1;
      next = end;
    }
  }
  return best;
}

function isTooWide(from: number, to: number, { before }: Searchable): boolean {
  return to - from >= WINDOW_SENTENCES && before[to + 1]! - before[from]! > WINDOW_WORDS;
}

/** Whether a sentence of a stretch is barred. */
function isBarred(barred: ReadonlySet<number>, from: number, to: number): boolean {
  if (barred.size > 0) for (let at = from; at <= to; at++) if (barred.has(at)) return true;
  return false;
}

/** What each word has reached within one search; one array for all of them, since each ends before the next begins. */
let scratch = new Float64Array(64);

function nothingReached(words: number): Float64Array {
  if (scratch.length < words) scratch = new Float64Array(2 * words);
  return scratch.fill(0, 0, words);
}

/** Share, 0 to 1, of a reference's weight that the answer says anywhere; barred sentences say nothing. */
export function recallAnywhere(target: Target, within: Searchable, barred = NONE): number {
  const { cells } = within;
  const { from, to } = overlapOf(target, within);
  const reached = nothingReached(target.wanted.length);
  let gain = 0;
  for (let next = from; next < to; ) {
    const end = sentenceEnd(cells, next, to);
    if (!barred.has(cells.sentence[next]!)) gain += gainOf(cells, next, end, target.wanted, reached);
    next = end;
  }
  return target.total > 0 ? Math.max(0, gain / target.total) : 0;
}

/**
 * What one more sentence, whose cells are those from one to before another, adds to the weight that is said, noted in
 * `reached`: a word counts where it is said best, and takes away where it is said the other way round only.
 */
function gainOf(
  { row: rows, sim: sims }: Cells,
  from: number,
  to: number,
  wanted: readonly Wanted[],
  reached: Float64Array,
): number {
  let gain = 0;
  for (let at = from; at < to; at++) {
    const row = rows[at]!;
    const sim = sims[at]!;
    const before = reached[row]!;
    const worth = sim < 0 ? OTHER_WAY_ROUND * sim : sim;
    if (before > 0 ? worth <= before : worth <= 0 && worth >= before) continue;
    gain += wanted[row]!.weight * (worth - before);
    reached[row] = worth;
  }
  return gain;
}
