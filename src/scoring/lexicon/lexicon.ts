/** What is known about words in general: how near they are in meaning, and which are opposites. */
import { type PhraseBook, phraseBook } from '../text/phrases.ts';
import { stem } from '../text/stem.ts';
import { type Themes, themesOf } from './themes/themes.ts';

export type Relation = 'synonym' | 'derived' | 'opposite';

export interface Related {
  readonly stem: string;
  readonly relation: Relation;
}

export interface Lexicon {
  /** Place of a stem's vector, from 0; undefined for one that is not known. */
  placeOf(stem: string): number | undefined;
  related(stem: string): readonly Related[];
  /** Groups of words and phrases that mean the same in talk about software and work. */
  readonly terms: PhraseBook;
  /** What behavioural questions ask for, and how stories of each sound. */
  themes(): Themes;
  /** Cosine, -1 to 1, of the vectors of the stems at two places. */
  cosine(a: number, b: number): number;
}

/** The files of tables/, as read. */
export interface LexiconData {
  /** A stem a line, the most frequent first. */
  stems: string;
  /** As many bytes a stem as a vector has dimensions, in the same order. */
  vectors: Int8Array;
  /** A line a stem: synonyms, derived words and opposites, parted by tabs. */
  relations: string;
  /** A line a group: words and phrases of the trade that mean the same, parted by commas. */
  terms: string;
  /** A line a pair of words of the trade, parted by a bar. */
  opposites: string;
  /** Read only when a story is judged. */
  themes: () => Themes;
}

const COLUMNS: readonly Relation[] = ['synonym', 'derived', 'opposite'];

const UNRELATED: readonly Related[] = [];

export function lexiconOf({ stems, vectors, relations, terms, opposites, themes }: LexiconData): Lexicon {
  const names = stems.trimEnd().split('\n');
  const places = new Map(names.map((name, place) => [name, place]));
  const dimensions = vectors.length / names.length;
  const lengths = new Float64Array(names.length);
  const related = readRelations(relations, opposites);
  const product = (a: number, b: number) => {
    let sum = 0;
    const from = b * dimensions;
    for (let at = a * dimensions, to = at + dimensions, other = from; at < to; at++, other++)
      sum += vectors[at]! * vectors[other]!;
    return sum;
  };
  const lengthOf = (place: number) => {
    const known = lengths[place]!;
    if (known > 0) return known;
    lengths[place] = Math.sqrt(product(place, place));
    return lengths[place]!;
  };
  return {
    placeOf: name => places.get(name),
    related: name => related.get(name) ?? UNRELATED,
    terms: phraseBook(linesOf(terms).map(line => line.split(', '))),
    themes,
    cosine: (a, b) => product(a, b) / (lengthOf(a) * lengthOf(b)),
  };
}

/** Each pair holds both ways, whichever of the two its line begins with. */
function readRelations(text: string, opposites: string): ReadonlyMap<string, readonly Related[]> {
  const related = new Map<string, Related[]>();
  const add = (from: string, stem: string, relation: Relation) => {
    const list = related.get(from);
    if (list) list.push({ stem, relation });
    else related.set(from, [{ stem, relation }]);
  };
  for (const line of linesOf(text)) {
    const [name, ...columns] = line.split('\t');
    for (const [at, column] of columns.entries())
      for (const other of column === '' ? [] : column.split(' ')) {
        add(name!, other, COLUMNS[at]!);
        add(other, name!, COLUMNS[at]!);
      }
  }
  for (const line of linesOf(opposites)) {
    const [one, other] = line.split(' | ').map(it => stem(it));
    add(one!, other!, 'opposite');
    add(other!, one!, 'opposite');
  }
  return related;
}

const linesOf = (text: string) => text.split('\n').filter(it => it !== '');

/** Knows no word: what is left are letters, stems and the aliases of the content. */
export const NO_LEXICON: Lexicon = lexiconOf({
  stems: '',
  vectors: new Int8Array(0),
  relations: '',
  terms: '',
  opposites: '',
  themes: () => themesOf(''),
});
