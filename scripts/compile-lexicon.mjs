// Runs after tsc: compiles the readable tables into dist/lexicon.json, in which the judge looks words up.

import { fileURLToPath } from 'node:url';
import { compiledLexicon } from '../dist/scoring/lexicon/compile.js';
import { readTables } from '../dist/scoring/lexicon/files.js';
import { writeAtomic } from '../dist/store/atomic.js';

const path = fileURLToPath(new URL('../dist/lexicon.json', import.meta.url));
writeAtomic(path, JSON.stringify(compiledLexicon(readTables())), { mode: 0o644, sync: false });
