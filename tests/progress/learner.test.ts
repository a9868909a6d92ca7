/** Whether it pays to ask what is due: learners who forget by a curve of their own, asked in two ways. */
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../src/interview/random.ts';
import type { Attempt } from '../../src/model/progress.ts';
import { dayAfter } from '../../src/progress/days.ts';
import { cardsFrom, dueOn } from '../../src/progress/schedule.ts';
import { Learner } from './learner.ts';
import { attempt, NOTHING } from './world.ts';

const QUESTIONS = 30;
/** So few that not all can be kept fresh by asking all; with twice as many a day both ways do about equally well. */
const A_DAY = 4;
const TARGET = 0.9;
const MOST_DAYS = 150;

/** How many questions were asked until the learner would know the target share of them the day after. */
function askedUntilKnown(
  seed: number,
  choose: (today: string) => number[],
  heard: (it: Attempt) => void,
): number {
  const learner = new Learner(QUESTIONS, seededRandom(seed));
  let asked = 0;
  for (let day = 1; day <= MOST_DAYS; day++) {
    for (const question of choose(dayAfter('2026-03-02', day))) {
      asked++;
      heard(attempt(learner.answer(question, day), day, { question: `bank/${question}` }));
    }
    if (learner.known(day + 1) >= TARGET) return asked;
  }
  throw new Error('The learner never got there.');
}

function inTurn(seed: number): number {
  let next = 0;
  const choose = () => Array.from({ length: A_DAY }, () => next++ % QUESTIONS);
  return askedUntilKnown(seed, choose, () => {});
}

/** What is due first; new questions fill the day. */
function whenDue(seed: number): number {
  const attempts: Attempt[] = [];
  let fresh = 0;
  const choose = (today: string) => {
    const due = dueOn(cardsFrom(attempts, NOTHING, today, 'UTC'), today)
      .map(it => Number(it.id.slice('bank/'.length)))
      .slice(0, A_DAY);
    while (due.length < A_DAY && fresh < QUESTIONS) due.push(fresh++);
    return due;
  };
  return askedUntilKnown(seed, choose, it => attempts.push(it));
}

describe('asking what is due takes at least a fifth fewer questions than asking all in turn', () => {
  test.each([1, 2, 3, 4, 5, 6])('for learner %i', seed => {
    expect(whenDue(seed)).toBeLessThanOrEqual(0.8 * inTurn(seed));
  });
});
