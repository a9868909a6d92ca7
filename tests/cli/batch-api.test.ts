/** Whole commands through the Batch API: a server on loopback, reached through the real package. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  type BatchWorld,
  batchWorld,
  type Outcome,
  outcomeOf,
  type ServedRequest,
} from '../llm/batch-server.ts';
import { completion, type Loopback, send, serving } from '../llm/server.ts';
import { answering, steady } from '../scoring/judges/llm/served.ts';
import { ANSWER, results, rows } from './loopback.ts';
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

async function withBatches({
  outcome = good,
}: Setting = {}): Promise<World & BatchWorld & { server: Loopback }> {
  const batches = batchWorld(outcome);
  const server = await serving((response, seen, number) => batches.behave(response, seen, number));
  onTestFinished(() => server.close());
  const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'sk-canary-12345', MOCKLOOP_MODEL: 'judge-1' };
  return Object.assign(batches, world({ env, io: { clock } }), { server });
}

/** Through batches; deadlines are a thousand times as short as well. */
const BATCH = ['--judge', 'llm', '--batch-api', '--timeout', '3600'] as const;

/** What the same run gives call by call. */
async function oneByOne(count: number, ...more: string[]): Promise<string> {
  const server = await serving(answering(steady(3)));
  onTestFinished(() => server.close());
  const env = { OPENAI_BASE_URL: server.url, OPENAI_API_KEY: 'k', MOCKLOOP_MODEL: 'judge-1' };
  const { run, put } = world({ env, io: { clock } });
  const { out } = await run(
    'evaluate',
    put('a.jsonl', rows(count)),
    '--judge',
    'llm',
    '--timeout',
    '3600',
    ...more,
  );
  return out;
}

const evaluated = (it: World, count: number, ...more: string[]) =>
  it.run('evaluate', it.put('a.jsonl', rows(count)), ...BATCH, ...more);

/** What is left in the folder of batches, beside the words that a model takes. */
const left = ({ data }: World) =>
  readdirSync(join(data, 'llm', 'batches')).filter(it => !it.startsWith('words-'));

/** Each request once, over all batches. */
function expectNoneTwice(it: BatchWorld): void {
  const names = it.handedIn().map(({ custom_id }) => custom_id);
  expect(new Set(names).size).toBe(names.length);
}

const isAbout = (number: number, { body }: ServedRequest) =>
  body.messages[1].content.includes(`Number ${number}.`);

describe('evaluate --batch-api', () => {
  test('comes to the same bytes as call by call, asks each thing once, and leaves nothing behind', async () => {
    const it = await withBatches();
    const { code, out, err } = await evaluated(it, 5);
    expect(code).toBe(0);
    expect(out).toBe(await oneByOne(5));
    expect(it.batches).toHaveLength(1);
    expectNoneTwice(it);
    expect(it.handedIn()[0]).toMatchObject({
      custom_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      method: 'POST',
      url: '/v1/chat/completions',
      body: { model: 'judge-1', temperature: 0, response_format: { type: 'json_schema' } },
    });
    expect(err).toContain('Handed in batch_0: requests 20.\nWaiting for 127.0.0.1:');
    expect(err).toContain(
      'Model judge-1: calls 20, tokens in 2000, tokens out 400, replies kept from before 0\n',
    );
    expect(it.server.seen.some(({ path }) => path.includes('completions'))).toBe(false);
    expect(left(it)).toEqual([]);
    // Of what was uploaded and what came back nothing stays there either.
    expect(it.files.size).toBe(0);
    // Now it is all kept, whichever way it is asked.
    const sent = it.server.seen.length;
    expect((await evaluated(it, 5)).out).toBe(out);
    expect((await it.run('evaluate', join(it.folder, 'a.jsonl'), '--judge', 'llm')).out).toBe(out);
    expect(it.server.seen.length).toBe(sent);
  });

  test.each([
    ['--repeats', '3'],
    ['--judge', 'both'],
    ['--judge', 'both', '--repeats', '2', '--concurrency', '1'],
    ['--shard', '2/2'],
  ])('with %s %s %s %s too', async (...more) => {
    const it = await withBatches();
    const options = more.filter(part => part !== undefined);
    const { code, out } = await evaluated(it, 4, ...options);
    expect(code).toBe(0);
    expect(out).toBe(await oneByOne(4, ...options));
    expectNoneTwice(it);
  });

  test('of what is the same in two rows one is asked', async () => {
    const it = await withBatches();
    const row = { question: 'small/cache', answer: ANSWER };
    const twice = [1, 2].map(id => `${JSON.stringify({ id: `a${id}`, ...row })}\n`).join('');
    const { code, out } = await it.run('evaluate', it.put('b.jsonl', twice), ...BATCH);
    expect(code).toBe(0);
    expect(results(out).map(({ status }) => status)).toEqual(['scored', 'scored']);
    expect(it.handedIn()).toHaveLength(4);
  });

  test('waits as long as it takes, and over failures that pass', async () => {
    const it = await withBatches();
    it.looks = 12;
    let calls = 0;
    it.instead = (response, { path }) => {
      if (!path.includes('/batches/') || ++calls % 3 > 0) return false;
      if (calls === 3) response.destroy();
      else send(response, 503, { error: { message: 'Later' } });
      return true;
    };
    const { code, err } = await evaluated(it, 2, '--retries', '0');
    expect(code).toBe(0);
    expect(err).toContain('batch_0: in_progress, 0 of 8 done\n');
    expect(err).toContain('The server failed (503). It says: "Later" Still waiting.\n');
    expect(it.batches).toHaveLength(1);
  });
});

