/** What a pack could have asked instead. */
import type { Library, Loop } from '../model/content.ts';
import { fits, type Shelved } from '../model/library.ts';
import type { Pack } from '../model/pack.ts';
import { admitted, allQuestions, filtersOf } from './choose/pool.ts';

/**
 * The questions that a pack does not ask and that fit what it was made by: its wish, or a draw of its loop. Undefined for a
 * pack that does not say what it was made by, or whose loop is there no more.
 */
export function othersFor(
  library: Library,
  { wish, from, questions }: Pick<Pack, 'wish' | 'from' | 'questions'>,
): Shelved[] | undefined {
  const asked = new Set(questions);
  const rest = allQuestions(library).filter(it => !asked.has(it.ref));
  if (wish) return admitted(rest, filtersOf({ ...wish, excluded: new Set() }));
  const loop = from === undefined ? undefined : library.loops.get(from);
  return loop && rest.filter(it => isDrawnBy(loop, it));
}

function isDrawnBy(loop: Loop, it: Shelved): boolean {
  const entries = loop.rounds.flatMap(round => round.questions);
  return entries.some(entry => typeof entry !== 'string' && fits(it, entry.draw));
}
