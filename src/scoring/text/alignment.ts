/**
 * How much of a reference text an answer says, and where: each word of the reference that carries meaning looks for
 * its best partner in the answer, and the best stretch of neighbouring sentences counts.
 */
import { isContrary, isTelling, nearness, type Searchable, type Target, type Wanted } from './searchable.ts';

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
const NEAR_PARAPHRASE = 0.65;

/** A sentence that comes nearly as near to another text which it agrees with is no contradiction of the first. */
const CLEARLY = 0.2;

/** Share of what matched that must be denied on one side only. */
const OPPOSED = 0.75;

/** What a word said the other way round takes away, as a share of what it would have given. */
const OTHER_WAY_ROUND = 0.8;

/** Likeness from which a word counts as said; nearer to 0 it only makes a little sum. */
const SAID = 0.5;

/** Two sentences make a window, or more as long as they are this short together (lists with terse items). */
const WINDOW_SENTENCES = 2;
const WINDOW_WORDS = 36;

/** Each further sentence of a window must add this much recall: evidence should be short. */
const WIDER = 0.04;

/** A reference against one sentence by itself. */
export interface SentenceMatch {
  recall: number;
  /** Harmonic mean of recall and precision: near 1 is a close paraphrase. */
  f: number;
  /** The polarity of most of what matched differs. */
  opposed: boolean;
}

export function matchSentences(target: Target, within: Searchable): SentenceMatch[] {
  return within.weights.map((weight, sentence) => {
    let found = 0;
    let contrary = 0;
    for (const it of target.wanted) {
      const sim = nearness(it, within, sentence);
      if (sim === 0) continue;
      found += it.weight * sim;
      if (isContrary(it, within, sentence)) contrary += it.weight * sim;
    }
    if (found === 0) return NO_MATCH;
    const recall = found / target.total;
    const precision = Math.min(1, found / weight);
    return {
      recall,
      f: (2 * recall * precision) / (recall + precision),
      opposed: contrary >= OPPOSED * found,
    };
  });
}

const NO_MATCH: SentenceMatch = { recall: 0, f: 0, opposed: false };

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
  return new Set(
    opposed.flatMap((f, index) => (f >= NEAR_PARAPHRASE && f > agreed[index]! + CLEARLY ? [index] : [])),
  );
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
  const matches = matchSentences(target, within);
  const opposed = matches.flatMap((it, index) => (it.opposed && it.f >= NEAR_PARAPHRASE ? [index] : []));
  const best = bestWindow(target, within, opposed.length > 0 ? new Set([...barred, ...opposed]) : barred);
  const said = saidWords(target, within, best.from, best.to);
  const matched = said.reduce((sum, it) => sum + it.gain, 0);
  const contrary = said.reduce((sum, it) => sum + (it.contrary ? it.gain : 0), 0);
  return {
    ...best,
    ...withoutNeighbours(target, within, best),
    said: said.map(it => it.wanted),
    contrary: matched > 0 ? contrary / matched : 0,
    opposed,
  };
}

/** The words of a reference that a window says, each where it is said best. */
function saidWords(target: Target, within: Searchable, from: number, to: number) {
  return target.wanted.flatMap(wanted => {
    let best = 0;
    let place = -1;
    for (let at = Math.max(0, from); at <= to; at++) {
      const sim = nearness(wanted, within, at);
      if (sim > best) [best, place] = [sim, at];
    }
    if (best < SAID) return [];
    return [{ wanted, gain: wanted.weight * best, contrary: isContrary(wanted, within, place) }];
  });
}

/** The window without sentences at its edges that say no telling word which the rest does not: a quote should be short. */
function withoutNeighbours(target: Target, within: Searchable, window: { from: number; to: number }) {
  let { from, to } = window;
  if (from === to) return { from, to };
  const telling = (first: number, last: number) =>
    saidWords(target, within, first, last).filter(it => isTelling(it.wanted)).length;
  const all = telling(from, to);
  if (all === 0) return { from, to };
  while (from < to && telling(from + 1, to) === all) from++;
  while (from < to && telling(from, to - 1) === all) to--;
  return { from, to };
}

/** Share, 0 to 1, of a reference's weight that the answer says anywhere; barred sentences say nothing. */
export function recallAnywhere(target: Target, within: Searchable, barred = NONE): number {
  const reached = new Float64Array(target.wanted.length);
  let recall = 0;
  for (let at = 0; at < within.count; at++)
    if (!barred.has(at)) recall += gainOf(target, within, reached, at);
  return Math.max(0, recall);
}

function bestWindow(target: Target, within: Searchable, barred: ReadonlySet<number>) {
  const { sentences } = within.answer;
  let best = { recall: 0, worth: 0, from: -1, to: -1 };
  const reached = new Float64Array(target.wanted.length);
  for (let from = 0; from < within.count; from++) {
    reached.fill(0);
    let recall = 0;
    let words = 0;
    for (let to = from; to < within.count; to++) {
      words += sentences[to]!.words.length;
      if (barred.has(to) || (to - from >= WINDOW_SENTENCES && words > WINDOW_WORDS)) break;
      recall += gainOf(target, within, reached, to);
      const worth = recall - WIDER * (to - from);
      if (worth > best.worth) best = { recall, worth, from, to };
    }
  }
  return best;
}

/** What one more sentence adds to the recall of a window, noted in `reached`. */
function gainOf(target: Target, within: Searchable, reached: Float64Array, sentence: number): number {
  let gain = 0;
  for (const [row, it] of target.wanted.entries()) {
    const sim = nearness(it, within, sentence);
    if (sim === 0) continue;
    const worth = isContrary(it, within, sentence) ? -OTHER_WAY_ROUND * sim : sim;
    const before = reached[row]!;
    if (before > 0 ? worth <= before : before < 0 && worth <= 0 && worth >= before) continue;
    if (before > 0 && worth < 0) continue;
    gain += it.weight * (worth - before);
    reached[row] = worth;
  }
  return target.total > 0 ? gain / target.total : 0;
}
