import type { Flag } from '../../../model/score.ts';
import { isTable, repeatedIn, repeatedRuns, shareOfNew, varietyOf } from '../../text/repeated.ts';
import type { Context } from '../context.ts';
import { percent } from './wording.ts';

/** Sentences that come again, at least so many and so long together, and the share of the answer that they are. */
const SENTENCES = 2;
const WORDS = 12;
const SHARE = 0.4;

/** Repeated more often, a smaller share tells. */
const OFTEN = 4;
const OFTEN_SHARE = 0.25;

/** The same for runs of words, whatever sentences they are cut into. */
const RUNS_SHARE = 0.65;

/** Share of new words among those with meaning in a text that repeats itself, at most. */
const MOST_NEW = 0.65;

const LONG = 40;
const LEAST_VARIETY = 0.28;

/** The same sentence again and again, or the same few words. */
export function repetition(context: Context): Flag | undefined {
  const sentences = context.answer.prose;
  // Whoever repeats a quarter of an answer has fewer words in it that are new.
  if (shareOfNew(sentences) > MOST_NEW) return undefined;
  if (isTable(sentences)) return undefined;
  const all = sentences.reduce((sum, it) => sum + it.words.length, 0);
  const again = repeatedIn(sentences);
  const share = again.words / all;
  const often = again.sentences >= OFTEN && share >= OFTEN_SHARE;
  if (often || (again.sentences >= SENTENCES && again.words >= WORDS && share >= SHARE))
    return { kind: 'repetition', reason: `${percent(share)} of it repeats earlier sentences.` };
  const runs = all >= 2 * WORDS ? repeatedRuns(sentences) : 0;
  if (runs >= RUNS_SHARE)
    return { kind: 'repetition', reason: `${percent(runs)} of it repeats what it has said before.` };
  const variety = varietyOf(sentences);
  // Longer texts repeat more words by nature (Heaps' law): the bound falls with the root of the length.
  const least = LEAST_VARIETY * Math.sqrt(LONG / Math.max(LONG, variety.all));
  if (variety.all < LONG || variety.different >= least * variety.all) return undefined;
  return {
    kind: 'repetition',
    reason: `It has only ${variety.different} different words among ${variety.all}.`,
  };
}
