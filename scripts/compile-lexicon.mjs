// Runs after tsc: compiles the readable tables into the files of dist/ in which the judge looks words up.

import { fileURLToPath } from 'node:url';
import { CLASSIFIERS, readTable } from '../dist/scoring/classifiers/files.js';
import { compiledClassifier, packed, tableOf } from '../dist/scoring/classifiers/table.js';
import { compiledLexicon } from '../dist/scoring/lexicon/compile.js';
import { readTables } from '../dist/scoring/lexicon/files.js';
import { writeAtomic } from '../dist/store/atomic.js';

const { words, terms } = compiledLexicon(readTables());
write('words.txt', words);
write('terms.json', JSON.stringify(terms));
for (const name of CLASSIFIERS)
  write(`${name}.classifier.json`, packed(compiledClassifier(tableOf(readTable(name)))));

function write(name, text) {
  const path = fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
  writeAtomic(path, text, { mode: 0o644, sync: false });
}
