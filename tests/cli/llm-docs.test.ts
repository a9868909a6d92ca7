/** The transcript of docs/llm.md is what the commands print, against a server on loopback. */
import { readFileSync } from 'node:fs';
import { expect, onTestFinished, test } from 'vitest';
import { serving } from '../llm/server.ts';
import { answering, steady } from '../scoring/judges/llm/served.ts';
import { world } from './world.ts';

const DOC = readFileSync(new URL('../../docs/llm.md', import.meta.url), 'utf8');

const ROWS = [
  { id: 'a1', question: 'small/cache', answer: 'Readers may see stale data until the entry expires.' },
  { id: 'a2', question: 'small/cache', answer: 'It takes memory, so that old entries are evicted.' },
];

test('docs/llm.md shows what is printed', async () => {
  const server = await serving(answering(steady(3)));
  onTestFinished(() => server.close());
  const env = { OPENAI_BASE_URL: server.url, MOCKLOOP_MODEL: 'llama3.1' };
  const { run, put, folder } = world({ env });
  put('answers.jsonl', ROWS.map(it => `${JSON.stringify(it)}\n`).join(''));
  const lines: string[] = [];
  for (const command of [
    'evaluate answers.jsonl --judge llm --dry-run --price 0.15,0.60',
    'evaluate answers.jsonl --judge llm --out results.jsonl',
  ]) {
    const args = command.split(' ').map(it => (it.endsWith('.jsonl') ? `${folder}/${it}` : it));
    const { out, err } = await run(...args);
    lines.push(`$ mockloop ${command}`, `${out}${err}`);
  }
  const shown = lines
    .join('\n')
    .replaceAll(new URL(server.url).host, 'localhost:11434')
    .replaceAll(`${folder}/data`, '~/.local/share/mockloop')
    .replaceAll(`${folder}/`, '');
  const [, transcript] = /```console\n([\s\S]*?)```/.exec(DOC)!;
  expect(transcript).toBe(shown);
});
