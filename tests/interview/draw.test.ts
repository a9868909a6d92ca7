/** Questions that a loop leaves to chance; see plan.ts. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planLoop } from '../../src/interview/plan.ts';
import type { Draw, Question, Round } from '../../src/model/content.ts';
import { InputError } from '../../src/model/errors.ts';
import { question } from '../reports/building.ts';
import { behavioral, library, loop, OPTIONS, round } from './library.ts';

const drawn = (stories: Question[], draw: Draw, rest: Partial<Round> = {}, seed = 1) => {
  const { questions, principles = [] } = { questions: [], ...rest };
  const only = round('hr', [...questions, { draw }], { principles });
  return planLoop(library(stories), loop(only), { ...OPTIONS, seed }).rounds[0]!.questions.map(it => it.ref);
};
const wish: Draw = { banks: ['stories'], types: ['behavioral'], count: 3 };
const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
const many = ids.map(id => behavioral(id));
const seeds = fc.integer({ min: 0, max: 2 ** 32 - 1 });

test('a draw is the same for the same seed, and not for all seeds', () => {
  expect(drawn(many, wish)).toEqual(drawn(many, wish));
  expect(new Set([1, 2, 3, 4, 5].map(seed => drawn(many, wish, {}, seed).join())).size).toBeGreaterThan(1);
});

test('a draw draws no question twice, nor one that the loop names', () => {
  fc.assert(
    fc.property(seeds, seed => {
      const refs = drawn(many, wish, { questions: ['stories/a'] }, seed);
      expect(new Set(refs).size).toBe(4);
    }),
  );
});

test('a draw spreads over the principles of the round', () => {
  const principles = ['own', 'own', 'own', 'own', 'dive', 'trust'];
  const stories = ids.map((id, index) => behavioral(id, principles[index]!));
  fc.assert(
    fc.property(seeds, seed => {
      const refs = drawn(stories, wish, { principles: ['own', 'dive', 'trust'] }, seed);
      expect(refs).toEqual(expect.arrayContaining(['stories/e', 'stories/f']));
    }),
  );
});

test('a draw never takes related questions together, whichever of them says so', () => {
  const [a, ...others] = many;
  const stories = [{ ...a!, related: ['b', 'stories/c'] }, ...others];
  fc.assert(
    fc.property(seeds, seed => {
      const refs = drawn(stories, wish, {}, seed);
      if (refs.includes('stories/a')) expect(refs).not.toEqual(expect.arrayContaining(['stories/b']));
      if (refs.includes('stories/a')) expect(refs).not.toEqual(expect.arrayContaining(['stories/c']));
    }),
  );
});

test('a draw keeps off what is related to a named question', () =>
  expect(() =>
    drawn(
      [behavioral('a'), question('b', { related: ['a'] })],
      { ...wish, count: 1 },
      { questions: ['stories/b'] },
    ),
  ).toThrow('Round hr draws 1 questions, but only 0 fit.'));

test('a draw that the banks cannot fill is the mistake of its author', () =>
  expect(() => drawn(many, { ...wish, count: 7 })).toThrow(InputError));
