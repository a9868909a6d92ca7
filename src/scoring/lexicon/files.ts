/** The tables that come with mockloop, read when the first answer is judged. */
import { shippedClassifier } from '../classifiers/files.ts';
import { shippedFile } from '../files.ts';
import type { Compiled, Tables } from './compile.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { productsOf } from './products.ts';
import { shippedThemes } from './themes/files.ts';

let known: Lexicon | undefined;

/** The shipped lexicon; the files are read once. */
export function shippedLexicon(): Lexicon {
  known ??= lexiconOf({
    words: shippedFile('dist/words.txt').toString('latin1'),
    terms: JSON.parse(shippedFile('dist/terms.json').toString('utf8')) as Compiled['terms'],
    vectors: bytes(shippedFile('tables/vectors.bin')),
    products: () => productsOf(shippedFile('dist/products.wasm')),
    themes: shippedThemes,
    manner: () => shippedClassifier('manner'),
  });
  return known;
}

/** The readable tables that the build compiles into dist/words.txt and dist/terms.json. */
export const readTables = (): Tables => ({
  stems: shippedFile('tables/stems.txt').toString('latin1'),
  relations: shippedFile('tables/relations.txt').toString('utf8'),
  opposites: shippedFile('tables/opposites.txt').toString('utf8'),
  terms: shippedFile('tables/terms.txt').toString('utf8'),
});

const bytes = ({ buffer, byteOffset, length }: Buffer) => new Int8Array(buffer, byteOffset, length);
