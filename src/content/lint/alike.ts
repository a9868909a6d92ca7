/** How much two texts have in common, by the words that mean something. */
import { wordsOf } from '../../scoring/text/tokens.ts';

/** Words fewer than these are alike by chance. */
const FEWEST = 4;

/** The stems of the words that say something by themselves. */
export const meaningIn = (text: string): ReadonlySet<string> =>
  new Set(wordsOf(text).flatMap(it => (it.weight > 0 ? it.stem : [])));

/** Share, 0 to 1, of all their words that both have (Jaccard); 0 where there are too few to tell. */
export function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  if (Math.min(a.size, b.size) < FEWEST) return 0;
  const shared = [...a].filter(it => b.has(it)).length;
  return shared / (a.size + b.size - shared);
}
