/** The judge against people: each ladder is in order, and over each group the figures stay above their floors. */
import { describe, expect, test } from 'vitest';
import {
  FOLDERS,
  type Folder,
  farOff,
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
  trueShares,
} from './ladders.ts';

type Figure = 'ranking' | 'points' | 'sure' | 'cheats' | 'others' | 'found' | 'missing';

/** 0.02 below what was measured: room for a trade between answers, none for a loss. */
const FLOORS: Record<Folder, Record<Group, Partial<Record<Figure, number>>>> = {
  developed: {
    technical: { ranking: 0.83, points: 0.704, sure: 0.84, cheats: 0.98, others: 0.78 },
    design: { ranking: 0.82, points: 0.65, sure: 0.89, cheats: 0.98, others: 0.98 },
    stories: {
      ranking: 0.858,
      points: 0.844,
      sure: 0.77,
      cheats: 0.98,
      others: 0.85,
      found: 0.933,
      missing: 0.842,
    },
  },
  apart: {
    technical: { ranking: 0.75, points: 0.608, sure: 0.79, cheats: 0.98, others: 0.81 },
    design: { ranking: 0.72, points: 0.603, sure: 0.69, cheats: 0.98, others: 0.98 },
    stories: {
      ranking: 0.851,
      points: 0.808,
      sure: 0.72,
      cheats: 0.968,
      others: 0.82,
      found: 0.895,
      missing: 0.823,
    },
  },
  unseen: {
    technical: { ranking: 0.813, points: 0.619, sure: 0.75, cheats: 0.98, others: 0.81 },
    design: { ranking: 0.855, points: 0.681, sure: 0.88, cheats: 0.98, others: 0.48 },
    stories: {
      ranking: 0.815,
      points: 0.699,
      sure: 0.59,
      cheats: 0.98,
      others: 0.355,
      found: 0.924,
      missing: 0.853,
    },
  },
};

/** Of the complete answers to all other questions of a group, the share at 20 of 100 or less; 0.02 below what was measured. */
const FAR_OFF: Record<Folder, Record<Group, number>> = {
  developed: { technical: 0.776, design: 0.799, stories: 0.492 },
  apart: { technical: 0.932, design: 0.932, stories: 0.392 },
  unseen: { technical: 0.913, design: 0.98, stories: 0.301 },
};

/** So much of what is told as a perhaps is there at most: more would be too modest. */
const PERHAPS = 0.69;

/** The judge has to be worth this much more than counting the words of the points and the model answer. */
const WORTH = 0.05;

const RUNGS =
  'complete good brief paraphrase partial thin unsure wrong vague negated other ' +
  'cheat-list cheat-glued cheat-echo cheat-repeat cheat-bribe';

describe.each(FOLDERS)('%s', folder => {
  const ladders = laddersIn(folder).map(ladder => ({ ladder, answers: judged(ladder) }));

  test('there are ladders', () => expect(ladders.length).toBeGreaterThanOrEqual(16));

  describe.each(ladders)('$ladder.file', ({ ladder, answers }) => {
    test('is a ladder', () => checkForm(ladder));
    test('every complete answer scores above every cheat', () => checkCheats(answers));
  });

  describe.each(GROUPS)('%s', group => {
    const all = ladders.filter(it => groupOf(it.ladder) === group);
    const own = all.map(it => it.answers);
    const figures: Partial<Record<Figure, number>> = figuresOf(own);

    test.each(Object.entries(FLOORS[folder][group]))('%s is at least %d', (figure, floor) =>
      expect(figures[figure as Figure]).toBeGreaterThanOrEqual(floor),
    );

    test('what is told as a perhaps is there less often than what is told as there', () => {
      const { sure, perhaps } = trueShares(own.flat());
      expect(perhaps).toBeLessThan(Math.min(sure, PERHAPS));
    });

    test('answers to quite other questions are told apart', () =>
      expect(farOff(all.map(it => it.ladder))).toBeGreaterThanOrEqual(FAR_OFF[folder][group]));

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
