/** The tables that come with mockloop, read when the first answer is judged. */
import { readFileSync } from 'node:fs';
import { shippedClassifier } from '../classifiers/files.ts';
import type { Compiled, Tables } from './compile.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { productsOf } from './products.ts';
import { shippedThemes } from './themes/files.ts';

let known: Lexicon | undefined;

/** The shipped lexicon; the files are read once. */
export function shippedLexicon(): Lexicon {
  known ??= lexiconOf({
    words: read('dist/words.txt').toString('latin1'),
    terms: JSON.parse(read('dist/terms.json').toString('utf8')) as Compiled['terms'],
    vectors: bytes(read('tables/vectors.bin')),
    products: () => productsOf(read('dist/products.wasm')),
    themes: shippedThemes,
    manner: () => shippedClassifier('manner'),
  });
  return known;
}

/** The readable tables that the build compiles into dist/words.txt and dist/terms.json. */
export const readTables = (): Tables => ({
  stems: read('tables/stems.txt').toString('latin1'),
  relations: read('tables/relations.txt').toString('utf8'),
  opposites: read('tables/opposites.txt').toString('utf8'),
  terms: read('tables/terms.txt').toString('utf8'),
});

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url));

const bytes = ({ buffer, byteOffset, length }: Buffer) => new Int8Array(buffer, byteOffset, length);
