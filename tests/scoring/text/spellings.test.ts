import fc from 'fast-check';
import { expect, test } from 'vitest';
import { filterOf, hashIn, hashOf, mayHave } from '../../../src/scoring/text/hash.ts';
import { spellingIn, spellingOf } from '../../../src/scoring/text/spellings.ts';
import { stem } from '../../../src/scoring/text/stem.ts';
import { halvesOf } from '../../../src/scoring/text/words.ts';

const unitsOf = (text: string) => Uint16Array.from(text, (_, at) => text.charCodeAt(at));

test('a spelling is that of its word, in whatever order words are asked for', () => {
  // More words than are remembered, many of them more than once.
  const word = fc.nat({ max: 30_000 }).map(it => `word${it.toString(36)}`);
  fc.assert(
    fc.property(fc.array(word, { maxLength: 2000 }), words => {
      for (const text of words) {
        const own = stem(text);
        expect(spellingOf(text)).toMatchObject({
          text,
          stem: own,
          halves: halvesOf(text, own),
          hash: hashOf(text),
          stemHash: hashOf(own),
        });
      }
    }),
    { numRuns: 30 },
  );
});

test('capitals of ASCII are small, and only they', () => {
  const text = 'aÉ Retries Σ';
  expect(spellingIn(unitsOf(text), 3, 10)).toBe(spellingOf('retries'));
  expect(spellingIn(unitsOf('É'), 0, 1).text).toBe('É');
  expect(hashIn(unitsOf('RETRIES'), 0, 7)).toBe(hashOf('retries'));
});

test('a word longer than any of a language is read, and not remembered', () => {
  const long = 'x'.repeat(3000);
  expect(spellingOf(long).text).toBe(long);
  expect(spellingOf(long)).not.toBe(spellingOf(long));
});

test('a filter has all that it was made of, and little else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.string(), { maxLength: 500 }), texts => {
      const filter = filterOf(texts.map(hashOf));
      for (const text of texts) expect(mayHave(filter, hashOf(text))).toBe(true);
      const others = Array.from({ length: 1000 }, (_, at) => `other ${at}`);
      expect(others.filter(it => mayHave(filter, hashOf(it))).length).toBeLessThan(200);
    }),
  );
});
