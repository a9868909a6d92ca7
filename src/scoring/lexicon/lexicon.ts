/** What is known about words in general: how near they are in meaning, and which are opposites. */
import { bookFrom, type PhraseBook } from '../text/phrases.ts';
import { type Compiled, compiledLexicon } from './compile.ts';
import { type Related, relationsIn } from './relations.ts';
import { type Themes, themesOf } from './themes/themes.ts';

export interface Lexicon {
  /** Place of a stem's vector, from 0; undefined for one that is not known. */
  placeOf(stem: string): number | undefined;
  /** The stems related to one, each once. */
  related(stem: string): readonly Related[];
  /** Groups of words and phrases that mean the same in talk about software and work. */
  readonly terms: PhraseBook;
  /** What behavioural questions ask for, and how stories of each sound. */
  themes(): Themes;
  /**
   * Cosines, -1 to 1, of the vector at one place with those at others, in their order; 0 for a place below 0. They hold
   * until the next call.
   */
  cosines(place: number, others: readonly number[]): ArrayLike<number>;
  /** The vector at a place: whole numbers, of any length, to be read only. */
  vectorAt(place: number): Int8Array;
}

export interface LexiconData extends Compiled {
  /** A stem a line, the most frequent first. */
  stems: string;
  /** As many bytes a stem as a vector has dimensions, in the same order. */
  vectors: Int8Array;
  /** Read only when a story is judged. */
  themes: () => Themes;
}

/** Stems whose relations are remembered; the memory is dropped rather than grown beyond it. */
const REMEMBERED = 15_000;

export function lexiconOf({ stems, vectors, relations, terms, themes }: LexiconData): Lexicon {
  const names = stems.trimEnd().split('\n');
  const places = new Map<string, number>();
  for (let place = 0; place < names.length; place++) places.set(names[place]!, place);
  const related = new Map<string, readonly Related[]>();
  return {
    placeOf: name => places.get(name),
    related(name) {
      const known = related.get(name);
      if (known) return known;
      if (related.size >= REMEMBERED) related.clear();
      const found = relationsIn(relations, name);
      related.set(name, found);
      return found;
    },
    terms: bookFrom(terms),
    themes,
    cosines: cosinesOf(vectors, names.length),
    vectorAt(place) {
      const dimensions = vectors.length / names.length;
      return vectors.subarray(place * dimensions, (place + 1) * dimensions);
    },
  };
}

/** The sums are of whole numbers, so that they come out the same in whatever order they are taken. */
function cosinesOf(vectors: Int8Array, count: number): Lexicon['cosines'] {
  const dimensions = vectors.length / count;
  const own = new Int8Array(dimensions);
  const gather = gatheringOf(vectors, dimensions);
  let cosines = new Float64Array(64);
  return (place, others) => {
    if (cosines.length < others.length) cosines = new Float64Array(2 * others.length);
    cosines.fill(0, 0, others.length);
    if (place < 0) return cosines;
    const { rows, lengths } = gather(others);
    for (let at = 0; at < dimensions; at++) own[at] = vectors[place * dimensions + at]!;
    const length = lengthOf(own, 0, dimensions);
    for (let index = 0; index < others.length; index++) {
      if (others[index]! < 0) continue;
      let sum = 0;
      for (let at = 0, from = index * dimensions; at < dimensions; at++) sum += own[at]! * rows[from + at]!;
      cosines[index] = sum / (length * lengths[index]!);
    }
    return cosines;
  };
}

function lengthOf(rows: Int8Array, from: number, dimensions: number): number {
  let sum = 0;
  for (let at = from; at < from + dimensions; at++) sum += rows[at]! ** 2;
  return Math.sqrt(sum);
}

/**
 * The vectors of one list of places side by side, kept until another list is asked for: one word after the other is
 * compared with all of them, and in the table they lie too far apart for the processor's memory.
 */
function gatheringOf(vectors: Int8Array, dimensions: number) {
  let gathered: readonly number[] | undefined;
  let size = 0;
  let rows = new Int8Array(0);
  let lengths: number[] = [];
  return (places: readonly number[]) => {
    if (gathered === places && size === places.length) return { rows, lengths };
    gathered = places;
    size = places.length;
    if (rows.length < size * dimensions) rows = new Int8Array(2 * size * dimensions);
    lengths = places.map((place, row) => {
      const to = row * dimensions;
      if (place < 0) return 0;
      for (let at = 0; at < dimensions; at++) rows[to + at] = vectors[place * dimensions + at]!;
      return lengthOf(rows, to, dimensions);
    });
    return { rows, lengths };
  };
}

/** Knows no word: what is left are letters, stems and the aliases of the content. */
export const NO_LEXICON: Lexicon = lexiconOf({
  ...compiledLexicon({ relations: '', opposites: '', terms: '' }),
  stems: '',
  vectors: new Int8Array(0),
  themes: () => themesOf(''),
});
