import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutKey, withoutWholeKey } from '../../src/llm/secrets.ts';

const KEY = 'sk-canary-7Yq3vXk9Lm2Pz8Rt';

test.each([
  [`bad key ${KEY}.`, 'bad key [key].'],
  [`bad key ${KEY.slice(4)}.`, 'bad key [key].'],
  [`${KEY.slice(0, 12)}****${KEY.slice(-4)}`, '[key]****z8Rt'],
  [`twice ${KEY} ${KEY}`, 'twice [key] [key]'],
  ['Bearer abcdefghij', '[key]'],
  ['another: sk-proj-123abc456', 'another: [key]'],
  ['AKIAABCDEFGHIJKLMNOP', '[key]'],
  ['a token eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2ln', 'a token [key]'],
  [`eyJ${'a'.repeat(4_000)}.eyJzdWIiOiIxIn0.c2ln`, '[key]'],
  ['the column pk_customer_id', 'the column pk_customer_id'],
])('%s', (text, shown) => expect(withoutKey(text, KEY)).toBe(shown));

test('no eight letters of the key are left, whatever is around them', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.string(),
          fc.tuple(fc.nat(26), fc.nat(26)).map(it => KEY.slice(it[0], it[0] + it[1])),
        ),
      ),
      parts => {
        const shown = withoutKey(parts.join(''), KEY);
        for (let at = 0; at + 8 <= KEY.length; at++) expect(shown).not.toContain(KEY.slice(at, at + 8));
      },
    ),
    { numRuns: 300 },
  ));

test('a text without a key stays as it is', () =>
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]*$/), text => {
      expect(withoutKey(text, KEY)).toBe(text);
    }),
  ));

test('what servers without keys are given is no secret', () => {
  expect(withoutKey('none of them', 'none')).toBe('none of them');
  expect(withoutWholeKey('ollama', 'ollam')).toBe('ollama');
});

test('a whole key is blanked in a reply, and nothing else', () =>
  expect(withoutWholeKey(`{"a":"${KEY}","b":"${KEY.slice(0, 12)}"}`, KEY)).toBe(
    `{"a":"[key]","b":"${KEY.slice(0, 12)}"}`,
  ));

test.each([
  ['one word', ''],
  ['what begins like a token', `${'eyJaaaaaaaaaa-'.repeat(500)}.`],
])('long words full of what begins like a token take no time: %s', (_, head) => {
  const text = head + 'eyJaaaaaaaaaa-'.repeat(16_000);
  const began = performance.now();
  expect(withoutKey(text, KEY)).toBe(text);
  expect(performance.now() - began).toBeLessThan(10_000);
});
