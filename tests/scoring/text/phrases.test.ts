import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findPhrases, hasPhrase, phraseBook } from '../../../src/scoring/text/phrases.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

/** Inflected, and so many that some share a slot of the book. */
const word = fc
  .integer({ min: 0, max: 1500 })
  .map(it => `${String(it).replace(/\d/g, digit => 'bcdfghjklm'[Number(digit)]!)}alding`);

test('a phrase is found wherever it stands, whatever else the book and the text hold', () => {
  const phrases = fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 300 });
  fc.assert(
    fc.property(phrases, fc.array(word, { maxLength: 30 }), fc.nat(), (lists, around, at) => {
      const wanted = lists[at % lists.length]!;
      const words = wordsOf([...around, ...wanted].join(' '));
      const book = phraseBook(lists.map(it => it.join(' ')));
      expect(hasPhrase(book, words)).toBe(true);
      expect(findPhrases(book, words).some(it => it.to === words.length)).toBe(true);
    }),
  );
});

test('without a phrase nothing is found', () =>
  fc.assert(
    fc.property(fc.array(word, { maxLength: 300 }), fc.array(word, { maxLength: 30 }), (inBook, inText) => {
      const book = phraseBook(inBook);
      const words = wordsOf(inText.filter(it => !inBook.includes(it)).join(' '));
      expect(hasPhrase(book, words)).toBe(false);
      expect(findPhrases(book, words)).toEqual([]);
    }),
  ));

test('a word that begins a phrase is only looked up where the next word goes on so', () => {
  const book = phraseBook(['load balancer', 'queue']);
  const asked: string[] = [];
  const byFirst = new Map(book.byFirst);
  byFirst.get = stem => {
    asked.push(stem);
    return book.byFirst.get(stem);
  };
  const words = wordsOf('We load the queue, and the load balancer comes first, under load');
  expect(findPhrases({ ...book, byFirst }, words)).toEqual([
    { list: 1, from: 3, to: 4 },
    { list: 0, from: 6, to: 8 },
  ]);
  expect(asked).toEqual(['queue', 'load']);
});
