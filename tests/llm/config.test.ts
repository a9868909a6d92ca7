import { inspect } from 'node:util';
import { describe, expect, test } from 'vitest';
import { llmConfig } from '../../src/llm/config.ts';
import { InputError } from '../../src/model/errors.ts';

const KEY = 'sk-canary-7Yq3vXk9Lm2Pz8Rt';
const ENV = { OPENAI_API_KEY: KEY, MOCKLOOP_MODEL: 'judge-1' };

test('OpenAI is the server when none is named', () => {
  const config = llmConfig({ ...ENV, OPENAI_PROJECT_ID: 'proj-1' });
  expect(config).toMatchObject({
    baseUrl: 'https://api.openai.com/v1',
    host: 'api.openai.com',
    model: 'judge-1',
    provider: 'openai',
    project: 'proj-1',
    warnings: [],
  });
  expect(config.key()).toBe(KEY);
});

test('the command line goes before the environment', () =>
  expect(
    llmConfig({ ...ENV, OPENAI_BASE_URL: 'http://a/v1' }, { model: 'x', baseUrl: 'http://b/v1/' }),
  ).toMatchObject({
    baseUrl: 'http://b/v1',
    model: 'x',
  }));

test('another server needs no key, and hears of no organisation', () => {
  const config = llmConfig({
    OPENAI_BASE_URL: 'http://localhost:11434/v1',
    MOCKLOOP_MODEL: 'llama3',
    OPENAI_ORG_ID: 'org',
  });
  expect(config).toMatchObject({ provider: 'openai-compatible', organization: undefined, warnings: [] });
  expect(config.key()).toBeUndefined();
});

test('the key is in no dump of it', () => {
  const config = llmConfig(ENV);
  expect(JSON.stringify(config) + inspect(config, { depth: 9, showHidden: true })).not.toContain('canary');
});

test.each(['http://localhost/v1', 'http://127.0.0.1:8000/v1', 'http://[::1]/v1', 'https://far.example/v1'])(
  'no warning for %s',
  url => expect(llmConfig({ ...ENV, OPENAI_BASE_URL: url }).warnings).toEqual([]),
);

test.each(['http://far.example/v1', 'http://10.0.0.7/v1', 'http://127.0.0.1.far.example/v1'])(
  'a warning for %s, when there is a key',
  url => {
    expect(llmConfig({ ...ENV, OPENAI_BASE_URL: url }).warnings[0]).toContain('unencrypted');
    expect(llmConfig({ MOCKLOOP_MODEL: 'x', OPENAI_BASE_URL: url }).warnings).toEqual([]);
  },
);

describe('what is wrong is named by its variable', () => {
  test.each([
    [{ MOCKLOOP_MODEL: 'x' }, 'OPENAI_API_KEY is not set'],
    [{ OPENAI_API_KEY: KEY }, 'No model is named'],
    [{ ...ENV, MOCKLOOP_MODEL: ' ' }, 'No model is named'],
    [{ ...ENV, MOCKLOOP_MODEL: 'a\x1b[31m' }, 'MOCKLOOP_MODEL is no name'],
    [{ ...ENV, OPENAI_BASE_URL: 'localhost:11434' }, 'OPENAI_BASE_URL begins with neither'],
    [{ ...ENV, OPENAI_BASE_URL: 'nonsense' }, 'OPENAI_BASE_URL is no address'],
    [{ ...ENV, OPENAI_BASE_URL: 'file:///etc' }, 'OPENAI_BASE_URL begins with neither'],
    [{ ...ENV, OPENAI_BASE_URL: `https://me:${KEY}@a/v1` }, 'OPENAI_BASE_URL holds a password'],
    [{ ...ENV, OPENAI_BASE_URL: `https://a/v1?key=${KEY}` }, 'OPENAI_BASE_URL holds a ?'],
    [{ ...ENV, OPENAI_API_KEY: `${KEY}\nx` }, 'OPENAI_API_KEY holds characters'],
    [{ ...ENV, OPENAI_API_KEY: `${KEY}é` }, 'OPENAI_API_KEY holds characters'],
  ])('%#', (env, says) => {
    const failing = () => llmConfig(env);
    expect(failing).toThrow(InputError);
    expect(failing).toThrow(says);
    expect(failing).not.toThrow(KEY);
  });

  test('a line break at the end of a key is none of it', () =>
    expect(llmConfig({ ...ENV, OPENAI_API_KEY: `${KEY}\n` }).key()).toBe(KEY));
});
