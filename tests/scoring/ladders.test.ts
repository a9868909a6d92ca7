/** The judge against people: each ladder is in order, and over each group the figures stay above their floors. */
import { describe, expect, test } from 'vitest';
import {
  FOLDERS,
  type Folder,
  figuresOf,
  GROUPS,
  type Group,
  groupOf,
  isCheat,
  type Judged,
  judged,
  type Ladder,
  laddersIn,
  ranking,
  totalOf,
} from './ladders.ts';

type Figure = 'ranking' | 'points' | 'cheats' | 'found' | 'missing';

/** 0.02 below what was measured: room for a trade between answers, none for a loss. */
const FLOORS: Record<Folder, Record<Group, Partial<Record<Figure, number>>>> = {
  developed: {
    technical: { ranking: 0.828, points: 0.704, cheats: 0.98 },
    design: { ranking: 0.797, points: 0.648, cheats: 0.98 },
    stories: { ranking: 0.838, points: 0.844, cheats: 0.98, found: 0.933, missing: 0.842 },
  },
  apart: {
    technical: { ranking: 0.687, points: 0.556, cheats: 0.98 },
    design: { ranking: 0.744, points: 0.603, cheats: 0.98 },
    stories: { ranking: 0.85, points: 0.825, cheats: 0.965, found: 0.888, missing: 0.825 },
  },
};

/** The judge has to be worth this much more than counting the words of the points and the model answer. */
const WORTH = 0.05;

const RUNGS =
  'complete good brief paraphrase partial thin unsure wrong vague negated other ' +
  'cheat-list cheat-glued cheat-echo cheat-repeat cheat-bribe';

describe.each(FOLDERS)('%s', folder => {
  const ladders = laddersIn(folder).map(ladder => ({ ladder, answers: judged(ladder) }));

  test('there are ladders', () => expect(ladders.length).toBeGreaterThanOrEqual(20));

  describe.each(ladders)('$ladder.file', ({ ladder, answers }) => {
    test('is a ladder', () => checkForm(ladder));
    test('every complete answer scores above every cheat', () => checkCheats(answers));
  });

  describe.each(GROUPS)('%s', group => {
    const own = ladders.filter(it => groupOf(it.ladder) === group).map(it => it.answers);
    const figures: Partial<Record<Figure, number>> = figuresOf(own);

    test.each(Object.entries(FLOORS[folder][group]))('%s is at least %d', (figure, floor) =>
      expect(figures[figure as Figure]).toBeGreaterThanOrEqual(floor),
    );

    test('ranks better than the overlap of words', () =>
      expect(figures.ranking! - ranking(own, it => it.baseline)).toBeGreaterThanOrEqual(WORTH));
  });
});

function checkForm({ answers, asked: { points = [] }, rubrics }: Ladder): void {
  expect(answers.length).toBeGreaterThanOrEqual(6);
  expect(new Set(answers.map(it => it.name)).size).toBe(answers.length);
  const ids = points.map(it => it.id);
  for (const { covered = [], partial = [], grade, rung, parts } of answers) {
    expect(ids).toEqual(expect.arrayContaining([...covered, ...partial]));
    expect(covered.filter(it => partial.includes(it))).toEqual([]);
    expect(grade >= 0 && grade <= 10).toBe(true);
    expect(RUNGS.split(' ')).toContain(rung);
    expect(parts !== undefined).toBe(rubrics.includes('star'));
  }
}

function checkCheats(answers: readonly Judged[]): void {
  const complete = answers.filter(it => it.rung === 'complete').map(totalOf);
  const cheats = answers.filter(isCheat).map(totalOf);
  expect(complete.length).toBeGreaterThan(0);
  expect(Math.min(...complete)).toBeGreaterThan(Math.max(-1, ...cheats));
}
