/** The Batch API under its own limits: files, lines, pages, time. */
import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { BatchApi, type BatchApiOptions } from '../../src/llm/batch-api/api.ts';
import { linesOf } from '../../src/llm/batch-api/lines.ts';
import { LARGEST, Packing } from '../../src/llm/batch-api/packing.ts';
import { Shelf } from '../../src/llm/batch-api/parcel.ts';
import { remoteIn } from '../../src/llm/batch-api/remote.ts';
import { resultIn } from '../../src/llm/batch-api/results.ts';
import { llmConfig } from '../../src/llm/config.ts';
import { firstDialect } from '../../src/llm/dialect.ts';
import { LARGEST_REPLY } from '../../src/llm/fetch.ts';
import type { ChatClient, ChatRequest, LlmError } from '../../src/model/llm.ts';
import { batchWorld, outcomeOf } from './batch-server.ts';
import { manualClock } from './clock.ts';
import { saying, send, serving } from './server.ts';

const good = outcomeOf(saying('{"level":3}'));

const requestOf = (text: string): ChatRequest => ({
  messages: [{ role: 'user', content: text }],
  schema: { name: 'level', schema: { type: 'object' } },
  maxTokens: 50,
  temperature: 0,
});

const folder = () => mkdtempSync(join(tmpdir(), 'llm-batch-'));

async function started(options: Partial<BatchApiOptions> = {}) {
  const world = batchWorld(good);
  const server = await serving((response, seen, number) => world.behave(response, seen, number));
  onTestFinished(() => server.close());
  const config = llmConfig({
    OPENAI_BASE_URL: server.url,
    OPENAI_API_KEY: 'sk-canary-12345',
    MOCKLOOP_MODEL: 'm',
  });
  const told: string[] = [];
  const clock = {
    now: Date.now,
    setTimeout: (run: () => void, milliseconds: number) => setTimeout(run, milliseconds / 1000),
    clearTimeout: (it: unknown) => clearTimeout(it as NodeJS.Timeout),
  };
  const api = (more: Partial<BatchApiOptions> = {}) => {
    const made = new BatchApi({
      config,
      clock,
      random: () => 0,
      timeout: 3600,
      folder: join(kept, 'batches'),
      processes: { pid: process.pid, isAlive: () => false },
      tell: async line => void told.push(line),
      ...options,
      ...more,
    });
    onTestFinished(() => made.close());
    return made;
  };
  const kept = folder();
  return { world, server, api, told, kept };
}

/** Asks each of these texts; what fails is a failure. */
const asking = (texts: readonly string[]) => (client: ChatClient) =>
  Promise.all(texts.map(it => client.chat(requestOf(it)).catch((error: LlmError) => error)));

const texts = (count: number) => Array.from({ length: count }, (_, at) => `text ${at}`);

describe('files are no larger than they may be', () => {
  test('the limits are those of OpenAI', () => expect(LARGEST).toEqual({ requests: 50_000, bytes: 200e6 }));

  test.each([
    [1, 7],
    [3, 3],
    [7, 1],
    [50_000, 1],
  ])('%i requests a file make %i files of seven', async (requests, files) => {
    const { world, api } = await started({ largest: { requests, bytes: 1e6 } });
    const batches = api();
    await batches.prepare(asking(texts(7)));
    expect(world.batches).toHaveLength(files);
    expect(world.handedIn().map(it => it.body.messages[0].content)).toEqual(texts(7));
    const replies = await asking(texts(7))(batches.client);
    expect(replies.map(it => 'value' in it && it.value)).toEqual(Array(7).fill({ level: 3 }));
    await batches.finish();
    expect(world.files.size).toBe(0);
  });

  test('whatever the requests, no file has more bytes, and none is lost', () =>
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 900, max: 4_000 }),
        (all, bytes) => {
          const shelf = new Shelf(folder());
          const largest = { requests: 10, bytes };
          const config = { baseUrl: 'http://127.0.0.1/v1', model: 'm' };
          const packing = new Packing({ shelf, config, dialect: firstDialect('openai'), now: 0, largest });
          const names = all.flatMap((text, at) => {
            const name = at.toString(16).padStart(32, '0');
            try {
              packing.add(name, packing.lineOf(name, requestOf(text)));
              return [name];
            } catch (error) {
              expect((error as LlmError).kind).toBe('too-large');
              return [];
            }
          });
          const parcels = packing.done();
          for (const parcel of parcels) {
            const { size, mode } = statSync(shelf.pathOf(parcel.id, 'requests.jsonl'));
            expect([size, mode & 0o777]).toEqual([parcel.bytes, 0o600]);
            expect(size).toBeLessThanOrEqual(bytes);
            expect(parcel.names.length).toBeLessThanOrEqual(10);
          }
          expect(parcels.flatMap(it => it.names)).toEqual(names);
          expect(new Set(parcels.map(it => it.id)).size).toBe(parcels.length);
          packing.abandon();
          expect(readdirSync(shelf.folder)).toEqual([]);
        },
      ),
      { numRuns: 60 },
    ));

  test('a request that is larger by itself is an error, and the others are asked', async () => {
    const limits = { calls: 1 };
    const { world, api } = await started({ largest: { requests: 10, bytes: 800 }, limits });
    const batches = api();
    await batches.prepare(asking(['long '.repeat(200), 'short']));
    expect(world.handedIn()).toHaveLength(1);
    expect(batches.client.usage().calls).toBe(1);
    const [long, short] = await asking(['long '.repeat(200), 'short'])(batches.client);
    expect(short).toMatchObject({ value: { level: 3 } });
    expect(long).toMatchObject({ kind: 'too-large', stopsRun: false });
  });
});

