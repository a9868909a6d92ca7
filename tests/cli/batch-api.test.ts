/** Whole commands through the Batch API: a server on loopback, reached through the real package. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { RowResult } from '../../src/model/cohort.ts';
import { type BatchWorld, batchWorld, outcomeOf, type ServedRequest } from '../llm/batch-server.ts';
import { completion, type Loopback, send, serving } from '../llm/server.ts';
import { answering, steady } from '../scoring/judges/llm/served.ts';
import { type World, world } from './world.ts';

/** A thousand times as fast: what takes a minute takes 60 ms. */
const clock = {
  now: Date.now,
  setTimeout: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds / 1000),
  clearTimeout: (it: unknown) => clearTimeout(it as NodeJS.Timeout),
};

const good = outcomeOf(answering(steady(3)));

interface Setting {
  outcome?: Parameters<typeof batchWorld>[0];
}

async function withBatches({ outcome = good }: Setting = {}): Promise<World & BatchWorld & { server: Loopback }> {
  const batches = batchWorld(outcome);
  const server = await serving((response, seen, number) => batches.behave(response, seen, number));
  onTestFinished(() => server.close());
  const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-canary-12345', MOCKLOOP_MODEL: 'judge-1' };
  return Object.assign(batches, world({ env, io: { clock } }), { server });
}

const ANSWER = 'Readers may see stale data until the entry expires, and it takes memory.';
const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `${JSON.stringify({ id: `a${at}`, question: 'small/cache', answer: `${ANSWER} Number ${at}.` })}\n`,
  ).join('');
const results = (text: string): RowResult[] =>
  text
    .trimEnd()
    .split('\n')
    .map(it => JSON.parse(it));

/** Through batches; deadlines are a thousand times as short as well. */
const BATCH = ['--judge', 'llm', '--batch-api', '--timeout', '3600'] as const;

/** What the same run gives call by call. */
async function oneByOne(count: number, ...more: string[]): Promise<string> {
  const server = await serving(answering(steady(3)));
  onTestFinished(() => server.close());
  const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'k', MOCKLOOP_MODEL: 'judge-1' };
  const { run, put } = world({ env, io: { clock } });
  const { out } = await run('evaluate', put('a.jsonl', rows(count)), '--judge', 'llm', '--timeout', '3600', ...more);
  return out;
}

describe('evaluate --batch-api', () => {
  test('comes to the same bytes as call by call', async () => {
    const it = await withBatches();
    const file = it.put('a.jsonl', rows(5));
    const { code, out, err } = await it.run('evaluate', file, ...BATCH);
    console.log(err);
    expect(code).toBe(0);
    expect(out).toBe(await oneByOne(5));
  });
});
