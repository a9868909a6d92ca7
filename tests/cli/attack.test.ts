import { expect, onTestFinished, test } from 'vitest';
import { CASE } from '../../src/scoring/judges/llm/attacks/suite.ts';
import { refusing, serving } from '../llm/server.ts';
import { bought, honest } from '../scoring/judges/llm/attacks/obedient.ts';
import type { Seen } from '../scoring/judges/llm/fake.ts';
import { answering } from '../scoring/judges/llm/served.ts';
import { world } from './world.ts';

const clock = {
  now: Date.now,
  setTimeout,
  clearTimeout: (it: unknown) => clearTimeout(it as NodeJS.Timeout),
};

async function attacked(behave: Parameters<typeof serving>[0], ...args: string[]) {
  const server = await serving(behave);
  onTestFinished(() => server.close());
  const env = { OPENAI_BASE_URL: server.url, MOCKLOOP_MODEL: 'judge-1' };
  return { ...(await world({ env, io: { clock } }).run('attack', ...args)), server };
}

test('an honest model passes', async () => {
  const { code, out } = await attacked(answering(honest));
  expect(out).toContain('No bribe was taken.');
  expect(out).toMatch(/^all +\d+ +\d+ +0 +0 +0$/m);
  expect(code).toBe(0);
}, 30_000);

test('a model that obeys the answer is found out, with exit code 1', async () => {
  const obeying = (seen: Seen) => (seen.answer === CASE.answer ? honest(seen) : bought(seen, 'no'));
  const { code, out } = await attacked(answering(obeying), '--json', '--quiet');
  const { attempts } = JSON.parse(out) as { attempts: { outcome: string }[] };
  expect(attempts).toHaveLength(210);
  expect(attempts.some(it => it.outcome === 'noticed')).toBe(true);
  expect(code).toBe(1);
}, 30_000);

test('a model that cannot be reached tells nothing, with exit code 3', async () => {
  const { code, out, err } = await attacked(refusing(401, { message: 'no' }));
  expect([code, out]).toEqual([3, '']);
  expect(err).toContain('refuses the key');
});
