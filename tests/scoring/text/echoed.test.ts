import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { withoutEcho } from '../../../src/scoring/text/echoed.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

const PROMPT = wordsOf('Tell me about criticism of the way you work that was hard to hear.');
const left = (text: string) =>
  withoutEcho(parse(text), PROMPT).prose.map(it => it.words.map(word => word.text).join(' '));

test('words that say the question again, in its order, are left out', () =>
  expect(left('This was criticism of the way you work. In May I broke the build.')).toEqual([
    'this was',
    'in may i broke the build',
  ]));

test('a text without them is the same one', () => {
  const text = parse('My way of work was hard criticism to them, you see.');
  expect(withoutEcho(text, PROMPT)).toBe(text);
});