describe('a run that was broken off', () => {
  test('in the middle of handing in goes on with what is left', async () => {
    const { world, api } = await started({ largest: { requests: 2, bytes: 1e6 }, retries: 0 });
    let uploads = 0;
    world.instead = (response, { method, path }) => {
      if (method !== 'POST' || !path.endsWith('/files') || ++uploads !== 2) return false;
      response.destroy();
      return true;
    };
    await expect(api().prepare(asking(texts(6)))).rejects.toMatchObject({ kind: 'unreachable' });
    expect(world.batches).toHaveLength(1);
    const second = api();
    await second.prepare(asking(texts(6)));
    expect(world.handedIn().map(it => it.body.messages[0].content)).toEqual(texts(6));
    expect(second.client.usage().calls).toBe(6);
  });

  test('after its batches ended reads them no second time', async () => {
    const { world, api, server } = await started();
    await api().prepare(asking(texts(3)));
    const calls = server.seen.length;
    const second = api();
    await second.prepare(asking(texts(3)));
    expect(server.seen.length).toBe(calls);
    expect(await asking(['text 2'])(second.client)).toMatchObject([{ value: { level: 3 }, cached: false }]);
    expect(world.batches).toHaveLength(1);
  });

  test('finds its batch on whichever page it is', async () => {
    const { world, api } = await started({ retries: 0 });
    let isLost = false;
    world.instead = (response, seen) => {
      if (seen.method === 'POST' && seen.path.endsWith('/batches') && !isLost) {
        isLost = true;
        world.take(seen);
        response.destroy();
        return true;
      }
      if (seen.method !== 'GET' || !seen.path.includes('/batches?')) return false;
      const page = Number(/after=other_(\d)/.exec(seen.path)?.[1] ?? -1) + 1;
      const other = { id: `other_${page}`, status: 'completed', metadata: { mockloop: 'x' } };
      const data = page === 3 ? world.batches : [{ id: 'strange', status: 'new' }, other];
      send(response, 200, { data, has_more: page < 3 });
      return true;
    };
    await expect(api().prepare(asking(texts(2)))).rejects.toMatchObject({ kind: 'unreachable' });
    await api().prepare(asking(texts(2)));
    expect(world.batches).toHaveLength(1);
  });

  test('more than 30 days ago is forgotten', async () => {
    const { world, api, kept } = await started();
    await api().prepare(asking(texts(2)));
    const later = Date.now() + 31 * 24 * 3600e3;
    const clock = { ...manualClock(), now: () => later, setTimeout, clearTimeout };
    await api({ clock: clock as never }).prepare(asking(texts(2)));
    expect(world.batches).toHaveLength(2);
    expect(readdirSync(join(kept, 'batches')).filter(it => it.endsWith('.replies.jsonl'))).toHaveLength(1);
  });

  test('for another server or another model is another job', async () => {
    const { world, api } = await started();
    await api().prepare(asking(texts(2)));
    const other = await started();
    const config = llmConfig({ OPENAI_BASE_URL: other.server.url, MOCKLOOP_MODEL: 'm' });
    await api({ config }).prepare(asking(texts(2)));
    expect([world.batches.length, other.world.batches.length]).toEqual([1, 1]);
  });
});

