/** The tables that come with mockloop, read when the first answer is judged. */
import { readFileSync } from 'node:fs';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import { shippedThemes } from './themes/files.ts';

let known: Lexicon | undefined;

/** The shipped lexicon; the files are read once. */
export function shippedLexicon(): Lexicon {
  known ??= lexiconOf({
    stems: read('stems.txt').toString('utf8'),
    vectors: bytes(read('vectors.bin')),
    relations: read('relations.txt').toString('utf8'),
    terms: read('terms.txt').toString('utf8'),
    opposites: read('opposites.txt').toString('utf8'),
    themes: shippedThemes,
  });
  return known;
}

const read = (name: string) => readFileSync(new URL(`../../../tables/${name}`, import.meta.url));

const bytes = ({ buffer, byteOffset, length }: Buffer) => new Int8Array(buffer, byteOffset, length);
