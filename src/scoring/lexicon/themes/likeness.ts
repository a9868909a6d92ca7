/**
 * How much the words of a story are like those in which people tell stories of a theme, whether or not they are among its
 * terms: no list of terms holds all that may happen to people.
 */
import type { Answer } from '../../text/answer.ts';
import { stem } from '../../text/stem.ts';
import { wordWeight } from '../../text/words.ts';
import type { Lexicon } from '../lexicon.ts';
import type { Themes } from './themes.ts';

/** What is known of words by their vectors. */
export type Vectors = Pick<Lexicon, 'placeOf' | 'vectorAt'>;

/** Below this cosine a word is as like any other theme. */
const LIKE = 0.15;

/** Standard deviations beyond which more says no more. */
const MOST = 2.5;

/** Different words from which on it is known how like they are; in fewer, chance has more of a say. */
const ENOUGH = 30;

/**
 * The mean over the different words of a story of how much each is like the words of one theme, in standard deviations
 * from what it is in stories on any theme (see tables/themes.txt): -2.5 to 2.5, 0 where no word is known.
 */
export function likenessTo(themes: Themes, theme: number, vectors: Vectors, answer: Answer): number {
  const direction = directionsOf(themes, vectors)[theme]!;
  const { mean, spread } = themes.themes[theme]!.like;
  const seen = new Set<string>();
  let sum = 0;
  let known = 0;
  for (const word of answer.proseWords) {
    if (word.weight === 0 || seen.has(word.stem)) continue;
    seen.add(word.stem);
    const place = vectors.placeOf(word.stem);
    if (place === undefined) continue;
    known++;
    sum += Math.max(0, cosine(direction, vectors.vectorAt(place)) - LIKE);
  }
  const likeness = known === 0 ? 0 : (sum / known - mean) / spread;
  return Math.min(1, known / ENOUGH) * Math.max(-MOST, Math.min(MOST, likeness));
}

const remembered = new WeakMap<Themes, readonly Float64Array[]>();

/** For each theme, where its words lie together, apart from where the words of all themes do; of length 1. */
function directionsOf(themes: Themes, vectors: Vectors): readonly Float64Array[] {
  const known = remembered.get(themes);
  if (known) return known;
  const means = themes.themes.map((_, theme) => unit(meanOf(weighedStems(themes, theme), vectors)));
  const middle = means[0]!.map((_, at) => means.reduce((sum, it) => sum + it[at]!, 0) / means.length);
  const directions = means.map(it => unit(it.map((value, at) => value - middle[at]!)));
  remembered.set(themes, directions);
  return directions;
}

/** The stems of a theme's terms, each with its share of the most that a term with it says for the theme. */
function weighedStems({ told }: Themes, theme: number): ReadonlyMap<string, number> {
  const stems = new Map<string, number>();
  for (const { text, says } of told.terms) {
    const weight = says.find(it => it.theme === theme)?.weight;
    if (weight === undefined) continue;
    const own = text
      .split(/[ /]/)
      .map(word => [word, stem(word)] as const)
      .filter(([word, stem]) => wordWeight(word, stem) > 0);
    for (const [, stem] of own) stems.set(stem, Math.max(stems.get(stem) ?? 0, weight / own.length));
  }
  return stems;
}

function meanOf(stems: ReadonlyMap<string, number>, { placeOf, vectorAt }: Vectors): Float64Array {
  const sum = new Float64Array(vectorAt(0).length);
  for (const [stem, weight] of stems) {
    const place = placeOf(stem);
    if (place === undefined) continue;
    const vector = vectorAt(place);
    const share = weight / lengthOf(vector);
    for (let at = 0; at < sum.length; at++) sum[at]! += share * vector[at]!;
  }
  return sum;
}

function unit(vector: Float64Array): Float64Array {
  const length = lengthOf(vector);
  return length === 0 ? vector : vector.map(it => it / length);
}

/** Of a direction of length 1. */
function cosine(direction: Float64Array, vector: Int8Array): number {
  let sum = 0;
  let squares = 0;
  for (let at = 0; at < vector.length; at++) {
    const value = vector[at]!;
    sum += direction[at]! * value;
    squares += value * value;
  }
  return sum / Math.sqrt(squares);
}

function lengthOf(vector: ArrayLike<number>): number {
  let sum = 0;
  for (let at = 0; at < vector.length; at++) sum += vector[at]! ** 2;
  return Math.sqrt(sum);
}
