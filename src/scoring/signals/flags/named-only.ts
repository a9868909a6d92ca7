/** Terms of the question that are dropped by the dozen, with next to nothing of what the question's points say of them. */

import { isAsked, isCue, isOfTopic } from '../../coverage/topic.ts';
import { isHollow } from '../../text/hollow.ts';
import type { Word } from '../../text/tokens.ts';
import type { Context } from '../context.ts';

/** Fewer different words of cues may well be all there is to name. */
const NAMED = 6;

/**
 * Shares of the cues that are named, and how many other words of the points there are for each of them at most. The
 * model answers of the shipped banks have 0.8 such words a cue or more, terse honest answers seldom less than 0.2; terms
 * in empty sentences have 0.05.
 */
const BOUNDS: readonly (readonly [named: number, claims: number])[] = [
  [0.35, 0.1],
  [0.65, 0.3],
];

/** How many terms are only named; undefined where something is said about them, or where the question has no cues. */
export function namedOnly({ answer, question }: Context): number | undefined {
  const stems = (isSo: (word: Word) => boolean) => {
    const found = new Set<string>();
    for (const { words } of answer.sentences)
      for (const word of words)
        if (word.weight > 0 && isSo(word) && !isAsked(question, word)) found.add(word.stem);
    return found;
  };
  const cues = stems(it => isCue(question, it));
  if (cues.size < NAMED) return undefined;
  const claims = stems(it => isOfTopic(question, it) && !isCue(question, it) && !isHollow(it));
  const share = cues.size / question.cueStems.size;
  const few = BOUNDS.some(([named, most]) => share >= named && claims.size <= most * cues.size);
  return few ? cues.size : undefined;
}
