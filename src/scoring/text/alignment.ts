/**
 * How much of a reference text an answer says, and where: each word of the reference that carries meaning looks for
 * its best partner in the answer, and the best stretch of neighbouring sentences counts.
 */
import { type Grid, isTelling, partnersOf, type Searchable, type Target, type Wanted } from './searchable.ts';

export interface Alignment {
  /** Share of the reference's weight that the best window says, 0 to 1. */
  recall: number;
  /** First and last sentence of the window; -1 when nothing was found. */
  from: number;
  to: number;
  /** The words of the reference that the window says. */
  said: readonly Wanted[];
  /** Share, 0 to 1, of what matched whose polarity differs. */
  contrary: number;
  /** Sentences that say the opposite of the reference in nearly its words. */
  opposed: number[];
}

/** A near-paraphrase: from here on a difference in polarity is taken for a contradiction. */
const NEAR_PARAPHRASE = 0.6;

/** Share of what matched that must be denied on one side only. */
const OPPOSED = 0.55;

/** Two sentences make a window, or more as long as they are this short together (lists with terse items). */
const WINDOW_SENTENCES = 2;
const WINDOW_WORDS = 36;

/** Each further sentence of a window must add this much recall: evidence should be short. */
const WIDER = 0.04;

function gridOf(target: Target, within: Searchable): Grid {
  const known = within.grids.get(target);
  if (known) return known;
  const grid = newGrid(target, within);
  within.grids.set(target, grid);
  return grid;
}

function newGrid({ wanted }: Target, within: Searchable): Grid {
  const count = within.weights.length;
  const grid: Grid = {
    sims: new Float64Array(wanted.length * count),
    opposite: new Uint8Array(wanted.length * count),
  };
  for (let row = 0; row < wanted.length; row++) {
    const it = wanted[row]!;
    for (const [entry, sim] of partnersOf(it, within))
      for (const { sentence, denied } of entry.places) {
        const cell = row * count + sentence;
        if (sim <= grid.sims[cell]!) continue;
        grid.sims[cell] = sim;
        grid.opposite[cell] = denied === it.denied ? 0 : 1;
      }
  }
  return grid;
}

/** A reference against one sentence by itself. */
export interface SentenceMatch {
  recall: number;
  /** Harmonic mean of recall and precision: near 1 is a close paraphrase. */
  f: number;
  /** The polarity of most of what matched differs. */
  opposed: boolean;
}

export function matchSentences(target: Target, within: Searchable): SentenceMatch[] {
  return sentenceMatches(target, within, gridOf(target, within));
}

function sentenceMatches(target: Target, within: Searchable, grid: Grid): SentenceMatch[] {
  return within.weights.map((weight, sentence) => {
    let found = 0;
    let opposite = 0;
    for (let row = 0; row < target.wanted.length; row++) {
      const cell = row * within.weights.length + sentence;
      const gain = target.wanted[row]!.weight * grid.sims[cell]!;
      found += gain;
      if (grid.opposite[cell]) opposite += gain;
    }
    if (found === 0) return { recall: 0, f: 0, opposed: false };
    const recall = found / target.total;
    const precision = Math.min(1, found / weight);
    return {
      recall,
      f: (2 * recall * precision) / (recall + precision),
      opposed: opposite >= OPPOSED * found,
    };
  });
}

/**
 * The sentences that say the opposite of one of these texts in nearly its words, and that no other of them says in
 * words as near: two sentences of one text may well differ in little but a `not`.
 */
export function contradicting(targets: readonly Target[], within: Searchable): Set<number> {
  const denies = within.answer.sentences.some(it => it.denied.includes(true));
  const suspects = targets.filter(it => denies || it.wanted.some(word => word.denied));
  const opposed = mostAlike(suspects, within, true);
  if (opposed.every(f => f < NEAR_PARAPHRASE)) return new Set();
  const agreed = mostAlike(targets, within, false);
  return new Set(opposed.flatMap((f, index) => (f >= NEAR_PARAPHRASE && f > agreed[index]! ? [index] : [])));
}