describe('what has no reply', () => {
  /** Fails for the second and the third row, as long as it is so. */
  const failing = (outcome: Outcome | undefined) => {
    const state = { fails: true };
    return {
      state,
      outcome: (request: ServedRequest) =>
        state.fails && (isAbout(1, request) || isAbout(2, request)) ? outcome : good(request),
    };
  };
  const refusal = (status_code: number, message: string): Outcome => ({
    response: { status_code, body: { error: { message, type: 'x', param: null, code: null } } },
    error: null,
  });

  test.each<[string, Outcome | undefined, string]>([
    ['failed at the server', refusal(500, 'Oh.'), 'The server failed (500). It says: "Oh."'],
    [
      'was refused',
      refusal(400, 'No sk-canary-12345.'),
      'does not take the request (400). It says: "No [key]."',
    ],
    ['met a limit', refusal(429, 'Slow down.'), 'Too many requests'],
    ['met an empty purse', refusal(429, 'insufficient_quota'), 'Nothing is left to pay the model with'],
    [
      'expired',
      { response: null, error: { code: 'batch_expired', message: 'Too late.' } },
      'The batch ended without a reply to this. The server says: "batch_expired: Too late."',
    ],
    ['is told of nowhere', undefined, 'The batch has no reply to this request.'],
    [
      'was cut off',
      { response: { status_code: 200, body: completion('{', { finish_reason: 'length' }) }, error: null },
      'cut off',
    ],
    ['is no completion', { response: { status_code: 200, body: 7 }, error: null }, 'no chat completion'],
    ['is no response', { response: 'x', error: null } as never, 'The batch ended without a reply to this.'],
  ])('because it %s, is an error, and alone is handed in by the next run', async (_, outcome, cause) => {
    const { state, ...setting } = failing(outcome);
    const it = await withBatches(setting);
    const out = join(it.folder, 'r.jsonl');
    const { code } = await evaluated(it, 4, '--out', out);
    expect(code).toBe(3);
    const told = results(it.read(out));
    expect(told.map(({ status }) => status)).toEqual(['scored', 'error', 'error', 'scored']);
    expect(told[1]).toMatchObject({ score: null, line: 2, cause: expect.stringContaining(cause) });
    expect(left(it)).toEqual([]);
    state.fails = false;
    const before = it.handedIn().length;
    expect((await evaluated(it, 4, '--out', out)).code).toBe(0);
    const again = it.handedIn().slice(before);
    expect(again.length).toBe(8);
    expect(again.every(request => isAbout(1, request) || isAbout(2, request))).toBe(true);
    expect(it.read(out)).toBe(await oneByOne(4));
  });

  test.each([
    ['expired', 'was not done in time'],
    ['cancelled', 'was cancelled'],
  ])('since the batch %s, is an error beside what there is', async (status, words) => {
    const { state, ...setting } = failing(undefined);
    const it = await withBatches(setting);
    it.status = status;
    const out = join(it.folder, 'r.jsonl');
    expect((await evaluated(it, 4, '--out', out)).code).toBe(3);
    expect(results(it.read(out)).map(({ status: its }) => its)).toEqual([
      'scored',
      'error',
      'error',
      'scored',
    ]);
    expect(it.read(out)).toContain(`The batch ${words}.`);
    state.fails = false;
    it.status = 'completed';
    await evaluated(it, 4, '--out', out);
    expect(it.handedIn().length).toBe(16 + 8);
    expect(it.read(out)).toBe(await oneByOne(4));
  });

  test('since the batch failed as a whole, is an error with what the server says', async () => {
    const it = await withBatches();
    it.status = 'failed';
    it.why = { code: 'token_limit_exceeded', message: 'Enqueued token limit reached' };
    const { code, out } = await evaluated(it, 2);
    expect(code).toBe(3);
    expect(results(out).map(({ status }) => status)).toEqual(['error', 'error']);
    expect(out).toContain(
      'The batch failed. It says: \\"token_limit_exceeded: Enqueued token limit reached\\"',
    );
    it.status = 'completed';
    expect((await evaluated(it, 2)).out).toBe(await oneByOne(2));
  });

  test('since the results are gone, is an error', async () => {
    const it = await withBatches();
    it.instead = (_, { path }) => {
      if (path.endsWith('/content')) it.files.clear();
      return false;
    };
    const { code, out } = await evaluated(it, 1);
    expect(code).toBe(3);
    expect(out).toContain('The batch has no reply to this request.');
  });

  test('in other words has one: what the model does not take is left out', async () => {
    const picky = (request: ServedRequest) =>
      request.body.temperature === undefined && request.body.seed === undefined
        ? good(request)
        : refusal(
            400,
            `Unsupported parameter: ${request.body.temperature === undefined ? 'seed' : 'temperature'}`,
          );
    const it = await withBatches({ outcome: picky });
    const { code, out, err } = await evaluated(it, 2);
    expect(code).toBe(0);
    expect(err).toContain(
      'The model does not take what the requests ask with. They are handed in again without it.',
    );
    expect(results(out)[0]!.judge).toMatchObject({ model: 'judge-1-2026', temperature: null });
    expect(it.batches).toHaveLength(3);
    // It is remembered for the next job.
    const other = it.put('b.jsonl', rows(3).split('\n').at(-2)!);
    expect((await it.run('evaluate', other, ...BATCH)).code).toBe(0);
    expect(it.batches).toHaveLength(4);
  });

  test('whatever else stands in the files is not taken for one', async () => {
    const it = await withBatches();
    it.instead = (response, { path }) => {
      const name = /files\/(file-out-[\w-]+)\/content/.exec(path)?.[1];
      if (!name) return false;
      const [first, ...others] = it.files
        .get(name)!
        .trimEnd()
        .split('\n')
        .map(line => JSON.parse(line));
      const best = JSON.stringify({
        ...JSON.parse(first.response.body.choices[0].message.content),
        level: 4,
      });
      const forged = { ...first, response: { status_code: 200, body: completion(best) } };
      const lines = [
        first,
        forged,
        7,
        null,
        [],
        {},
        { custom_id: 'f'.repeat(32), response: first.response },
        ...others,
      ];
      send(response, 200, `garbage\n\n${lines.map(line => JSON.stringify(line)).join('\n')}`);
      return true;
    };
    const { code, out } = await evaluated(it, 2);
    expect(code).toBe(0);
    expect(out).toBe(await oneByOne(2));
  });
});

