import { expect, test } from 'vitest';
import { mean } from '../../bench/statistics.mjs';
import { ANSWER_WORDS, makeAnswer, makeQuestion, seeded } from '../../bench/texts.mjs';

const words = (text: string) => text.split(' ').length;

test('the same seed makes the same texts, another one others', () => {
  const made = (seed: number) => {
    const random = seeded(seed);
    const question = makeQuestion(random);
    return [question.asked, makeAnswer(random, question)];
  };
  expect(made(1)).toEqual(made(1));
  expect(made(1)).not.toEqual(made(2));
});

test('a question has six points of two phrasings and a model answer of about 130 words', () => {
  const random = seeded(1);
  const questions = Array.from({ length: 50 }, () => makeQuestion(random));
  for (const { asked, reference } of questions) {
    expect(asked.points.map(it => it.text.length)).toEqual([2, 2, 2, 2, 2, 2]);
    expect(asked.answer).toEqual([reference]);
    expect(Math.abs(words(reference) - 130)).toBeLessThan(10);
  }
  const parts = questions.flatMap(it => it.facts.map(fact => fact.part.split(' ')[0]));
  expect(new Set(parts).size).toBeGreaterThan(290);
});

test('answers have about as many words as they should, and none is like another', () => {
  const random = seeded(2);
  const question = makeQuestion(random);
  const answers = Array.from({ length: 200 }, () => makeAnswer(random, question));
  expect(Math.abs(mean(answers.map(words)) - ANSWER_WORDS)).toBeLessThan(4);
  expect(new Set(answers).size).toBe(200);
});
