/** docs/first-bank.md from its first to its last command: each is run, and prints what the page says. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { inShell, withCommand } from './printed.ts';

const PAGE = fileURLToPath(new URL('../../docs/first-bank.md', import.meta.url));
const BLOCK = /(?<=^```(sh|console)\n)(.*?)(?=^```$)/gms;

/** A page with what its commands print today, both streams as a terminal shows them. */
async function rewritten(page: string): Promise<string> {
  const at = withCommand();
  delete at.env.MOCKLOOP_CONTENT;
  let text = '';
  let from = 0;
  for (const { index, 0: block, 1: kind } of page.matchAll(BLOCK)) {
    text += page.slice(from, index);
    from = index + block.length;
    if (kind === 'sh') {
      expect(await inShell(at, block), block).toMatchObject({ code: 0, err: '' });
      text += block;
      continue;
    }
    for (const [line, command] of block.matchAll(/^\$ (.*)\n/gm))
      text += `${line}${(await inShell(at, `{ ${command}; } 2>&1 || true`)).out}`;
  }
  return text + page.slice(from);
}

test('every command prints what the page says; `-u` writes it anew', async () => {
  const page = await rewritten(readFileSync(PAGE, 'utf8'));
  // What the text around the commands tells of.
  expect(page.match(/^4 files, \d problems?$/gm)).toEqual([
    '4 files, 1 problem',
    '4 files, 1 problem',
    '4 files, 0 problems',
  ]);
  expect(page).toMatch(/^ann,scored,1,.*,whole-topic$/m);
  await expect(page).toMatchFileSnapshot(PAGE);
}, 120_000);
