import { expect, test } from 'vitest';
import { isAddress, isBareTerm, stretchesOf } from '../../../src/scoring/text/stretches.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

const stretches = (text: string) =>
  stretchesOf(text, wordsOf(text)).map(it => it.map(word => word.text).join(' '));

test.each([
  ['run queue -> steal half; G = goroutine', ['run queue', 'steal half', 'g', 'goroutine']],
  ['"key": ["unique index", "retry"]', ['key', 'unique index', 'retry']],
  ['A[open] --> B{half-open}', ['a', 'open', 'b', 'half open']],
  ['\\text{slow log} \\\\ digest', ['text', 'slow log', 'digest']],
  ['It waits - then a thread takes it.', ['it waits', 'then a thread takes it']],
  ['[run queue](go.dev) and half', ['run queue', 'go dev', 'and half']],
  ['', []],
])('%s', (text, expected) => expect(stretches(text)).toEqual(expected));

test.each([
  ['[run queue](https://go.dev/local-queue) and half', ['https', 'go dev local queue']],
  ['![run queue](queue.png)', ['queue png']],
  ['a queue (see below)', []],
])('where %s leads', (text, expected) =>
  expect(
    stretchesOf(text, wordsOf(text))
      .filter(it => isAddress(text, it))
      .map(it => it.map(word => word.text).join(' ')),
  ).toEqual(expected),
);

const isBare = (text: string) => isBareTerm(wordsOf(text), ({ text: word }) => word === '422');

test.each(['run queue', 'idle thread steals half', '422', 'back-to-back meetings', 'a-b-c d-e-f g-h-i j'])(
  '%s: no more than a term',
  text => expect(isBare(text)).toBe(true),
);
test.each(['', 'taken from a queue', '256 slots', 'one two three four five', 'queue per thread'])(
  '%s: more, or nothing',
  text => expect(isBare(text)).toBe(false),
);
