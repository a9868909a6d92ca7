/** The readable tables in the form in which they are looked up: made by the build, so that no start has to stem them. */
import { type BookData, bookData, phraseBook } from '../text/phrases.ts';
import { stem } from '../text/stem.ts';
import { wordsText } from './relations.ts';

/** The texts of tables/, as read. */
export interface Tables {
  /** A stem a line, in the order of the vectors. */
  stems: string;
  /** A line a stem: synonyms, derived words and opposites, parted by tabs. */
  relations: string;
  /** A line a pair of words of the trade, parted by a bar. */
  opposites: string;
  /** A line a group: words and phrases of the trade that mean the same, parted by commas. */
  terms: string;
}

export interface Compiled {
  /** See relations.ts. */
  words: string;
  terms: BookData;
}

export function compiledLexicon({ stems, relations, opposites, terms }: Tables): Compiled {
  const pairs = linesOf(opposites).map(line => line.split(' | ').map(it => stem(it)) as [string, string]);
  return {
    words: wordsText(linesOf(stems), linesOf(relations), pairs),
    terms: bookData(phraseBook(linesOf(terms).map(line => line.split(', ')))),
  };
}

const linesOf = (text: string) => text.split('\n').filter(it => it !== '');
