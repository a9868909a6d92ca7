/** Sentences that say a true text over again, word for word, but for a denial that only one of the two has. */
import type { Sentence } from './answer.ts';
import type { Searchable, Target } from './searchable.ts';

/**
 * Harmonic mean of the shares of words that a sentence and a text have in common, from which on one is the other over again.
 * Of people's graded answers none that was right came so near to what it would deny; the nearest is at 0.92, and says "only one"
 * as "not more than one".
 */
const SAME = 0.94;

/** A sentence that comes nearly as near to a text that it agrees with denies nothing. */
const CLEARLY = 0.1;

/** Fewer words are soon the same. */
const LEAST_WORDS = 3;

/** How much the weights of the words of two texts may differ that are the same but for a word. */
const ALIKE = 0.75;

/** The sentences that turn one of these texts round, by number. */
export function turnedRound(
  targets: readonly Target[],
  { answer: { sentences }, weights }: Searchable,
): ReadonlyMap<number, Target> {
  const found = new Map<number, Target>();
  for (let number = 0; number < sentences.length; number++) {
    const weight = weights[number]!;
    const alike = targets.filter(
      ({ wanted, total }) =>
        wanted.length >= LEAST_WORDS && Math.min(weight, total) >= ALIKE * Math.max(weight, total),
    );
    if (alike.length === 0) continue;
    const turned = turnedBy(sentences[number]!, alike);
    if (turned) found.set(number, turned);
  }
  return found;
}

function turnedBy({ words, denied }: Sentence, targets: readonly Target[]): Target | undefined {
  const denies = denied.includes(true);
  const opposed = targets.filter(it => it.denies !== denies);
  if (opposed.length === 0) return undefined;
  const weights = new Map(words.flatMap(it => (it.weight > 0 ? [[it.stem, it.weight]] : [])));
  const likeness = (target: Target) => shared(target, weights);
  const nearest = opposed.reduce((a, b) => (likeness(b) > likeness(a) ? b : a));
  const agreed = targets.filter(it => it.denies === denies).map(likeness);
  const least = Math.max(SAME, ...agreed.map(it => it + CLEARLY));
  return likeness(nearest) >= least ? nearest : undefined;
}

/** Harmonic mean of the shares, 0 to 1, of either's words that the other has; words with little meaning count half. */
function shared({ wanted }: Target, weights: ReadonlyMap<string, number>): number {
  let both = 0;
  let all = 0;
  for (const { word } of wanted) {
    all += word.weight;
    if (weights.has(word.stem)) both += word.weight;
  }
  for (const weight of weights.values()) all += weight;
  return (2 * both) / all;
}