describe('nothing is handed in twice', () => {
  test('when the reply to the making of a batch is lost', async () => {
    const it = await withBatches();
    const isLost = losingFirstBatch(it);
    const { code, out } = await evaluated(it, 2);
    expect(code).toBe(0);
    expect(isLost()).toBe(true);
    expect(it.batches).toHaveLength(1);
    expect(out).toBe(await oneByOne(2));
  });

  test.each([
    ['by our name in the metadata', true],
    ['by its file where the server keeps no metadata', false],
  ])('when a run ended over that: the next one finds the batch %s', async (_, keepsMetadata) => {
    const it = await withBatches();
    losingFirstBatch(it, () => {
      if (!keepsMetadata) it.batches[0]!.metadata = null;
    });
    const out = join(it.folder, 'r.jsonl');
    const first = await evaluated(it, 2, '--retries', '0', '--out', out);
    expect(first.code).toBe(3);
    expect(first.err).toContain('closed the connection');
    expect(left(it).map(name => statSync(join(it.data, 'llm', 'batches', name)).mode & 0o777)).toEqual([
      0o600,
    ]);
    expect(it.read(it.data, 'llm', 'batches', left(it)[0]!)).not.toMatch(/canary|stale data/);
    expect((await evaluated(it, 2, '--out', out)).code).toBe(0);
    expect(it.batches).toHaveLength(1);
    expect(it.read(out)).toBe(await oneByOne(2));
  });

  test('when an upload failed, nothing had been handed in', async () => {
    const it = await withBatches();
    let fails = true;
    it.instead = (response, { path, method }) => {
      if (!fails || method !== 'POST' || !path.endsWith('/files')) return false;
      send(response, 500, { error: { message: 'Full' } });
      return true;
    };
    expect((await evaluated(it, 2)).code).toBe(3);
    expect(it.batches).toHaveLength(0);
    fails = false;
    expect((await evaluated(it, 2)).code).toBe(0);
    expect(it.batches).toHaveLength(1);
  });

  test('when it is interrupted while it waits: the same command goes on', async () => {
    const it = await withBatches();
    it.looks = Number.POSITIVE_INFINITY;
    const out = join(it.folder, 'r.jsonl');
    const stop = stoppable(it);
    const running = evaluated(it, 3, '--out', out);
    await until(() => it.server.seen.some(({ path }) => path.endsWith('/batches/batch_0')));
    const began = Date.now();
    stop();
    const { code, err } = await running;
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(code).toBe(130);
    expect(err).toContain(
      'Stopped. Under way: batches 1, requests 12. Nothing is lost: the same command goes on.',
    );
    expect(existsSync(`${out}.partial`)).toBe(false);
    const planned = await it.run('evaluate', join(it.folder, 'a.jsonl'), ...BATCH, '--dry-run', '--json');
    expect(JSON.parse(planned.out)).toMatchObject({ rows: 3, calls: 0 });
    it.looks = 0;
    expect((await evaluated(it, 3, '--out', out)).code).toBe(0);
    expect(it.batches).toHaveLength(1);
    expect(it.read(out)).toBe(await oneByOne(3));
  });

  test('when everything is forgotten, what was handed in too', async () => {
    const it = await withBatches();
    await interrupted(it, 2);
    const { err } = await it.run('forget', '--all', '--yes');
    expect(err).toContain('llm/batches');
    expect(existsSync(it.data)).toBe(false);
  });

  test('when more rows come meanwhile, they alone are handed in', async () => {
    const it = await withBatches();
    await interrupted(it, 2);
    const { code, out } = await evaluated(it, 4);
    expect(code).toBe(0);
    expect(it.handedIn().map(({ custom_id }) => custom_id)).toHaveLength(16);
    expectNoneTwice(it);
    expect(out).toBe(await oneByOne(4));
  });

  test('when another run takes a part of it: the rest is still there', async () => {
    const it = await withBatches();
    await interrupted(it, 4);
    expect((await evaluated(it, 2)).out).toBe(await oneByOne(2));
    expect(left(it)).toHaveLength(2);
    expect((await evaluated(it, 4)).out).toBe(await oneByOne(4));
    expect(it.batches).toHaveLength(1);
    expect(left(it)).toEqual([]);
  });

  test('when the server no longer knows a batch: the user decides', async () => {
    const it = await withBatches();
    it.instead = (response, { path }) => {
      if (!path.includes('/batches/')) return false;
      send(response, 404, { error: { message: 'No batch' } });
      return true;
    };
    for (let time = 0; time < 2; time++) {
      const { code, err } = await evaluated(it, 2);
      expect(code).toBe(3);
      expect(err).toMatch(/does not know the batch batch_0\. .*\(8\).* remove .*batches.[0-9a-f]{16}\.json/);
    }
    expect(it.batches).toHaveLength(1);
  });

  test('where what was handed in can no longer be read', async () => {
    const it = await withBatches();
    it.put('data/llm/batches/0123456789abcdef.json', '{"id":"0123456789abcdef"}\n');
    const { code, err } = await evaluated(it, 1);
    expect(code).toBe(2);
    expect(err).toMatch(/0123456789abcdef\.json is damaged.*\n.*paid, once more/);
    expect(it.batches).toHaveLength(0);
  });

  test('by two runs at once', async () => {
    const it = await withBatches();
    it.looks = 3;
    const file = it.put('a.jsonl', rows(3));
    const out = join(it.folder, 'r.jsonl');
    const [one, same] = await Promise.all([
      it.run('evaluate', file, ...BATCH, '--out', out),
      it.run('evaluate', file, ...BATCH, '--out', out),
    ]);
    expect([one.code, same.code].sort()).toEqual([0, 2]);
    expect(it.batches).toHaveLength(1);
    const mine = it.put('data/llm/batches/lock', `${process.pid}\n`);
    Object.assign(it.io, { processes: { pid: process.pid + 1, isAlive: () => true } });
    const { code, err } = await it.run('evaluate', it.put('b.jsonl', rows(5)), ...BATCH);
    expect(code).toBe(2);
    expect(err).toContain('Another run is handing in batches');
    expect(existsSync(mine)).toBe(true);
  });
});

