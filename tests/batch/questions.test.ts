import { expect, test } from 'vitest';
import { Questions } from '../../src/batch/questions.ts';
import { LIBRARY } from './world.ts';

const NAMES = ['small/deploy', 'small/deploy/share', 'mistake'];
const MANY = Array.from({ length: 1_000 }, (_, at) => at);

test('a question of a bank stays the object that it was prepared as, whatever names come between', () => {
  const questions = new Questions(LIBRARY);
  const before = NAMES.map(it => questions.named(it));
  expect(before.map(it => 'asked' in it)).toEqual([true, true, true]);
  for (const it of MANY) expect(questions.named(`small/none-${it}`)).toHaveProperty('cause');
  for (const [at, name] of NAMES.entries()) expect(questions.named(name)).toBe(before[at]);
});

test('an inline one is forgotten for newer ones, and found again', async () => {
  const questions = new Questions(LIBRARY);
  const inline = (prompt: string) => ({ prompt, type: 'technical', points: ['It is kept in memory'] });
  const before = await questions.find(inline('Why?'));
  expect(await questions.find(inline('Why?'))).toBe(before);
  for (const it of MANY) await questions.find(inline(`Why ${it}?`));
  const after = await questions.find(inline('Why?'));
  expect(after).not.toBe(before);
  expect(after).toEqual(before);
});