test('a server that stays away is waited for, less and less often, and not for ever', async () => {
  const { world, api, told } = await started({ retries: 0 });
  const waits: number[] = [];
  world.instead = (response, { path }) => {
    if (!path.includes('/batches/')) return false;
    send(response, 500, { error: { message: 'Away' } });
    return true;
  };
  const clock = {
    now: Date.now,
    setTimeout(run: () => void, milliseconds: number) {
      if (milliseconds < 3_600_000) waits.push(milliseconds);
      return setTimeout(run, milliseconds < 3_600_000 ? 0 : milliseconds);
    },
    clearTimeout: (it: unknown) => clearTimeout(it as NodeJS.Timeout),
  };
  await expect(api({ clock }).prepare(asking(texts(1)))).rejects.toMatchObject({ kind: 'server' });
  expect(waits.slice(0, 7)).toEqual([2_000, 4_000, 8_000, 16_000, 32_000, 60_000, 60_000]);
  expect(waits).toHaveLength(29);
  expect(told.at(-1)).toContain('Still waiting.');
  world.instead = () => false;
  await api().prepare(asking(texts(1)));
  expect(world.batches).toHaveLength(1);
});

describe('what comes down', () => {
  const streamOf = async function* (parts: readonly Uint8Array[]) {
    yield* parts;
  };
  const all = async (parts: readonly Uint8Array[]) => {
    const lines: string[] = [];
    for await (const line of linesOf(streamOf(parts))) lines.push(line);
    return lines;
  };

  test('is the same lines however it is cut', () =>
    fc.assert(
      fc.asyncProperty(
        fc.array(fc.string({ unit: 'grapheme' })),
        fc.array(fc.nat(40)),
        async (lines, cuts) => {
          const whole = Buffer.from(lines.map(it => it.replaceAll('\n', ' ')).join('\n'));
          const parts: Uint8Array[] = [];
          let from = 0;
          for (const size of cuts) {
            parts.push(whole.subarray(from, from + size));
            from += size;
          }
          parts.push(whole.subarray(from));
          expect(await all(parts)).toEqual(whole.toString().split('\n'));
        },
      ),
    ));

  test('ends with a line that does not end', async () => {
    const part = Buffer.alloc(LARGEST_REPLY / 2, 'x');
    await expect(all([part, part, part])).rejects.toMatchObject({ reason: { kind: 'too-large' } });
  });

  test('is a reply, a failure or nothing, whatever it is', () =>
    fc.assert(
      fc.property(fc.oneof(fc.json(), fc.string()), fc.json(), (line, body) => {
        for (const text of [
          line,
          `{"custom_id":"a","response":{"status_code":200,"body":${body}}}`,
          `{"custom_id":"a","error":${body}}`,
        ]) {
          const result = resultIn(text, undefined);
          if (result === undefined) continue;
          expect(typeof result.name).toBe('string');
          expect('reply' in result || result.failure.reason.message.length > 0).toBe(true);
        }
      }),
    ));

  test('may be a refusal a hundred thousand deep', () => {
    const body = `{"error":{"message":"no","more":${'['.repeat(1e5)}${']'.repeat(1e5)}}}`;
    const text = `{"custom_id":"a","response":{"status_code":500,"body":${body}}}`;
    expect(resultIn(text, undefined)).toMatchObject({ name: 'a', failure: { reason: { kind: 'server' } } });
  });

  test('of a batch that no server would tell is refused', () => {
    const base = { id: 'batch_1', status: 'completed' };
    expect(remoteIn(base, undefined)).toMatchObject({
      results: [],
      done: 0,
      why: '',
      file: null,
      parcel: null,
    });
    for (const it of [
      null,
      7,
      {},
      { ...base, id: '../files' },
      { ...base, id: 7 },
      { ...base, status: 'toString' },
    ])
      expect(() => remoteIn(it, undefined)).toThrow('no reply');
    expect(
      remoteIn({ ...base, output_file_id: '/etc', errors: 7, request_counts: [] }, undefined).results,
    ).toEqual([]);
  });
});
