/** Real runs with a model on loopback: broken off at any point, they lose nothing and pay nothing twice. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ANSWERS } from '../cli/world.ts';
import { batchWorld, outcomeOf } from '../llm/batch-server.ts';
import { type Behaviour, type Seen, serving } from '../llm/server.ts';
import { answering, steady } from '../scoring/judges/llm/served.ts';
import { answerFiles, started } from './many.ts';
import { BIN, eventually, type Place, place } from './place.ts';

const good = answering(steady(3));

async function withModel(behave: Behaviour, rows: number) {
  const server = await serving(behave);
  onTestFinished(() => server.close());
  const at = place({ OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'k', MOCKLOOP_MODEL: 'judge-1' });
  const files = answerFiles(at, 2, rows);
  const start = (...more: string[]) => started(at, ...files, '--judge', 'llm', '--out', 'out.jsonl', ...more);
  return { server, at, start };
}

type Child = ReturnType<typeof started>;

const ended = async (child: Child) => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
  return child.exitCode;
};

/** The code, once it has ended; it has a second for it. */
async function interrupted(child: Child): Promise<number | null> {
  const began = performance.now();
  child.kill('SIGINT');
  const code = await ended(child);
  expect(performance.now() - began).toBeLessThan(1_000);
  return code;
}

const written = (at: Place) => readFileSync(join(at.folder, 'out.jsonl'), 'utf8');

/** What an unbroken run writes, by the rows of a file. */
const whole = new Map<number, string>();
async function wanted(rows: number): Promise<string> {
  const known = whole.get(rows);
  if (known !== undefined) return known;
  const { at, start } = await withModel(good, rows);
  expect(await ended(start())).toBe(0);
  whole.set(rows, written(at));
  return written(at);
}

test('Ctrl-C while a slow server thinks: 130 within a second, and only the rest is asked later', async () => {
  const rows = 6;
  let most = 20;
  const { server, at, start } = await withModel((response, seen, number) => {
    if (number < most) good(response, seen, number);
  }, rows);
  const child = start('--concurrency', '3');
  await eventually(() => server.seen.length > most, 'calls that are not replied to');
  expect(await interrupted(child)).toBe(130);
  expect(existsSync(join(at.folder, 'out.jsonl'))).toBe(false);
  const kept = readFileSync(join(at.folder, 'out.jsonl.partial'), 'utf8');
  expect(kept.match(/"status":"scored"/g)!.length).toBeGreaterThan(2);
  const sent = server.seen.length;
  most = Number.POSITIVE_INFINITY;
  expect(await ended(start('--resume'))).toBe(0);
  expect(written(at)).toBe(await wanted(rows));
  // What was replied to is not asked again: four requests for each of the twelve rows.
  expect(server.seen.length - sent).toBe(4 * 2 * rows - 20);
}, 60_000);

test.each([
  ['an answer', 'coach', 'mockloop resume'],
  ['the report', 'real', 'mockloop report'],
])('Ctrl-C in an interview, while a model thinks about %s: 130 within a second', async (_, mode, next) => {
  const { server, at } = await withModel(() => {}, 1);
  const script = ['--answers', ANSWERS, '--judge', 'llm', '--mode', mode];
  const child = spawn(process.execPath, [BIN, 'practice', 'small', ...script], { env: at.env });
  let told = '';
  child.stderr.on('data', chunk => {
    told += chunk;
  });
  await eventually(() => server.seen.length > 0, 'the first call');
  expect(await interrupted(child)).toBe(130);
  expect(told).toContain(`Kept. `);
  expect(told).toContain(`${next} ${at.sessions()[0]}`);
});

test.each([['call by call'], ['before anything is handed in', '--batch-api']])(
  'Ctrl-C among thousands of rows, %s: 130 within a second',
  async (_, ...more) => {
    const { server, at, start } = await withModel(() => {}, 3_000);
    const child = start(...more);
    const batches = join(at.data, 'llm', 'batches');
    const isPacking = () => existsSync(batches) && readdirSync(batches).some(it => it.includes('requests'));
    const hasBegun = () => server.seen.length > 0 || isPacking();
    await eventually(hasBegun, 'the first call');
    expect(await interrupted(child)).toBe(130);
    const audit = readFileSync(join(at.data, 'llm', 'audit.jsonl'), 'utf8');
    expect(audit.match(/"event":"sent"/g) ?? []).toHaveLength(server.seen.length);
  },
  60_000,
);

describe('--batch-api', () => {
  test('Ctrl-C while it waits: 130 within a second, and the same command goes on', async () => {
    const world = batchWorld(outcomeOf(good));
    world.looks = Number.POSITIVE_INFINITY;
    const { at, start } = await withModel(world.behave, 1);
    const child = start('--batch-api');
    await eventually(() => world.batches[0]?.status === 'in_progress', 'a look at the batch');
    expect(await interrupted(child)).toBe(130);
    world.looks = 0;
    expect(await ended(start('--batch-api'))).toBe(0);
    expect(written(at)).toBe(await wanted(1));
    expect(world.batches).toHaveLength(1);
  }, 60_000);

  test.each(
    ['POST /v1/files', 'POST /v1/batches', 'GET /v1/batches/', 'GET /v1/files/', 'DELETE /v1/files/'].flatMap(
      step => [
        [step, 'before the server hears it'],
        [step, 'before the reply comes'],
      ],
    ),
  )(
    'kill -9 at %s, %s: nothing is handed in twice',
    async (step, when) => {
      const world = batchWorld(outcomeOf(good));
      let victim: Child | undefined;
      world.instead = (response, seen: Seen) => {
        if (!victim || !`${seen.method} ${seen.path}`.startsWith(step)) return false;
        victim.kill('SIGKILL');
        victim = undefined;
        const deaf = { writeHead: () => {}, end: () => {} } as never;
        if (when === 'before the reply comes') world.behave(deaf, seen, 0);
        response.destroy();
        return true;
      };
      const { at, start } = await withModel(world.behave, 1);
      victim = start('--batch-api');
      const first = victim;
      await ended(first);
      expect(first.signalCode).toBe('SIGKILL');
      expect(await ended(start('--batch-api'))).toBe(0);
      expect(world.batches).toHaveLength(1);
      expect(written(at)).toBe(await wanted(1));
      const left = readdirSync(join(at.data, 'llm', 'batches'));
      expect(left.filter(it => it.includes('requests'))).toEqual([]);
    },
    60_000,
  );
});
