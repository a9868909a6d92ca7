import { expect, test } from 'vitest';
import { coverageOf, storyId } from '../../src/progress/stories.ts';
import { attempt } from './world.ts';

const story = (id: string, ...principles: string[]) => ({ id, title: id, parts: {}, principles });

test('principles without a story, and a story that alone stands for three, are told', () => {
  const them = [story('a', 'p1', 'p2', 'p3'), story('b', 'p4', 'p5'), story('c', 'p4')];
  const { without, overused } = coverageOf(them, ['p9', 'p1', 'p8', 'p9'], []);
  expect(without).toEqual(['p8', 'p9']);
  expect(overused).toEqual([{ id: 'a', principles: ['p1', 'p2', 'p3'] }]);
});

test('a story of the past that was last told well is suggested, once', () => {
  const told = (level: 1 | 2 | 3 | 4, day: number, question: string) =>
    attempt(level, day, { question, type: 'behavioral', principles: ['ownership'] });
  const attempts = [
    told(1, 0, 'l/a'),
    told(4, 1, 'l/a'),
    told(4, 0, 'l/b'),
    told(1, 1, 'l/b'),
    told(4, 0, 'l/c'),
    attempt(4),
  ];
  const kept = { ...story('c'), question: 'l/c' };
  expect(coverageOf([kept], [], attempts).suggested).toEqual([
    { question: 'l/a', principles: ['ownership'], score: 90 },
  ]);
});

test('an id is made of the title, and free', () => {
  expect(storyId('The dropped índex!', [])).toBe('the-dropped-index');
  expect(storyId('x', ['x', 'x-2'])).toBe('x-3');
  expect(storyId('物語', [])).toBe('story');
  expect(storyId(`${'a'.repeat(39)} b`, [])).toBe('a'.repeat(39));
});
