// Runs after tsc: checks the shipped YAML, compiles it into dist/library.json and writes the editor schemas.

import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLibrary, formatProblem } from '../dist/content/files.js';
import { SCHEMA_KINDS, schemaText } from '../dist/content/schema.js';
import { writeAtomic } from '../dist/store/atomic.js';

const root = fileURLToPath(new URL('..', import.meta.url));
const folders = ['questions', 'rubrics'].map(name => relative('', join(root, name)) || '.');

const { json, problems } = await compileLibrary(folders);
if (problems.length > 0) {
  process.stderr.write(`${problems.map(formatProblem).join('\n\n')}\n`);
  process.exitCode = 1;
} else {
  write(join(root, 'dist', 'library.json'), json);
  mkdirSync(join(root, 'schemas'), { recursive: true });
  for (const kind of SCHEMA_KINDS) write(join(root, 'schemas', `${kind}.schema.json`), schemaText(kind));
}

/** Untouched when nothing changed, so that a build leaves a clean checkout clean. */
function write(path, text) {
  if (existsSync(path) && readFileSync(path, 'utf8') === text) return;
  writeAtomic(path, text, { mode: 0o644, sync: false });
}
