import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { cacheIn, cacheKey, type Kept } from '../../src/llm/cache.ts';

const REPLY: Kept = {
  value: { level: 3, quote: 'ünï' },
  usage: { prompt: 10, completion: 2 },
  model: 'judge-1',
  temperature: null,
  strict: true,
};
const keyOf = (number: number) => `${number}`.padStart(64, '0').split('').reverse().join('');

let folder: string;
beforeEach(() => {
  folder = join(mkdtempSync(join(tmpdir(), 'llm-cache-')), 'llm');
});
const files = () =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(it => it.endsWith('.json'))
    .map(it => join(folder, it));

test('a reply comes back as it was, for another process too', () => {
  cacheIn(folder).keep(keyOf(1), REPLY);
  expect(cacheIn(folder).find(keyOf(1))).toEqual(REPLY);
  expect(cacheIn(folder).find(keyOf(2))).toBeUndefined();
});

test('nobody else can read it', () => {
  cacheIn(folder).keep(keyOf(1), REPLY);
  expect(statSync(files()[0]!).mode & 0o777).toBe(0o600);
  expect(statSync(folder).mode & 0o777).toBe(0o700);
});

test('nothing is made before there is something to keep', () => {
  cacheIn(folder).find(keyOf(1));
  expect(() => statSync(folder)).toThrow('ENOENT');
});

test('cut at any byte, or with any byte changed, it is no reply, and is written anew', () => {
  const cache = cacheIn(folder);
  cache.keep(keyOf(1), REPLY);
  const [path] = files() as [string];
  const whole = readFileSync(path);
  // Without its line end it is whole still.
  for (let size = 0; size < whole.length - 1; size++) {
    writeFileSync(path, whole);
    truncateSync(path, size);
    expect(cache.find(keyOf(1))).toBeUndefined();
  }
  for (let at = 0; at < whole.length - 1; at++) {
    const changed = Buffer.from(whole);
    changed[at]! ^= 1;
    writeFileSync(path, changed);
    expect(cache.find(keyOf(1))).toBeUndefined();
  }
  cache.keep(keyOf(1), REPLY);
  expect(cache.find(keyOf(1))).toEqual(REPLY);
});

test('a reply under the name of another is none', () => {
  const cache = cacheIn(folder);
  cache.keep(keyOf(1), REPLY);
  cache.keep(keyOf(2), REPLY);
  const [one, two] = files() as [string, string];
  writeFileSync(one, readFileSync(two));
  expect([cache.find(keyOf(1)), cache.find(keyOf(2))]).toContain(undefined);
});

test('a folder that cannot be made costs a reply, and no run', () => {
  const blocked = join(mkdtempSync(join(tmpdir(), 'llm-cache-')), 'file');
  writeFileSync(blocked, '');
  const cache = cacheIn(join(blocked, 'llm'));
  cache.keep(keyOf(1), REPLY);
  expect(cache.find(keyOf(1))).toBeUndefined();
});

test('past its limit the oldest go', () => {
  cacheIn(folder).keep(keyOf(0), REPLY);
  const { size } = statSync(files()[0]!);
  const cache = cacheIn(folder, 10 * size + 9);
  for (let number = 1; number < 10; number++) {
    cache.keep(keyOf(number), REPLY);
    const path = files().find(it => it.endsWith(`${keyOf(number)}.json`))!;
    utimesSync(path, 1_000_000 + number, 1_000_000 + number);
  }
  expect(files()).toHaveLength(10);
  cache.keep(keyOf(10), REPLY);
  expect(files()).toHaveLength(8);
  expect(cache.find(keyOf(1))).toBeUndefined();
  expect(cache.find(keyOf(10))).toEqual(REPLY);
});

describe('the key', () => {
  const request = {
    messages: [{ role: 'user' as const, content: 'An answer.' }],
    schema: { name: 'x', schema: { type: 'object' } },
    maxTokens: 40,
    temperature: 0,
  };
  const key = cacheKey(request, 'judge-1', 'https://api.example/v1');

  test('is the same for the same', () =>
    expect(cacheKey({ ...request }, 'judge-1', 'https://api.example/v1')).toBe(key));

  test.each([
    ['another model', cacheKey(request, 'judge-2', 'https://api.example/v1')],
    ['another server', cacheKey(request, 'judge-1', 'http://127.0.0.1:1/v1')],
    ['another text', cacheKey({ ...request, messages: [] }, 'judge-1', 'https://api.example/v1')],
    [
      'another role',
      cacheKey(
        { ...request, messages: [{ role: 'system', content: 'An answer.' }] },
        'judge-1',
        'https://api.example/v1',
      ),
    ],
    [
      'another schema',
      cacheKey({ ...request, schema: { name: 'x', schema: {} } }, 'judge-1', 'https://api.example/v1'),
    ],
    ['another temperature', cacheKey({ ...request, temperature: 1 }, 'judge-1', 'https://api.example/v1')],
    ['another limit', cacheKey({ ...request, maxTokens: 41 }, 'judge-1', 'https://api.example/v1')],
    ['a seed', cacheKey({ ...request, seed: 1 }, 'judge-1', 'https://api.example/v1')],
  ])('is another for %s', (_, other) => expect(other).not.toBe(key));
});
