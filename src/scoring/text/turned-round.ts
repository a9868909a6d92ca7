/** Sentences that say a true text over again, word for word, but for a denial that only one of the two has. */
import type { Sentence } from './answer.ts';
import { listed } from './listed.ts';
import type { Searchable, Target } from './searchable.ts';
import { countOf, type Word, wordsOf } from './tokens.ts';
import { among } from './traits.ts';
import { NEGATORS } from './words.ts';

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

/** Function words that come and go with a denial. Any other may say the same without one: only, until, rather than, unless, but. */
const BESIDE: ReadonlySet<string> = new Set([
  ...NEGATORS,
  ...listed(
    'a an the any some it that do does did is are was were be been have has had can could will would may might must should',
  ),
]);

/** The sentences that turn one of these texts round, by number. */
export function turnedRound(
  targets: readonly Target[],
  { answer: { sentences }, weights }: Searchable,
): Map<number, Target> {
  const long = targets.filter(it => it.wanted.length >= LEAST_WORDS);
  const denying = long.filter(it => it.denies);
  const asserting = long.filter(it => !it.denies);
  const found = new Map<number, Target>();
  for (let number = 0; number < sentences.length; number++) {
    const denies = sentences[number]!.denied.includes(true);
    const turned = nearest(sentences[number]!, weights[number]!, denies ? asserting : denying);
    if (turned === undefined || turned.likeness < SAME) continue;
    const agreed = nearest(sentences[number]!, weights[number]!, denies ? denying : asserting);
    if (turned.likeness < (agreed?.likeness ?? 0) + CLEARLY) continue;
    if (isAllThatDiffers(sentences[number]!.words, wordsOf(turned.target.text)))
      found.set(number, turned.target);
  }
  return found;
}

/** The text that a sentence is most like, of those that are about as long. */
function nearest({ words }: Sentence, weight: number, targets: readonly Target[]) {
  let most: { target: Target; likeness: number } | undefined;
  let weights: ReadonlyMap<string, number> | undefined;
  for (const target of targets) {
    if (Math.min(weight, target.total) < ALIKE * Math.max(weight, target.total)) continue;
    weights ??= new Map(words.filter(it => it.weight > 0).map(it => [it.stem, it.weight]));
    const likeness = shared(target, weights);
    if (most === undefined || likeness > most.likeness) most = { target, likeness };
  }
  return most;
}

/** Whether no word that holds sentences together is in one of two texts alone, but for a denial; bare terms have none to look at. */
function isAllThatDiffers(said: readonly Word[], wanted: readonly Word[]): boolean {
  const denials = countOf(said, negates);
  if (denials > 0 && denials === countOf(wanted, negates)) return false;
  if (said.every(it => it.weight > 0)) return true;
  return holdsNothingElse(said, wanted) && holdsNothingElse(wanted, said);
}

function holdsNothingElse(one: readonly Word[], other: readonly Word[]): boolean {
  const known = new Set(other.map(it => it.text));
  return one.every(it => it.weight > 0 || isBeside(it) || known.has(it.text));
}

const negates = among(NEGATORS);
const isBeside = among(BESIDE);

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
