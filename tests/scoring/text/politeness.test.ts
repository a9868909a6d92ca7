import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { politeSentences, withoutPoliteness } from '../../../src/scoring/text/politeness.ts';

const found = (text: string) => politeSentences(parse(text));

test('thanks before and hopes behind are found', () =>
  expect(found('Thank you for the question. A lock is held. Hope that answers it!')).toEqual([0, 2]));

test('what says more is not', () =>
  expect(found('Thank you for the question about locks, which are held. I hope the queue drains.')).toEqual(
    [],
  ));

test('nothing is found in nothing', () => expect(found('')).toEqual([]));

test('an answer without them has its other words, where they stand in the text', () => {
  const text = 'Thanks for the question. A lock is held. Hope that helps.';
  const { sentences, proseWords, wordCount } = withoutPoliteness(parse(text));
  expect(sentences.map(it => text.slice(it.start, it.end))).toEqual(['A lock is held.']);
  expect(proseWords.map(it => it.text)).toEqual(['a', 'lock', 'is', 'held']);
  expect(wordCount).toBe(4);
});

test('an answer without any stays what it is', () => {
  const answer = parse('A lock is held.');
  expect(withoutPoliteness(answer)).toBe(answer);
});
