/** Whether an answer tells of anything at all, before it is asked which of its sentences plays which part. */
import { isTalk, isTold, type Manner } from '../classifiers/manner.ts';
import { gathered } from '../gathered.ts';
import { type Act, isOwnDeed } from '../text/acts.ts';
import type { Answer } from '../text/answer.ts';
import type { Form } from '../text/auxiliaries.ts';
import type { Clause } from '../text/clauses.ts';
import { hollowShare } from '../text/hollow.ts';
import { countOf, type Word } from '../text/tokens.ts';

/** `undone`: the setting is told, and then mostly what the speaker did not do. */
export type Told = 'nothing' | 'undone' | 'something';

/** Share of words that say nothing by themselves at which an answer tells nothing; real stories have a third at most. */
const HOLLOW = 0.45;

/** In a sentence or two with a figure, of fewer words than this that carry meaning, that share is chance. */
const FEW_WORDS = 12;

/** Deeds that the speaker says were not done, from which on they may be what is told. */
const LEAST_UNDONE = 3;

/**
 * Reads the clauses of an answer; all of them, since single sentences of any story may be hollow, or tell of what was not done.
 * One that is `narrated` as if it were now sounds like talk by its verbs alone.
 */
export function toldIn(
  { proseWords }: Answer,
  clauses: readonly Clause[],
  manner?: Manner,
  narrated = false,
): Told {
  if (!narrated && isTalk(manner)) return 'nothing';
  const acts = gathered(clauses, it => it.acts);
  const count = (holds: (act: Act) => boolean) => acts.filter(holds).length;
  if (count(it => TOLD.has(it.form)) <= count(it => it.form === 'would')) return 'nothing';
  if (!isTold(manner) && hollowShare(proseWords) >= HOLLOW && !isFigureAlone(proseWords)) return 'nothing';
  const undone = count(isUndone);
  return undone >= LEAST_UNDONE && undone > count(isOwnDeed) ? 'undone' : 'something';
}

const isFigureAlone = (words: readonly Word[]) =>
  words.some(({ text }) => /^\d/.test(text)) && countOf(words, it => it.weight > 0) < FEW_WORDS;

const TOLD: ReadonlySet<Form> = new Set(['past', 'was', 'passive', 'progressive', 'pluperfect', 'must']);

const isUndone = ({ who, form, denied }: Act) => who !== 'other' && denied && form === 'past';
