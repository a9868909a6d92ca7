import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { withoutRestated } from '../../../src/scoring/text/restated.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

const prompt = wordsOf('Tell me about a deadline that you had promised to a customer and then missed.');
const left = (text: string) => withoutRestated(parse(text), prompt).prose.map(it => it.words[0]?.text);

test('a sentence in the words of the question is left out, in whatever order they stand', () => {
  expect(
    left('There was a customer, and I missed the deadline I promised. Printers jammed all day.'),
  ).toEqual(['printers']);
});

test('so is one at the end', () => {
  expect(
    left('Printers jammed all day. That was the missed deadline which I promised to a customer.'),
  ).toEqual(['printers']);
});

test('a sentence that tells more than the question does stays, and so does a short one', () => {
  const told = 'I missed the deadline. The customer whom I had promised May got nine crates in July instead.';
  expect(left(told)).toEqual(['i', 'the']);
});

test('where nothing else is said, all of it stays', () => {
  expect(left('I promised a customer a deadline and missed it.')).toEqual(['i']);
});
