import { describe, expect, test } from 'vitest';
import type { Assessment, Ground } from '../../../src/model/debrief.ts';
import { levelOf } from '../../../src/model/level.ts';
import { barFor } from '../../../src/scoring/panel/bars.ts';
import { votesOf } from '../../../src/scoring/panel/votes.ts';

const ground = (about: string): Ground => ({ question: 'b/q', about, told: 'covered' });
const bar = barFor('L5');

function ballot(round: string, figure: number | null) {
  const assessment: Assessment = {
    competencies: [],
    principles: [],
    figure,
    demands: [],
    for: [1, 2, 3].map(it => ground(`${round} for ${it}`)),
    against: [1, 2, 3].map(it => ground(`${round} against ${it}`)),
  };
  return { round, assessment, vote: figure === null ? null : levelOf(figure, bar.cuts) };
}

const votes = (...figures: (number | null)[]) =>
  votesOf(
    figures.map((it, at) => ballot(`r${at}`, it)),
    bar,
  );

describe('the second vote', () => {
  test('weighs the others a quarter', () => {
    // 0.75 x 50 + 0.25 x (80 + 60) / 2
    expect(votes(50, 80, 60)[0]).toMatchObject({ before: 2, after: 3, figure: 55 });
  });

  test('leaves a vote that is far from a cut, and names nothing that moved it', () => {
    expect(votes(65, 75)[0]).toEqual({ before: 3, after: 3, figure: 67.5, moved: [] });
  });

  test('names what moved it: for it of the best round, against it of the weakest', () => {
    const [up] = votes(50, 60, 90);
    expect(up!.moved.map(it => [it.round, it.about])).toEqual([
      ['r2', 'r2 for 1'],
      ['r2', 'r2 for 2'],
    ]);
    const [down] = votes(57, 50, 10);
    expect(down).toMatchObject({ before: 3, after: 2 });
    expect(down!.moved.map(it => it.about)).toEqual(['r2 against 1', 'r2 against 2']);
  });

  test('is none for whoever had nothing to judge, and moves nobody else', () => {
    const [nobody, alone] = votes(null, 50);
    expect(nobody).toEqual({ before: null, after: null, figure: null, moved: [] });
    expect(alone).toMatchObject({ before: 2, after: 2, figure: 50 });
  });
});
