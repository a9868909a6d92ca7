import { describe, expect, test } from 'vitest';
import type { DebriefQuestion } from '../../../src/model/debrief.ts';
import { barFor } from '../../../src/scoring/panel/bars.ts';
import { demandsIn } from '../../../src/scoring/panel/demands.ts';
import { type Asked, debriefOfCard } from './scorecards.ts';

const story = (text: string | null, score = 80, criteria: [number, number] = [60, 90]): Asked => ({
  type: 'behavioral',
  main: { text, score, criteria },
  followUp: undefined,
  probe: undefined,
});

/** The demands of a level over these answers, by id. */
function demands(level: string, ...asked: Asked[]) {
  const debrief = debriefOfCard({
    level,
    rounds: [
      { barRaiser: false, asked },
      { barRaiser: false, asked: [] },
    ],
  });
  const questions: DebriefQuestion[] = debrief.rounds[0]!.questions;
  return Object.fromEntries(demandsIn(questions, barFor(level), debrief.rubrics).map(it => [it.id, it]));
}

describe('what a level wants', () => {
  test('is read off the criteria that look for it: the mean of their scores', () => {
    const two = [story('I did it, 9 to 2.', 80, [40, 90]), story('I did it, 8 to 3.', 80, [60, 50])];
    expect(demands('L5', ...two)).toMatchObject({
      'own-part': { score: 50, answers: 2 },
      result: { score: 70, answers: 2, bar: 45 },
    });
  });

  test('counts a result without a figure half, where the level wants it measured', () => {
    expect(demands('L5', story('It was better.')).result!.score).toBe(45);
    expect(demands('L4', story('It was better.')).result!.score).toBe(90);
  });

  test('shows where, in the candidate’s words, once it is there', () => {
    expect(demands('L5', story('It fell from 9 to 2.')).result!.seen).toEqual([
      {
        question: 'b/q0-0',
        about: 'Measured results',
        told: "measured, for the team's customers",
        found: { start: 0, end: 20, quote: 'It fell from 9 to 2.' },
      },
    ]);
    expect(demands('L5', story('It fell from 9 to 2.', 80, [60, 40])).result!.seen).toEqual([]);
  });

  test('shows where also what is met without being more than that, and what the words lack', () => {
    const { result } = demands('L5', story('It was better.', 80, [60, 99.8]));
    expect(result).toMatchObject({ score: 49.9, bar: 45 });
    expect(result!.seen).toMatchObject([
      { told: 'told without a figure', found: { quote: 'It was better.' } },
    ]);
  });

  test('is nothing where no question could show it, and 0 where such a question was skipped', () => {
    expect(demands('L5').result).toMatchObject({ score: null, answers: 0 });
    expect(demands('L5', story(null)).result).toMatchObject({ score: 0, answers: 1 });
  });

  test('credits what a probe brought out as if it had been said at once', () => {
    const probed = {
      ...story('It was better.'),
      probe: { text: 'From 9 to 2.', score: 70, criteria: [70, 0] },
    };
    expect(demands('L5', probed as Asked).result).toMatchObject({ score: 70, answers: 1 });
  });

  test('by words takes the best answer that has them, not one that denies them', () => {
    const scope = (...asked: Asked[]) => demands('L6', ...asked).scope!;
    expect(scope(story('I brought it to other teams.', 70), story('I did it alone.', 90)).score).toBe(70);
    expect(scope(story('I did it alone.', 90)).score).toBe(0);
    expect(scope(story('No teams did it.', 90)).score).toBe(0);
    expect(scope(story('I brought it to other teams.', 70)).seen[0]?.found?.quote).toBe(
      'I brought it to other teams.',
    );
  });
});
