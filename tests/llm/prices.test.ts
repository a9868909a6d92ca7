import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { priceFor, priceOf, pricesIn, UNIT, unitsOf } from '../../src/llm/prices.ts';
import { likelyTokens, likelyTokensOf, mostTokensOf } from '../../src/llm/tokens.ts';

describe('a price', () => {
  test('is two figures', () => expect(priceOf('0.15, 0.60')).toEqual({ input: 0.15, output: 0.6 }));
  test.each(['', '1', '1,', '1,2,3', '-1,2', 'a,b', '1e9,1', 'NaN,1'])('%j is none', text =>
    expect(() => priceOf(text)).toThrow('--price cannot be read'),
  );
});

describe('a table of prices', () => {
  const table = pricesIn(
    {
      'judge-1': { input: 1, output: 2 },
      'judge*': { input: 3, output: 4 },
      'judge-1-*': { input: 5, output: 6 },
    },
    'prices.json',
  );
  test.each([
    ['judge-1', 1],
    ['judge-2', 3],
    ['judge-1-2026', 5],
  ])('of %s', (model, input) => expect(priceFor(model, table)?.input).toBe(input));
  test('knows no others', () => expect(priceFor('llama', table)).toBeNull());
  test('has no prototype to fall for', () => expect(priceFor('constructor', table)).toBeNull());
  test.each([
    [[], 'is no table'],
    [null, 'is no table'],
    [{ a: 1 }, '"a"'],
    [{ a: { input: 1 } }, '"a"'],
    [{ a: { input: '1', output: 2 } }, '"a"'],
    [{ a: { input: 1, output: 2, per: 'token' } }, '"a"'],
  ])('%j is none', (value, says) => expect(() => pricesIn(value, 'prices.json')).toThrow(says));
});

test('a million tokens cost what the price says', () =>
  expect(unitsOf({ prompt: 1e6, completion: 2e6 }, { input: 0.15, output: 0.6 }) / UNIT).toBe(1.35));

describe('tokens', () => {
  const request = (content: string) => ({
    messages: [{ role: 'user' as const, content }],
    schema: { name: 'x', schema: {} },
    maxTokens: 40,
    temperature: 0,
  });

  test('four letters make one, a sign of Chinese is one', () => {
    expect(likelyTokens('The quick brown fox jumps.')).toBe(7);
    expect(likelyTokens('我和你')).toBe(3);
    expect(likelyTokens('')).toBe(0);
  });

  test('the most is more than what is likely, for any text', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const [likely, most] = [likelyTokensOf(request(text)), mostTokensOf(request(text))];
        expect(most.prompt).toBeGreaterThan(likely.prompt);
        expect(most.prompt).toBeGreaterThan(Buffer.byteLength(text));
        expect(most.completion).toBe(40);
      }),
    ));
});