describe('money', () => {
  test('--max-calls is never passed; the same command goes on with the rest', async () => {
    const it = await withBatches();
    const out = join(it.folder, 'r.jsonl');
    for (const judged of [2, 4]) {
      const { code, err } = await evaluated(it, 5, '--out', out, '--max-calls', '8');
      expect(code).toBe(3);
      expect(err).toContain(
        '--max-calls is reached: 8 requests were sent. The rest is left for the next run.',
      );
      expect(it.handedIn()).toHaveLength(4 * judged);
    }
    expect((await evaluated(it, 5, '--out', out, '--max-calls', '8')).code).toBe(0);
    expectNoneTwice(it);
    expect(it.read(out)).toBe(await oneByOne(5));
    expect(left(it)).toEqual([]);
  });

  test('what is under way counts', async () => {
    const it = await withBatches();
    await interrupted(it, 2);
    const { code } = await evaluated(it, 5, '--max-calls', '12');
    expect(code).toBe(3);
    expect(it.handedIn()).toHaveLength(12);
  });

  test('costs half, of which --max-cost knows', async () => {
    const it = await withBatches();
    const file = it.put('a.jsonl', rows(4));
    const plan = async (...more: string[]) =>
      JSON.parse((await it.run('evaluate', file, ...more, '--dry-run', '--json', '--price', '1,2')).out)
        .costAtMost;
    const [whole, half] = [await plan('--judge', 'llm'), await plan(...BATCH)];
    expect(half).toBeCloseTo(whole / 2, 9);
    const prices = it.put('prices.json', '{"judge-*": {"input": 1, "output": 2, "batch": 0.25}}');
    const { err } = await it.run('evaluate', file, ...BATCH, '--price', prices, '--max-cost', '100');
    expect(err).toContain(`cost at most ${(((1600 + 2 * 320) / 1e6) * 0.25).toFixed(4)}\n`);
    const other = await withBatches();
    const { code, err: told } = await evaluated(other, 4, '--price', '1000,1000', '--max-cost', '4');
    expect(code).toBe(3);
    expect(told).toMatch(/--max-cost would be exceeded: .* is spent or set aside/);
    expect(other.handedIn().length).toBeLessThan(4);
  });
});

