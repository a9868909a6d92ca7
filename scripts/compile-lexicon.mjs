// Runs after tsc: compiles the readable tables into the files of dist/ in which the judge looks words up.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import wabt from 'wabt';
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

const products = readFileSync(new URL('../src/scoring/lexicon/products.wat', import.meta.url), 'utf8');
write('products.wasm', (await wabt()).parseWat('products.wat', products, { simd: true }).toBinary({}).buffer);

function write(name, content) {
  const path = fileURLToPath(new URL(`../dist/${name}`, import.meta.url));
  writeAtomic(path, content, { mode: 0o644, sync: false });
}
