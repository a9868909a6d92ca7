/** Cheats are made the same each time, and none where the question or the answer leaves nothing to make one of. */
import { expect, test } from 'vitest';
import { CHEATS, mixed, negated, pasted, termsOf } from '../../bench/cheating.mjs';

const QUESTION = 'Why is a queue used?';
const FULL = 'The queue is bounded, so that a slow worker holds up its callers.';

test('terms are what is left without words that join', () =>
  expect(termsOf(FULL)).toEqual(['queue', 'bounded', 'slow', 'worker', 'holds', 'up', 'callers']));

test('mixed words are the same words, and hardly two stand side by side as they did', () => {
  const words = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  expect([...mixed(words)].sort()).toEqual(words);
  expect(mixed(words)).toEqual(['g', 'a', 'f', 'b', 'e', 'c', 'd']);
});

test('terms are pasted together by prepositions and articles', () =>
  expect(pasted(['a', 'b', 'c', 'd', 'e', 'f'])).toBe(
    'The a with the b in the c and the d of the e with the f.',
  ));

test('every verb that can be denied is, once', () => {
  expect(negated(FULL)).toBe('The queue is not bounded, so that a slow worker holds up its callers.');
  expect(negated('It is not, and cannot.')).toBeNull();
});

test('each kind makes one of a question and a full answer', () =>
  expect(Object.values(CHEATS).map(make => make(QUESTION, FULL, 'Another.'))).toEqual([
    QUESTION,
    'callers, queue, up, bounded, holds, slow, worker',
    'callers queue up bounded holds slow worker',
    'The callers with the queue in the up and the bounded of the holds with the slow in the worker.',
    `${QUESTION} callers queue up bounded holds slow worker`,
    'Another.',
    'The queue is not bounded, so that a slow worker holds up its callers.',
  ]));

test('of a few terms no list is made: they may be the answer', () =>
  expect(CHEATS['a list of terms']?.(QUESTION, 'Push and pop.', '')).toBeNull());
