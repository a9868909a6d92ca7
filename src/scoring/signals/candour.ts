import type { Flag } from '../../model/score.ts';
import type { Context } from './context.ts';

/** Who covers this much knows enough for the score to speak. */
const MUCH = 0.25;

/** Not knowing is no answer, but saying so, with a way to find out, deserves more than a confident mistake. */
export function candour({ candid, coverage }: Context): Flag | undefined {
  if ((coverage.value ?? 0) > MUCH || candid.length === 0) return undefined;
  return { kind: 'candour', reason: 'It says openly what it does not know, and how to find out.' };
}
