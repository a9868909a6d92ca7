/** What is known about words in general: how near they are in meaning, and which are opposites. */
import type { Classifier } from '../classifiers/classifier.ts';
import { bookFrom, type PhraseBook } from '../text/phrases.ts';
import { remembering } from '../text/remembering.ts';
import { type Compiled, compiledLexicon } from './compile.ts';
import { entryIn, type Related } from './relations.ts';
import type { ThemeReader } from './themes/fit.ts';

export interface Lexicon {
  /** Place of a stem's vector, from 0; undefined for one that is not known. */
  placeOf(stem: string): number | undefined;
  /** The stems related to one, each once. */
  related(stem: string): readonly Related[];
  /** Groups of words and phrases that mean the same in talk about software and work. */
  readonly terms: PhraseBook;
  /** What behavioural questions ask for, and how stories of each sound; undefined where none are known. */
  themes(): ThemeReader | undefined;
  /** How a story is told; undefined where nothing is known of that. */
  manner(): Classifier | undefined;
  /**
   * Cosines, -1 to 1, of the vector at one place with those at others, in their order; 0 for a place below 0. They hold
   * until the next call.
   */
  cosines(place: number, others: readonly number[]): ArrayLike<number>;
}

export interface LexiconData extends Compiled {
  /** `DIMENSIONS` bytes for each place. */
  vectors: Int8Array;
  /** Read only when a story is judged. */
  themes: Lexicon['themes'];
  manner: Lexicon['manner'];
}

/** Of a vector (tables/README.md). */
export const DIMENSIONS = 64;

/** Stems that are remembered. */
const REMEMBERED = 15_000;

export function lexiconOf({ words, terms, vectors, themes, manner }: LexiconData): Lexicon {
  const entryOf = remembering(stem => entryIn(words, stem), REMEMBERED);
  return {
    placeOf: stem => entryOf(stem).place,
    related: stem => entryOf(stem).related,
    terms: bookFrom(terms),
    themes,
    manner,
    cosines: cosinesOf(vectors),
  };
}

/** The sums are of whole numbers, so that they come out the same in whatever order they are taken. */
function cosinesOf(vectors: Int8Array): Lexicon['cosines'] {
  const own = new Int8Array(DIMENSIONS);
  const gather = gatheringOf(vectors);
  let cosines = new Float64Array(64);
  return (place, others) => {
    if (cosines.length < others.length) cosines = new Float64Array(2 * others.length);
    cosines.fill(0, 0, others.length);
    if (place < 0) return cosines;
    const { rows, lengths } = gather(others);
    for (let at = 0; at < DIMENSIONS; at++) own[at] = vectors[place * DIMENSIONS + at]!;
    const length = lengthOf(own, 0);
    for (let index = 0; index < others.length; index++) {
      if (others[index]! < 0) continue;
      cosines[index] = productOf(own, rows, index * DIMENSIONS) / (length * lengths[index]!);
    }
    return cosines;
  };
}

/** Four at a time, and in whole numbers: it is what a new question takes longest for. */
function productOf(own: Int8Array, rows: Int8Array, from: number): number {
  let sum = 0;
  for (let at = 0; at < DIMENSIONS; at += 4) {
    const even = Math.imul(own[at]!, rows[from + at]!) + Math.imul(own[at + 1]!, rows[from + at + 1]!);
    const odd = Math.imul(own[at + 2]!, rows[from + at + 2]!) + Math.imul(own[at + 3]!, rows[from + at + 3]!);
    sum = (sum + even + odd) | 0;
  }
  return sum;
}

function lengthOf(rows: Int8Array, from: number): number {
  let sum = 0;
  for (let at = from; at < from + DIMENSIONS; at++) sum += rows[at]! ** 2;
  return Math.sqrt(sum);
}

/**
 * The vectors of one list of places side by side, kept until another list is asked for: one word after the other is
 * compared with all of them, and in the table they lie too far apart for the processor's memory.
 */
function gatheringOf(vectors: Int8Array) {
  let gathered: readonly number[] | undefined;
  let size = 0;
  let rows = new Int8Array(0);
  let lengths: number[] = [];
  return (places: readonly number[]) => {
    if (gathered === places && size === places.length) return { rows, lengths };
    gathered = places;
    size = places.length;
    if (rows.length < size * DIMENSIONS) rows = new Int8Array(2 * size * DIMENSIONS);
    lengths = places.map((place, row) => {
      const to = row * DIMENSIONS;
      if (place < 0) return 0;
      for (let at = 0; at < DIMENSIONS; at++) rows[to + at] = vectors[place * DIMENSIONS + at]!;
      return lengthOf(rows, to);
    });
    return { rows, lengths };
  };
}

/** Knows no word: what is left are letters, stems and the aliases of the content. */
export const NO_LEXICON: Lexicon = lexiconOf({
  ...compiledLexicon({ stems: '', relations: '', opposites: '', terms: '' }),
  vectors: new Int8Array(0),
  themes: () => undefined,
  manner: () => undefined,
});
