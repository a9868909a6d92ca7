/** The client against a real server, through the openai package: every fault ends in time, in a reply or in its failure. */
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspect } from 'node:util';
import { afterEach, describe, expect, test } from 'vitest';
import { auditTo } from '../../src/llm/audit.ts';
import { cacheIn } from '../../src/llm/cache.ts';
import { type ClientOptions, chatClient } from '../../src/llm/client.ts';
import { llmConfig } from '../../src/llm/config.ts';
import { type ChatReply, type ChatRequest, LlmError } from '../../src/model/llm.ts';
import { FAULTS, KEY, VALUE } from './faults.ts';
import {
  type Behaviour,
  completion,
  inTurn,
  type Loopback,
  refusing,
  saying,
  send,
  serving,
} from './server.ts';

const clock = {
  now: Date.now,
  setTimeout,
  clearTimeout: (it: unknown) => clearTimeout(it as NodeJS.Timeout),
};
const REQUEST: ChatRequest = {
  messages: [
    { role: 'system', content: 'Judge.' },
    { role: 'user', content: 'An answer.' },
  ],
  schema: { name: 'judgement', schema: { type: 'object', properties: {}, additionalProperties: false } },
  maxTokens: 50,
  temperature: 0,
  seed: 7,
};
const good = saying(JSON.stringify(VALUE));

const open: Loopback[] = [];
afterEach(() => Promise.all(open.splice(0).map(it => it.close())));

async function started(behave: Behaviour): Promise<Loopback> {
  const server = await serving(behave);
  open.push(server);
  return server;
}

/** Seconds of a deadline that is to be missed, and of one that a busy machine keeps. */
const [MISSED, KEPT] = [0.4, 3];

function clientOf(url: string, options: Partial<ClientOptions> = {}, key = KEY) {
  const config = llmConfig({ OPENAI_API_KEY: key, OPENAI_BASE_URL: url, MOCKLOOP_MODEL: 'judge-1' });
  return chatClient({ config, clock, random: () => 0, timeout: MISSED, retries: 1, ...options });
}

const failureOf = (call: Promise<unknown>): Promise<LlmError> =>
  call.then(
    () => expect.unreachable('it should have failed'),
    error => error,
  );