/** For each sentence, the highest F that any of the targets has with it: of those it opposes, or of the others. */
export function mostAlike(targets: readonly Target[], within: Searchable, opposed: boolean): number[] {
  const most = within.weights.map(() => 0);
  for (const target of targets)
    for (const [index, match] of matchSentences(target, within).entries())
      if (match.opposed === opposed) most[index] = Math.max(most[index]!, match.f);
  return most;
}

const NONE: ReadonlySet<number> = new Set();

/** The best window of an answer for a reference text; sentences that are barred belong to none. */
export function align(target: Target, within: Searchable, barred = NONE): Alignment {
  const grid = gridOf(target, within);
  const matches = sentenceMatches(target, within, grid);
  const opposed = matches.flatMap((it, index) => (it.opposed && it.f >= NEAR_PARAPHRASE ? [index] : []));
  const best = bestWindow(target, within, grid, new Set([...barred, ...opposed]));
  const rows = saidRows(target, grid, best.from, best.to, within.weights.length);
  const matched = rows.reduce((sum, it) => sum + it.gain, 0);
  const contrary = rows.reduce((sum, it) => sum + (it.opposite ? it.gain : 0), 0);
  return {
    ...best,
    ...withoutNeighbours(target, grid, best, within.weights.length),
    said: rows.map(it => it.wanted),
    contrary: matched > 0 ? contrary / matched : 0,
    opposed,
  };
}

/** The words of a reference that a window says, each where it is said best. */
function saidRows(target: Target, grid: Grid, from: number, to: number, count: number) {
  return target.wanted.flatMap((wanted, row) => {
    let cell = -1;
    for (let at = Math.max(0, from); at <= to; at++)
      if (grid.sims[row * count + at]! > (cell < 0 ? 0 : grid.sims[cell]!)) cell = row * count + at;
    if (cell < 0) return [];
    return [{ wanted, gain: wanted.weight * grid.sims[cell]!, opposite: grid.opposite[cell] === 1 }];
  });
}

/** The window without sentences at its edges that say no telling word which the rest does not: a quote should be short. */
function withoutNeighbours(target: Target, grid: Grid, window: { from: number; to: number }, count: number) {
  let { from, to } = window;
  if (from === to) return { from, to };
  const telling = (first: number, last: number) =>
    saidRows(target, grid, first, last, count).filter(it => isTelling(it.wanted)).length;
  const all = telling(from, to);
  if (all === 0) return { from, to };
  while (from < to && telling(from + 1, to) === all) from++;
  while (from < to && telling(from, to - 1) === all) to--;
  return { from, to };
}

/** Share, 0 to 1, of a reference's weight that the answer says anywhere; barred sentences say nothing. */
export function recallAnywhere(target: Target, within: Searchable, barred = NONE): number {
  const grid = gridOf(target, within);
  const reached = new Float64Array(target.wanted.length);
  const count = within.weights.length;
  let recall = 0;
  for (let at = 0; at < count; at++) if (!barred.has(at)) recall += gainOf(target, grid, reached, at, count);
  return recall;
}

function bestWindow(target: Target, within: Searchable, grid: Grid, barred: ReadonlySet<number>) {
  const { sentences } = within.answer;
  const count = sentences.length;
  let best = { recall: 0, worth: 0, from: -1, to: -1 };
  const reached = new Float64Array(target.wanted.length);
  for (let from = 0; from < count; from++) {
    reached.fill(0);
    let recall = 0;
    let words = 0;
    for (let to = from; to < count; to++) {
      words += sentences[to]!.words.length;
      if (barred.has(to) || (to - from >= WINDOW_SENTENCES && words > WINDOW_WORDS)) break;
      recall += gainOf(target, grid, reached, to, count);
      const worth = recall - WIDER * (to - from);
      if (worth > best.worth) best = { recall, worth, from, to };
    }
  }
  return best;
}

/** What one more sentence adds to the recall of a window, noted in `reached`. */
function gainOf(target: Target, grid: Grid, reached: Float64Array, sentence: number, count: number): number {
  let gain = 0;
  for (let row = 0; row < reached.length; row++) {
    const sim = grid.sims[row * count + sentence]!;
    if (sim <= reached[row]!) continue;
    gain += target.wanted[row]!.weight * (sim - reached[row]!);
    reached[row] = sim;
  }
  return target.total > 0 ? gain / target.total : 0;
}
