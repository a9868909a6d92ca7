/** What is known about words in general: how near they are in meaning, and which are opposites. */
import type { Classifier } from '../classifiers/classifier.ts';
import { bookFrom, type PhraseBook } from '../text/phrases.ts';
import { remembering } from '../text/remembering.ts';
import { type Compiled, compiledLexicon } from './compile.ts';
import { DIMENSIONS, type Products } from './products.ts';
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
  /** Those of some places whose vectors have a cosine of at least so much, above 0 to 1, with the one at a place, in their order. */
  near(place: number, others: readonly number[], least: number): readonly Near[];
}

/** A vector that is near another. */
export interface Near {
  /** Index among the places that were asked for. */
  readonly at: number;
  /** Above 0 to 1. */
  readonly cosine: number;
}

export interface LexiconData extends Compiled {
  /** `DIMENSIONS` bytes for each place. */
  vectors: Int8Array;
  /** Asked for when the first vectors are compared. */
  products: () => Products;
  /** Read only when a story is judged. */
  themes: Lexicon['themes'];
  manner: Lexicon['manner'];
}

/** Stems that are remembered. */
const REMEMBERED = 15_000;

export function lexiconOf({ words, terms, vectors, products, themes, manner }: LexiconData): Lexicon {
  const entryOf = remembering(stem => entryIn(words, stem), REMEMBERED);
  return {
    placeOf: stem => entryOf(stem).place,
    related: stem => entryOf(stem).related,
    terms: bookFrom(terms),
    themes,
    manner,
    near: nearOf(vectors, products),
  };
}

const NONE: readonly Near[] = [];

/** The sums are of whole numbers, so that they come out the same in whatever order they are taken. */
function nearOf(vectors: Int8Array, productsLater: () => Products): Lexicon['near'] {
  let gather: ReturnType<typeof gatheringOf> | undefined;
  return (place, others, least) => {
    if (place < 0) return NONE;
    gather ??= gatheringOf(vectors, productsLater());
    const { lengths, sums } = gather(place, others);
    const length = lengthOf(vectors, place);
    let near: Near[] | undefined;
    for (let at = 0; at < sums.length; at++) {
      if (sums[at]! <= 0) continue;
      const cosine = sums[at]! / (length * lengths[at]!);
      if (cosine < least) continue;
      near ??= [];
      near.push({ at, cosine });
    }
    return near ?? NONE;
  };
}

function lengthOf(vectors: Int8Array, place: number): number {
  let sum = 0;
  for (let at = DIMENSIONS * place; at < DIMENSIONS * (place + 1); at++) sum += vectors[at]! ** 2;
  return Math.sqrt(sum);
}

/**
 * The vector at one place times those at others. These lie side by side until another list is asked for: one word after the
 * other is compared with all of them, and in the table they lie too far apart for the processor's memory. A place below 0 is
 * all zeros.
 */
function gatheringOf(vectors: Int8Array, products: Products) {
  let gathered: readonly number[] | undefined;
  let size = -1;
  let lengths: number[] = [];
  return (place: number, others: readonly number[]) => {
    const room = products.room(others.length);
    copy(room, 0, vectors, place);
    if (gathered !== others || size !== others.length) {
      gathered = others;
      size = others.length;
      lengths = others.map(it => (it < 0 ? 0 : lengthOf(vectors, it)));
      for (let at = 0; at < size; at++) copy(room, at + 1, vectors, others[at]!);
    }
    return { lengths, sums: products.sums(size) };
  };
}

function copy(room: Int8Array, to: number, vectors: Int8Array, place: number): void {
  const [into, from] = [DIMENSIONS * to, DIMENSIONS * place];
  if (place < 0) room.fill(0, into, into + DIMENSIONS);
  else for (let at = 0; at < DIMENSIONS; at++) room[into + at] = vectors[from + at]!;
}

/** Knows no word: what is left are letters, stems and the aliases of the content. */
export const NO_LEXICON: Lexicon = lexiconOf({
  ...compiledLexicon({ stems: '', relations: '', opposites: '', terms: '' }),
  vectors: new Int8Array(0),
  products: () => {
    throw new Error('There are no vectors.');
  },
  themes: () => undefined,
  manner: () => undefined,
});
