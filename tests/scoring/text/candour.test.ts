import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { openSentences } from '../../../src/scoring/text/candour.ts';

test.each([
  'I have no idea whether the buffer is full.',
  "I'm not sure if a send blocks.",
  'To be honest I don’t know whether a send blocks.',
])('says nothing either way: %s', text => expect(openSentences(parse(text))).toEqual([0]));

test.each([
  'I am not sure whether it is 301 or 302, but the redirect goes out at once.',
  'The receiver checks whether the buffer is full.',
  'If a send blocks, I do not know it at once.',
])('says something: %s', text => expect(openSentences(parse(text))).toEqual([]));

test('a giant word is read in no time', () =>
  expect(openSentences(parse(`${'a'.repeat(200_000)} whether `))).toEqual([]));
