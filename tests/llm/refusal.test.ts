import { describe, expect, test } from 'vitest';
import { disconnected, repeated } from '../../src/llm/failure.ts';
import { refused, wordsOf } from '../../src/llm/refusal.ts';

const of = (status: number, body: string) => refused({ status, ...wordsOf(body), retryAfter: null });

describe('what a server says, in the shapes there are', () => {
  test.each([
    ['{"error":{"message":"No.","code":"c","type":"t","param":"p"}}', 'No.', 'No. c t p'],
    ['{"error":"No."}', 'No.', 'No.'],
    ['{"message":"No."}', 'No.', 'No.'],
    ['{"detail":"No."}', 'No.', 'No.'],
    [
      '[{"error":{"message":"No.","code":429,"status":"RESOURCE_EXHAUSTED"}}]',
      'No.',
      'No. RESOURCE_EXHAUSTED',
    ],
    ['No.', 'No.', 'No.'],
    ['<p>No.</p>', '', '<p>No.</p>'],
    ['{"detail":[{"loc":["body","seed"]}]}', '', '{"detail":[{"loc":["body","seed"]}]}'],
    ['[]', '', '[]'],
    ['7', '7', '7'],
    ['', '', ''],
  ])('%s', (text, message, says) => expect(wordsOf(text)).toEqual({ message, says }));
});

describe('a quota or a rate', () => {
  test.each([
    ['{"error":{"message":"You exceeded your current quota","type":"insufficient_quota"}}', 'quota'],
    ['{"error":{"message":"Insufficient Balance"}}', 'quota'],
    [
      '{"error":{"message":"Rate limit reached. Visit https://example.org/account/billing to raise it."}}',
      'rate-limited',
    ],
    [
      '[{"error":{"message":"You exceeded your current quota","status":"RESOURCE_EXHAUSTED"}}]',
      'rate-limited',
    ],
  ])('%s', (body, kind) => expect(of(429, body).reason.kind).toBe(kind));
});

describe('a connection that fails', () => {
  const failed = (code: string) =>
    disconnected(new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code }) }));
  test.each([
    ['ECONNREFUSED', 'unreachable', true, false],
    ['ENOTFOUND', 'unreachable', false, false],
    ['ECONNRESET', 'unreachable', true, true],
    ['UND_ERR_CONNECT_TIMEOUT', 'timeout', true, true],
    ['UND_ERR_BODY_TIMEOUT', 'timeout', true, true],
    ['Z_DATA_ERROR', 'not-json', true, true],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'unreachable', false, false],
    ['HPE_INVALID_CONSTANT', 'unreachable', true, true],
    ['constructor', 'unreachable', true, true],
  ])('%s: %s, passes %s, may cost %s', (code, kind, passes, mayCost) =>
    expect(failed(code)).toMatchObject({ reason: { kind }, circumstances: { passes, mayCost } }),
  );
  test('what it says is never an object of the language', () =>
    expect(failed('constructor').reason.message).toBe('The connection failed (constructor).'));
});

test('what is repeated is one line, short, and shows what it holds', () => {
  const shown = repeated(`a\n\n b \x1b[31m \u202e ${'x'.repeat(500)}`, undefined);
  expect(shown).toMatch(/^a b \\u001b\[31m \\u202e x+…$/);
  expect(shown).toHaveLength(201);
});
