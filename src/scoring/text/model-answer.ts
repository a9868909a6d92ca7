/** How near a whole answer comes to a model answer, as far as words and letters tell. */
import { gramsIn, slotSet } from './grams.ts';
import { overlapOf } from './overlap.ts';
import type { Searchable, Target } from './searchable.ts';

/** A model answer, ready to be compared with. */
export interface Model {
  target: Target;
  /** Runs of four letters, each once, with their weights: what the prompt has too counts little. */
  grams: ReadonlyMap<number, number>;
  gramTotal: number;
  words: number;
}

/** What an answer shares with a model answer. */
export interface Resemblance {
  /** 0 to 1: words and letters together, less what is said the other way round. */
  likeness: number;
  /** Share, 0 to 1, of the model answer's length, full marks from LONG_ENOUGH on. */
  length: number;
}

/** Runs of letters against words; measured, flat between .3 and .5 (docs/judging.md). */
const LETTERS = 0.5;

/** A run that the prompt has counts this much, as its words do. */
const ECHOED = 0.2;

/** What is said the other way round costs this share of what it earned. */
const CONTRARY = 0.6;

/** Words from which an answer is no longer too short for any question. */
const LONG_ENOUGH = 80;

export function modelOf(target: Target, words: number, prompt: string): Model {
  const echoed = slotSet([gramsIn(prompt)]);
  const grams = new Map(gramsIn(target.text).map(slot => [slot, echoed.has(slot) ? ECHOED : 1]));
  return { target, grams, gramTotal: sum([...grams.values()]), words };
}

const sum = (values: readonly number[]) => values.reduce((all, it) => all + it, 0);

const NONE: ReadonlySet<number> = new Set();

/** What an answer shares with a model answer; barred sentences share nothing. */
export function resemblance(model: Model, within: Searchable, barred = NONE): Resemblance {
  const open = [...within.answer.sentences.keys()].filter(it => !barred.has(it));
  const words = wordsShared(model, within, barred);
  const letters = lettersShared(model, within, open);
  const length = Math.min(1, within.answer.wordCount / Math.max(1, Math.min(LONG_ENOUGH, model.words)));
  return { likeness: (1 - LETTERS) * words + LETTERS * letters, length };
}

function wordsShared({ target }: Model, within: Searchable, barred: ReadonlySet<number>): number {
  const best = new Float64Array(target.wanted.length);
  const { from, to } = overlapOf(target, within);
  const { cells } = within;
  for (let at = from; at < to; at++) {
    if (barred.has(cells.sentence[at]!)) continue;
    const row = cells.row[at]!;
    const sim = cells.sim[at]!;
    const before = best[row]!;
    if (Math.abs(sim) > Math.abs(before) || (sim > 0 && sim === -before)) best[row] = sim;
  }
  let shared = 0;
  for (let row = 0; row < best.length; row++) {
    const sim = best[row]!;
    shared += target.wanted[row]!.weight * (sim < 0 ? -sim * (1 - CONTRARY) : sim);
  }
  return target.total > 0 ? shared / target.total : 0;
}

function lettersShared({ grams, gramTotal }: Model, { answer }: Searchable, open: readonly number[]): number {
  const said = slotSet(
    open.map(it => gramsIn(answer.text, answer.sentences[it]!.start, answer.sentences[it]!.end)),
  );
  let shared = 0;
  for (const [slot, weight] of grams) if (said.has(slot)) shared += weight;
  return gramTotal > 0 ? shared / gramTotal : 0;
}
