/** How much of one text is in another, by its different words with meaning alone; no order, no synonyms. */
import { wordsOf } from './tokens.ts';

/** Share, 0 to 1, of the weight of a text's different words that also stand in another text. */
export function wordsInCommon(text: string, other: string): number {
  const [own, others] = [tellingWords(text), tellingWords(other)];
  const total = sum(own.values());
  return total > 0
    ? sum([...own].flatMap(([stem, weight]) => (others.has(stem) ? [weight] : []))) / total
    : 0;
}

/** Fewer rare words in common than this may be chance. */
const LEAST_SHARED = 5;

/** Share of the shorter text's rare words from which on two stories are one. Different stories of one trade share less. */
const THE_SAME = 0.44;

/**
 * Whether two stories are the same one, perhaps in other words: names, places and figures come again when a story does.
 * Only words that are rare in talk about work count, and figures, so that two stories of one team stay two.
 */
export function isRetold(story: string, other: string): boolean {
  return retoldShare(story, other) >= THE_SAME;
}

/** Share, 0 to 1, of the rare words of the shorter story that stand in the other one; 0 for too few to tell. */
export function retoldShare(story: string, other: string): number {
  const [a, b] = [rareWords(story), rareWords(other)];
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  const shared = [...short].filter(it => long.has(it)).length;
  return shared < LEAST_SHARED ? 0 : shared / short.size;
}

/** Weight of a word that is not common in any talk about work (words.ts). */
const RARE = 1;

function rareWords(text: string): Set<string> {
  return new Set([...tellingWords(text)].flatMap(([stem, weight]) => (weight >= RARE ? [stem] : [])));
}

function tellingWords(text: string): Map<string, number> {
  return new Map(wordsOf(text).flatMap(({ stem, weight }) => (weight > 0 ? [[stem, weight] as const] : [])));
}

const sum = (weights: Iterable<number>): number => [...weights].reduce((total, it) => total + it, 0);
