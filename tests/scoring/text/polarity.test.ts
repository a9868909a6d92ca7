import { expect, test } from 'vitest';
import { deniedWords } from '../../../src/scoring/text/polarity.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

function denied(text: string): string[] {
  const words = wordsOf(text);
  return deniedWords(text, words).flatMap((it, index) =>
    it && words[index]!.weight > 0 ? [words[index]!.text] : [],
  );
}

test('a verb that is denied turns its clause round', () =>
  expect(denied('Writes do not become slower, but reads do.')).toEqual(['writes', 'become', 'slower']));

test('what is said of a thing in a clause behind it is not denied of the thing', () => {
  expect(denied('Bloom filters skip the files that cannot hold the key')).toEqual(['hold', 'key']);
  expect(denied('Readers, who really do not wait, are quick')).toEqual(['wait']);
});

test('no and without deny what is next', () =>
  expect(denied('The queue runs without a global lock')).toEqual(['global', 'lock']));

test('not between nouns denies the second', () => expect(denied('We answer 302 not 301')).toEqual(['301']));

test('not only denies nothing', () => expect(denied('It is not only quick')).toEqual([]));

test('contractions deny too', () => expect(denied("The planner won't use it")).toEqual(['planner', 'use']));

test('denials without end are read in no time', () => {
  const words = 60_000;
  const all = denied(`${'not otherwise '.repeat(words / 2)}slow`);
  expect(all).toEqual(['slow']);
});

test('a clause that is denied twice is turned round once, and the next one by itself', () =>
  expect(denied('Readers never wait and writes do not stop')).toEqual(['readers', 'wait', 'writes', 'stop']));

test.each([
  ['I refuse to accept that readers wait.', ['readers', 'wait']],
  ['It is a lie that readers wait', ['readers', 'wait']],
  ['I doubt that readers wait, but writers block', ['readers', 'wait']],
  ['I do not believe that readers wait, because writers copy', ['readers', 'wait']],
  ['Many beginners wrongly say that readers wait', ['readers', 'wait']],
  ['The opposite of this is the case: readers wait', ['readers', 'wait']],
  ['Readers wait, which is wrong.', ['readers', 'wait']],
  ['"Readers wait" is a false statement.', ['readers', 'wait']],
  ['Readers wait, or so the myth goes.', ['readers', 'wait']],
  ['I do not believe that readers do not wait', []],
  ['Nobody believes that readers wait', ['readers', 'wait']],
  ['Hardly anybody should think that readers wait', ['readers', 'wait']],
])('what is disowned is denied: %s', (text, words) => expect(denied(text)).toEqual(words));

test.each([
  'I believe that readers wait',
  'I think readers wait, which is fine.',
  'We want that readers wait',
  'The wrong readers wait',
])('what is said by oneself is not: %s', text => expect(denied(text)).toEqual([]));
