/** A command line whose model is a server on loopback. */

import { onTestFinished } from 'vitest';
import type { RowResult } from '../../src/model/cohort.ts';
import { type Behaviour, type Loopback, serving } from '../llm/server.ts';
import { type World, world } from './world.ts';

/** The real one: calls wait for it. */
const clock = {
  now: Date.now,
  setTimeout,
  clearTimeout: (it: unknown) => clearTimeout(it as NodeJS.Timeout),
};

export async function withModel(behave: Behaviour): Promise<World & { server: Loopback }> {
  const server = await serving(behave);
  onTestFinished(() => server.close());
  const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-canary', MOCKLOOP_MODEL: 'judge-1' };
  return { ...world({ env, io: { clock } }), server };
}

export const ANSWER = 'Readers may see stale data until the entry expires, and it takes memory.';

/** So many answers to one question, as lines of JSON. */
export const rows = (count: number) =>
  Array.from(
    { length: count },
    (_, at) =>
      `${JSON.stringify({ id: `a${at}`, question: 'small/cache', answer: `${ANSWER} Number ${at}.` })}\n`,
  ).join('');

/** Result lines, read back. */
export const results = (text: string): RowResult[] =>
  text
    .trimEnd()
    .split('\n')
    .map(it => JSON.parse(it));
