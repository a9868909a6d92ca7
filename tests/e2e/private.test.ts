/** What candidates write is for their eyes only, whatever the umask. */
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { ANSWERS } from '../cli/world.ts';
import { Pipe } from './pipe.ts';
import { BIN, place } from './place.ts';

/** Everything in a folder, with its kind and its mode. */
function found(folder: string): { name: string; mode: string }[] {
  return ['', ...readdirSync(folder, { recursive: true, encoding: 'utf8' })].map(path => {
    const { mode } = statSync(join(folder, path));
    return { name: basename(path), mode: mode.toString(8) };
  });
}

test('files are 0600 and folders 0700 under umask 000', async () => {
  const at = place();
  const open = (...argv: string[]) =>
    new Pipe('/bin/sh', ['-c', 'umask 000; exec "$@"', 'sh', process.execPath, BIN, ...argv], at);
  const scripted = open('practice', 'small', '--answers', ANSWERS);
  expect(await scripted.end()).toBe(0);
  // The other one is left in the middle: it has a draft and, while it runs, a lock.
  const plain = open('practice', 'small', '--plain');
  await plain.hears('How do you bring');
  plain.write('/hint', 'A canary.', '/hint');
  await plain.hears('What do you look at meanwhile?');
  const all = found(at.data);
  plain.close();
  await plain.end();

  // 40000 is a folder, 100000 a file.
  expect(all.filter(it => !['40700', '100600'].includes(it.mode))).toEqual([]);
  const names = all.map(it => it.name);
  for (const name of ['journal.jsonl', 'scores.jsonl', 'report.md', 'report.json', 'draft.json', 'lock'])
    expect(names).toContain(name);
});
