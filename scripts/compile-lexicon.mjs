// Runs after tsc: compiles the readable tables into the files of dist/ in which the judge looks words up.

import { fileURLToPath } from 'node:url';
import { compiledLexicon } from '../dist/scoring/lexicon/compile.js';
import { readTables } from '../dist/scoring/lexicon/files.js';
import { writeAtomic } from '../dist/store/atomic.js';

const { words, terms } = compiledLexicon(readTables());
write('words.txt', words);
write('terms.json', JSON.stringify(terms));

function write(name, text) {
  const path = fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
  writeAtomic(path, text, { mode: 0o644, sync: false });
}
