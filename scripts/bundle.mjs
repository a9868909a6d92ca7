// Runs last in the build: puts together in dist/run/ what is always loaded together, and writes into dist/bundles.json what
// is where. Node takes longer to find and open two hundred small modules than to run them, and an answer judged takes no
// longer than these did. What is imported only when it is needed stays in files of its own; packages stay where they are.

import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';
import { writeAtomic } from '../dist/store/atomic.js';

const path = name => fileURLToPath(new URL(`../dist/${name}`, import.meta.url));

const packages = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
const dependencies = Object.keys(JSON.parse(packages).dependencies);
const bundle = await rolldown({
  input: { main: path('cli/main.js'), index: path('index.js'), worker: path('batch/worker.js') },
  platform: 'node',
  external: id => id.startsWith('node:') || dependencies.some(it => id === it || id.startsWith(`${it}/`)),
});
const { output } = await bundle.write({
  dir: path('run'),
  cleanDir: true,
  // Names without a hash, so that a place in a stack says something.
  chunkFileNames: '[name].js',
});
const root = path('');
const modules = Object.fromEntries(
  output.map(({ fileName, moduleIds }) => [
    fileName,
    // Modules of the bundler itself have no path.
    moduleIds.filter(it => it.startsWith(root)).map(it => it.slice(root.length)),
  ]),
);
writeAtomic(path('bundles.json'), `${JSON.stringify(modules, undefined, 2)}\n`, { mode: 0o644, sync: false });
