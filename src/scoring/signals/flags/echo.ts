import type { Asked, Flag } from '../../../model/score.ts';
import { isAsked } from '../../coverage/topic.ts';
import { echoedIn, runsOf } from '../../text/echoed.ts';
import { isHollow, isTie } from '../../text/hollow.ts';
import { type Word, wordsOf } from '../../text/tokens.ts';
import type { Context } from '../context.ts';
import { admits, percent } from './wording.ts';

const SHARE = 0.6;
const WORDS = 8;

/** Who covers this much has added something, however much of the question stands beside it. */
const COVERAGE = 0.35;

/** A question may say most of its answer; whoever says no more than the question has still added nothing. */
const NEARLY_ALL = 0.9;

/** Said in another order it must be longer, and leave less that is new, to be only the question. */
const LOOSE_WORDS = 30;
const LOOSE_SHARE = 0.5;
const LOOSE_NEW = 0.15;

/** Reasons and conditions (because, if, than) are no filler: one in so many words may stand in it by chance. */
const WORDS_A_TIE = 40;

/** Most of it is the question's own words, and what is left covers nothing. */
export function echo(context: Context): Flag | undefined {
  const words = context.answer.proseWords;
  const pasted = pastesPoints(context, words);
  if (pasted > 0)
    return { kind: 'echo', reason: `${percent(pasted)} of it is what a story should have, said again.` };
  const copied = inItsOrder(context, words);
  const covers = (context.coverage.value ?? 0) > COVERAGE;
  const share = covers ? copied : Math.max(copied, inAnyOrder(context, words));
  if (share === 0 || (covers && share < NEARLY_ALL)) return undefined;
  return { kind: 'echo', reason: `${percent(share)} of it is the question said again.` };
}

/** Share of a story that are the question's points, as they were written for whoever judges. */
const PASTED = 0.5;

/** Nobody tells a story in the words in which its points were written: whoever has read them has no story yet. */
function pastesPoints({ submission: { asked } }: Context, words: readonly Word[]): number {
  if (asked.type !== 'behavioral' || words.length < WORDS) return 0;
  const share = shareOf(echoedIn(words, pointRunsOf(asked)));
  return share < PASTED ? 0 : share;
}

const remembered = new WeakMap<Asked, ReadonlySet<string>>();

function pointRunsOf(asked: Asked): ReadonlySet<string> {
  const known =
    remembered.get(asked) ??
    new Set(asked.points.flatMap(it => it.text).flatMap(text => runsOf(wordsOf(text))));
  remembered.set(asked, known);
  return known;
}

const shareOf = (echoed: readonly boolean[]): number => echoed.filter(Boolean).length / echoed.length;

/** Share, 0 or above the bound, of words in runs that the question has too. */
function inItsOrder({ question }: Context, words: readonly Word[]): number {
  // Much longer than the question, and most of it the question, would be a repetition.
  if (words.length < WORDS || words.length > 4 * question.promptWords.length) return 0;
  const echoed = echoedIn(words, new Set(runsOf(question.promptWords)));
  const share = shareOf(echoed);
  // Where the question said again ends in a figure, the figure is the answer.
  const figure = words.some((it, at) => !echoed[at] && FIGURE.test(it.text));
  return share < SHARE || figure ? 0 : share;
}

const FIGURE = /^(?:\d.*|zero|one|two|three|four|five|six|seven|eight|nine|ten)$/;

/** Share, 0 or above the bound, of words with meaning that are the question's, where the rest is filler. */
function inAnyOrder(context: Context, words: readonly Word[]): number {
  const { question } = context;
  if (words.length < LOOSE_WORDS || admits(context)) return 0;
  if (words.filter(isTie).length > words.length / WORDS_A_TIE) return 0;
  let asked = 0;
  let added = 0;
  let all = 0;
  for (const word of words) {
    all += word.weight;
    if (isAsked(question, word)) asked += word.weight;
    else if (!isHollow(word)) added += word.weight;
  }
  return asked >= LOOSE_SHARE * all && added <= LOOSE_NEW * all ? asked / all : 0;
}