describe('what leaves this machine', () => {
  test('is in the audit, request by request, without its text; names of --redact are not sent', async () => {
    const it = await withBatches();
    const answer = 'Mary Miller of Acme told me that readers may see stale data until the entry expires.';
    const file = it.put('a.jsonl', `${JSON.stringify({ question: 'small/cache', answer })}\n`);
    const names = it.put('names.txt', 'Mary Miller\ncompany: Acme\n');
    const { code, out } = await it.run('evaluate', file, ...BATCH, '--redact', names);
    expect(code).toBe(0);
    expect(it.handedIn()).toHaveLength(4);
    expect(JSON.stringify(it.server.seen)).not.toMatch(/Mary|Miller|Acme/);
    expect(results(out)[0]!.criteria[0]!.evidence[0]!.quote).toMatch(/^Mary Miller of Acme/);
    const audit = it.read(it.data, 'llm', 'audit.jsonl');
    expect(audit).not.toMatch(/Mary|stale|canary/);
    const lines = audit
      .trimEnd()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(lines.map(({ event, call }) => `${event} ${call}`)).toEqual(
      ['sent', 'ended'].flatMap(event => [1, 2, 3, 4].map(call => `${event} ${call}`)),
    );
    expect(new Set(lines.map(({ batch }) => batch)).size).toBe(1);
    expect(lines[4]).toMatchObject({ outcome: 'replied', prompt: 100, completion: 20 });
  });
});

