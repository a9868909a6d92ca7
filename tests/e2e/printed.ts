/** What the pages of docs/ print for a shell, to be run. */
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Pipe } from './pipe.ts';
import { BIN, type Place, place } from './place.ts';

/** The code of a language in a page, or below one of its headings. */
export function codeIn(page: string, language: string, heading = ''): string[] {
  const all = readFileSync(fileURLToPath(new URL(`../../${page}`, import.meta.url)), 'utf8');
  const from = all.indexOf(heading);
  const text = heading === '' ? all : all.slice(from, all.indexOf('\n## ', from + 1));
  return [...text.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map(it => it[1]!);
}

/** A place where `mockloop` is a program, and others by their text. */
export function withCommand(programs: Readonly<Record<string, string>> = {}): Place {
  const at = place();
  const bin = join(at.folder, 'bin');
  mkdirSync(bin);
  const all = { mockloop: `#!/bin/sh\nexec "${process.execPath}" "${BIN}" "$@"\n`, ...programs };
  for (const [name, text] of Object.entries(all)) {
    writeFileSync(join(bin, name), text);
    chmodSync(join(bin, name), 0o755);
  }
  at.env.PATH = `${bin}:${at.env.PATH}`;
  return at;
}

/** Runs a script there, with an input that ends. */
export async function inShell(at: Place, script: string, input = '') {
  const run = new Pipe('/bin/sh', ['-euc', script], at);
  run.child.stdin!.end(input);
  return { code: await run.end(), out: run.out, err: run.err };
}