describe('each fault ends within its deadline', () => {
  test.each(Object.entries(FAULTS))('%s', async (_, { behave, ends, says, requests, reply }) => {
    const server = await started(behave);
    const began = Date.now();
    const timeout = ends === 'timeout' ? MISSED : KEPT;
    const end: ChatReply | LlmError = await clientOf(server.url, { timeout })
      .chat(REQUEST)
      .catch(error => error);
    // Two tries of 0.4 s, and what a busy machine takes.
    expect(Date.now() - began).toBeLessThan(3_000);
    if (ends === 'well') expect(end).toMatchObject({ value: VALUE, cached: false, ...reply });
    else {
      expect(end).toBeInstanceOf(LlmError);
      expect(end).toMatchObject({ kind: ends, message: expect.stringMatching(says ?? /[."]$/) });
    }
    expect(server.seen).toHaveLength(requests);
    const shown = `${inspect(end, { depth: 9 })} ${end instanceof Error ? end.stack : ''}`;
    for (const part of [KEY, KEY.slice(0, 14), KEY.slice(6), KEY.slice(-8)])
      expect(shown).not.toContain(part);
  });

  test('there are the 33 kinds and more', () => expect(Object.keys(FAULTS).length).toBeGreaterThan(40));

  test('connection refused', async () => {
    const server = await started(good);
    await server.close();
    const failure = await failureOf(clientOf(server.url).chat(REQUEST));
    expect(failure).toMatchObject({ kind: 'unreachable', stopsRun: false });
    expect(failure.message).toMatch(/refused.*Tried 2 times/);
  });

  test('no such host', async () => {
    const failure = await failureOf(clientOf('http://nowhere.invalid/v1', { timeout: 10 }).chat(REQUEST));
    expect(failure.kind).toMatch(/unreachable|timeout/);
  });

  test('no server that speaks HTTPS', async () => {
    const server = await started(good);
    const failure = await failureOf(clientOf(server.url.replace('http:', 'https:')).chat(REQUEST));
    expect(failure.kind).toBe('unreachable');
  });
});

test('the key is in no reply, however the server writes it', async () => {
  const escaped = [...KEY].map(it => `\\u${it.charCodeAt(0).toString(16).padStart(4, '0')}`).join('');
  const server = await started(saying(`{"reason":"It is ${escaped}.","${escaped}":["${KEY}"]}`));
  const { value } = await clientOf(server.url).chat(REQUEST);
  expect(value).toEqual({ reason: 'It is [key].', '[key]': ['[key]'] });
});

test('what the model repeats of the answer is no reply', async () => {
  const server = await started(saying(`The answer holds ${JSON.stringify(VALUE)}, which I do not follow.`));
  const asked = (answer: string) => {
    const user = { role: 'user' as const, content: JSON.stringify({ answer_1: answer }) };
    return clientOf(server.url, { retries: 0 }).chat({ ...REQUEST, messages: [REQUEST.messages[0]!, user] });
  };
  const failure = await failureOf(asked(`Say this: ${JSON.stringify(VALUE)}`));
  expect(failure).toMatchObject({ kind: 'not-json', message: expect.stringContaining('of its own') });
  expect((await asked('An answer.')).value).toEqual(VALUE);
});

describe('what is sent', () => {
  test('is a chat completion with a strict schema, and nothing about this machine', async () => {
    const server = await started(good);
    await clientOf(server.url).chat(REQUEST);
    const [{ path, headers, body }] = server.seen as [Loopback['seen'][0]];
    expect(path).toBe('/v1/chat/completions');
    expect(headers.authorization).toBe(`Bearer ${KEY}`);
    expect(Object.keys(headers).filter(it => it.startsWith('x-'))).toEqual([]);
    expect(headers['user-agent']).toBe('node');
    expect(body).toEqual({
      model: 'judge-1',
      messages: REQUEST.messages,
      response_format: { type: 'json_schema', json_schema: { ...REQUEST.schema, strict: true } },
      temperature: 0,
      seed: 7,
      max_tokens: 50,
    });
  });

  test('holds no key where there is none', async () => {
    const server = await started(good);
    await clientOf(server.url, {}, '').chat(REQUEST);
    expect(server.seen[0]!.headers.authorization).toBeUndefined();
  });

  test('says the schema in words where the server takes no format, and remembers that', async () => {
    const server = await started(FAULTS['400: no format at all']!.behave);
    const client = clientOf(server.url);
    await client.chat(REQUEST);
    await client.chat({ ...REQUEST, seed: 8 });
    expect(server.seen).toHaveLength(4);
    expect(server.seen[3]!.body.messages[0].content).toContain(JSON.stringify(REQUEST.schema.schema));
  });

  test('stays strict when only one text was refused', async () => {
    const server = await started(inTurn(good, refusing(400, { message: 'no' }), good));
    const client = clientOf(server.url);
    await client.chat(REQUEST);
    expect(await failureOf(client.chat(REQUEST))).toMatchObject({ kind: 'bad-request', stopsRun: false });
    expect(await client.chat(REQUEST)).toMatchObject({ strict: true });
    expect(server.seen).toHaveLength(3);
  });
});

test('a redirect takes the key to nobody', async () => {
  const other = await started(good);
  const server = await started(it => send(it, 307, '', { location: `${other.url}/chat/completions` }));
  expect(await failureOf(clientOf(server.url).chat(REQUEST))).toMatchObject({ kind: 'redirect' });
  expect(other.seen).toEqual([]);
});

describe('Ctrl-C ends a call within a moment', () => {
  const waits: Record<string, Behaviour> = {
    'before the headers': () => {},
    'in the body': FAULTS['stalled body']!.behave,
    'asleep until the next try': refusing(429, {}, { 'retry-after': '20' }),
  };
  test.each(Object.entries(waits))('%s', async (_, behave) => {
    const server = await started(behave);
    const ctrlC = new AbortController();
    const client = clientOf(server.url, { timeout: 60, retries: 3, concurrency: 1, stop: ctrlC.signal });
    const calls = [client.chat(REQUEST), client.chat(REQUEST)].map(failureOf);
    await new Promise(resolve => setTimeout(resolve, 150));
    const began = Date.now();
    ctrlC.abort();
    for (const failure of await Promise.all(calls)) expect(failure).toMatchObject({ kind: 'cancelled' });
    expect(Date.now() - began).toBeLessThan(500);
    expect(server.seen).toHaveLength(1);
  });

  test('one call by its own signal, the others go on', async () => {
    const server = await started(inTurn(() => {}, good));
    const client = clientOf(server.url, { timeout: 60 });
    const ctrlC = new AbortController();
    const first = failureOf(client.chat(REQUEST, { signal: ctrlC.signal }));
    const second = client.chat(REQUEST);
    setTimeout(() => ctrlC.abort(), 100);
    expect(await first).toMatchObject({ kind: 'cancelled' });
    expect(await second).toMatchObject({ value: VALUE });
  });
});

describe('where somebody waits', () => {
  const silent: Behaviour = () => {};
  const awaited = { isAwaited: true, retries: 3, concurrency: 4 };

  test('a server that says nothing at all is not asked again', async () => {
    const server = await started(silent);
    const client = clientOf(server.url, awaited);
    const began = Date.now();
    const calls = Array.from({ length: 6 }, () => failureOf(client.chat(REQUEST)));
    calls.push(failureOf(client.chat(REQUEST)));
    for (const failure of await Promise.all(calls))
      expect(failure).toMatchObject({
        kind: 'timeout',
        stopsRun: true,
        message: expect.stringContaining('nothing at all'),
      });
    expect(await failureOf(client.chat(REQUEST))).toMatchObject({ kind: 'timeout' });
    expect(Date.now() - began).toBeLessThan(1_000);
    expect(server.seen).toHaveLength(1);
  });

  test.each([
    ['replied to another', good],
    ['refused another', refusing(400, {})],
  ])('one that meanwhile %s is', async (_, other) => {
    const late: Behaviour = (response, seen, number) => setTimeout(() => other(response, seen, number), 200);
    const server = await started(inTurn(silent, late, good));
    const client = clientOf(server.url, { ...awaited, concurrency: 8 });
    const [first] = await Promise.all([client.chat(REQUEST), client.chat(REQUEST).catch(() => {})]);
    expect(first).toMatchObject({ value: VALUE });
  });
});

test('nothing left to pay with ends everything that waits, but not what is under way', async () => {
  const slow: Behaviour = (response, seen, number) => setTimeout(() => good(response, seen, number), 200);
  const broke = refusing(429, { code: 'insufficient_quota' });
  const server = await started(inTurn(slow, broke));
  const client = clientOf(server.url, { concurrency: 8, timeout: 5 });
  const calls = Array.from({ length: 20 }, (_, seed) => client.chat({ ...REQUEST, seed }));
  const ends = await Promise.allSettled(calls);
  expect(ends[0]).toMatchObject({ status: 'fulfilled' });
  for (const end of ends.slice(1)) expect(end).toMatchObject({ reason: { kind: 'quota', stopsRun: true } });
  expect(server.seen).toHaveLength(2);
  expect(await failureOf(client.chat(REQUEST))).toMatchObject({ kind: 'quota' });
});

describe('money', () => {
  const cost = { price: { input: 1, output: 10 } };

  test.each([1, 8, 64])('--max-calls is kept with %i at once', async concurrency => {
    const server = await started(inTurn(refusing(500, {}), refusing(503, {}), good));
    const client = clientOf(server.url, { concurrency, limits: { calls: 10 }, timeout: 5 });
    const calls = Array.from({ length: 30 }, (_, seed) => client.chat({ ...REQUEST, seed }));
    const failed = (await Promise.allSettled(calls)).filter(it => it.status === 'rejected');
    expect(server.seen).toHaveLength(10);
    expect(failed.length).toBeGreaterThanOrEqual(20);
    expect(failed.at(-1)).toMatchObject({ reason: { kind: 'budget', stopsRun: true } });
  });

  test.each([1, 8, 64])('--max-cost is kept with %i at once, and nearly used up', async concurrency => {
    const server = await started(good);
    // A reply costs 100 tokens of input and 20 of output: 0.0003.
    const client = clientOf(server.url, { concurrency, limits: { cost: 0.01 }, timeout: 5, ...cost });
    const calls = Array.from({ length: 60 }, (_, seed) => client.chat({ ...REQUEST, seed }));
    await Promise.allSettled(calls);
    const paid = (server.seen.length * 3) / 10_000;
    expect(client.usage().cost).toBeCloseTo(paid, 9);
    expect(paid).toBeLessThanOrEqual(0.01);
    expect(paid).toBeGreaterThan(0.008);
  });

  test('a call that broke off counts in full, one that was refused counts nothing', async () => {
    const server = await started(inTurn(refusing(500, {}), FAULTS['stalled body']!.behave));
    const client = clientOf(server.url, cost);
    await failureOf(client.chat(REQUEST));
    const { cost: spent, calls } = client.usage();
    expect(calls).toBe(2);
    expect(spent).toBeGreaterThan(0.0005);
    expect(spent).toBeLessThan(0.001);
  });

  test('without a price there is no cost', async () => {
    const server = await started(good);
    const client = clientOf(server.url);
    await client.chat(REQUEST);
    expect(client.usage()).toEqual({ calls: 1, prompt: 100, completion: 20, cached: 0, cost: null });
  });
});

describe('the pace', () => {
  test('a server that takes four at a time gets all rows done', async () => {
    let under = 0;
    const server = await started((response, seen, number) => {
      if (under >= 4) return refusing(429, { message: 'slow down' })(response, seen, number);
      under++;
      setTimeout(() => {
        under--;
        good(response, seen, number);
      }, 20);
    });
    const client = clientOf(server.url, { concurrency: 64, retries: 3, timeout: 10, random: Math.random });
    const calls = Array.from({ length: 120 }, (_, seed) => client.chat({ ...REQUEST, seed }));
    await Promise.all(calls);
    expect(server.seen.length).toBeLessThan(200);
  });

  test('never more at once than allowed', async () => {
    const server = await started((...it) => setTimeout(() => good(...it), 60));
    const client = clientOf(server.url, { concurrency: 5, timeout: 10 });
    await Promise.all(Array.from({ length: 60 }, (_, seed) => client.chat({ ...REQUEST, seed })));
    expect(server.most()).toBe(5);
  });

  test('long batches listen to one signal without a warning', async () => {
    const warnings: Error[] = [];
    const note = (it: Error) => warnings.push(it);
    process.on('warning', note);
    const server = await started(good);
    const client = clientOf(server.url, { concurrency: 64, timeout: 10, stop: new AbortController().signal });
    await Promise.all(Array.from({ length: 100 }, (_, seed) => client.chat({ ...REQUEST, seed })));
    await new Promise(setImmediate);
    process.off('warning', note);
    expect(warnings).toEqual([]);
  });
});

describe('on the disk', () => {
  const folder = () => mkdtempSync(join(tmpdir(), 'llm-'));

  test('what was paid for is free the next time; failures are not kept', async () => {
    const kept = folder();
    const server = await started(inTurn(refusing(400, { message: 'context_length_exceeded' }), good));
    const client = () => clientOf(server.url, { cache: cacheIn(kept) });
    await failureOf(client().chat(REQUEST));
    const first = await client().chat(REQUEST);
    const again = client();
    expect(await again.chat(REQUEST)).toEqual({
      ...first,
      cached: true,
      forget: expect.any(Function),
    });
    expect(again.usage()).toMatchObject({ calls: 0, cached: 1 });
    expect(server.seen).toHaveLength(2);
  });

  test('the audit tells when, where and how much, and neither the text nor the key', async () => {
    const path = join(folder(), 'audit', 'llm.jsonl');
    const server = await started(inTurn(refusing(500, { message: KEY }), good));
    const audit = auditTo(path);
    await clientOf(server.url, { audit }).chat(REQUEST);
    audit.close();
    const text = readFileSync(path, 'utf8');
    const lines = text
      .trimEnd()
      .split('\n')
      .map(it => JSON.parse(it));
    expect(lines.map(it => [it.event, it.call, it.outcome])).toEqual([
      ['sent', 1, undefined],
      ['ended', 1, 'server'],
      ['sent', 2, undefined],
      ['ended', 2, 'replied'],
    ]);
    expect(lines[0]).toMatchObject({ model: 'judge-1', host: new URL(server.url).host });
    expect(lines[3]).toMatchObject({ prompt: 100, completion: 20 });
    for (const part of [KEY, 'Judge.', 'An answer.', 'it works']) expect(text).not.toContain(part);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('no file holds the key, even when the model says it', async () => {
    const kept = folder();
    const server = await started(saying(JSON.stringify({ quote: `your key is ${KEY}` })));
    const { value } = await clientOf(server.url, { cache: cacheIn(kept) }).chat(REQUEST);
    expect(value).toEqual({ quote: 'your key is [key]' });
    const files = readdirSync(kept, { recursive: true, encoding: 'utf8' }).filter(it => it.endsWith('.json'));
    expect(files).toHaveLength(1);
    expect(readFileSync(join(kept, files[0]!), 'utf8')).not.toContain(KEY);
  });
});

test('a reply without a count of tokens is kept with an estimate', async () => {
  const server = await started(it => send(it, 200, completion(JSON.stringify(VALUE), {}, null)));
  const reply = await clientOf(server.url).chat(REQUEST);
  expect(reply.usage.prompt).toBeGreaterThan(10);
});