describe('what cannot be', () => {
  test.each<[string, (response: Parameters<BatchWorld['instead']>[0]) => void]>([
    ['404', response => send(response, 404, '404 page not found')],
    ['405', response => send(response, 405, { detail: 'Method Not Allowed' })],
    ['a reply of another kind', response => send(response, 200, { error: 'Unexpected endpoint or method.' })],
  ])('a server without a Batch API: %s', async (_, reply) => {
    const it = await withBatches();
    it.instead = response => {
      reply(response);
      return true;
    };
    const out = join(it.folder, 'r.jsonl');
    const { code, err } = await evaluated(it, 2, '--out', out);
    expect(code).toBe(2);
    expect(err).toMatch(/The server at 127\.0\.0\.1:\d+ has no Batch API.*\nLeave out --batch-api/);
    expect(err).not.toContain('Model judge-1: calls');
    // Nothing that would stand in the way of the next run.
    expect(readdirSync(it.folder).filter(name => name.includes('r.jsonl'))).toEqual([]);
    it.instead = response => {
      answering(steady(3))(response, it.server.seen.at(-1)!, 0);
      return true;
    };
    const live = await it.run('evaluate', join(it.folder, 'a.jsonl'), '--judge', 'llm', '--out', out);
    expect(live.code).toBe(0);
  });

  test('a wrong key', async () => {
    const it = await withBatches();
    it.instead = response => {
      send(response, 401, { error: { message: 'Incorrect API key provided: sk-canary-12345' } });
      return true;
    };
    const { code, err } = await evaluated(it, 2);
    expect(code).toBe(3);
    expect(err).toContain('The server refuses the key (401). Check OPENAI_API_KEY.');
    expect(err).not.toContain('canary');
  });

  test('answers that can be read only once, and a judge that asks nobody', async () => {
    const it = await withBatches();
    const piped = await it.run('evaluate', '-', ...BATCH);
    expect([piped.code, piped.err.includes('a pipe can be read only once')]).toEqual([2, true]);
    const local = await it.run('evaluate', it.put('a.jsonl', rows(1)), '--batch-api');
    expect([local.code, local.err.includes('--judge llm')]).toEqual([2, true]);
  });
});

test('calibrate --batch-api measures the same', async () => {
  const it = await withBatches();
  const file = it.put('g.jsonl', rows(12).replace(/"answer":/g, '"human":2,"answer":'));
  const { code, out } = await it.run('calibrate', file, ...BATCH, '--range', '0,5');
  expect(code).toBe(0);
  expect(out).toContain('12 of 12 rows are measured');
  expectNoneTwice(it);
  expect(left(it)).toEqual([]);
});

/** The first batch is made, and the reply to that is lost. @returns whether it has been. */
function losingFirstBatch(it: BatchWorld, made = () => {}): () => boolean {
  let isLost = false;
  it.instead = (response, seen) => {
    if (seen.method !== 'POST' || !seen.path.endsWith('/batches') || isLost) return false;
    isLost = true;
    it.take(seen);
    made();
    response.destroy();
    return true;
  };
  return () => isLost;
}

/** A run of which the rows are handed in, and which is then left with Ctrl-C; whatever looks next finds the batch done. */
async function interrupted(it: Awaited<ReturnType<typeof withBatches>>, count: number): Promise<void> {
  it.looks = Number.POSITIVE_INFINITY;
  const stop = stoppable(it);
  const running = evaluated(it, count);
  await until(() => it.batches.length === 1);
  stop();
  expect((await running).code).toBe(130);
  it.looks = 0;
}

/** @returns what Ctrl-C does. */
function stoppable({ io }: World): () => void {
  const handlers = new Set<() => void>();
  Object.assign(io, {
    signals: {
      on: (name: string, handler: () => void) => name === 'SIGINT' && handlers.add(handler),
      off: (_: string, handler: () => void) => handlers.delete(handler),
      suspend: () => {},
      interrupt: () => {},
    },
  });
  return () => {
    for (const handler of handlers) handler();
  };
}

async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise(resolve => setTimeout(resolve, 5));
}
