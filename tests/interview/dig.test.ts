import { describe, expect, test } from 'vitest';
import { dig } from '../../src/interview/dig.ts';
import type { FollowUp, Question } from '../../src/model/content.ts';
import type { AskState, Try } from '../../src/model/session.ts';
import {
  answered,
  ask,
  followUp,
  planned,
  plannedRound,
  point,
  question,
  SKIPPED,
} from '../reports/building.ts';
import { planOf, roundWith, sessionAt } from './world.ts';

const QUEUE = 'There is a local run queue in each processor.';
const MYTH = 'Every goroutine gets its own OS thread.';
const asked = (key: string, attempt: Try | string = QUEUE) =>
  ask('r', key, [typeof attempt === 'string' ? answered(attempt, 10) : attempt]);

/** What follows the asks of `go/gmp`, a question made of these. */
function next(rest: Partial<Question>, asks: AskState[], scale = 1) {
  const main = planned('go/gmp', question('gmp', rest), []);
  const plan = planOf([plannedRound('r', { questions: [main] })], { scale });
  const round = roundWith('r', asks);
  return dig(sessionAt(plan, [round]), main, round);
}

describe('a follow-up is asked', () => {
  const parent = {
    points: [
      point('queue', 'Each processor has a local run queue.'),
      point('steal', 'An idle thread steals half of the goroutines of another processor.'),
    ],
    pitfalls: [{ id: 'own-thread', text: 'Every goroutine has its own OS thread' }],
  };
  const why = (when: FollowUp['when'], answer = QUEUE) =>
    next({ ...parent, followUps: [followUp('more', { when })] }, [asked('go/gmp', answer)])?.why;

  test('always', () => expect(why('always')).toBe('planned'));
  test('when one of its points is missing', () => {
    expect(why({ missing: ['queue', 'steal'] })).toBe('missing: steal');
    expect(why({ missing: ['queue'] })).toBeUndefined();
  });
  test('when all of its points are covered', () => {
    expect(why({ covered: ['queue'] })).toBe('covered: queue');
    expect(why({ covered: ['queue', 'steal'] })).toBeUndefined();
  });
  test('when one of its pitfalls is touched', () => {
    expect(why({ pitfall: ['own-thread'] }, MYTH)).toBe('pitfall: own-thread');
    expect(why({ pitfall: ['own-thread'] })).toBeUndefined();
  });
  test('once, with what is left of the time of its question', () => {
    const followUps = [followUp('more')];
    expect(next({ followUps }, [asked('go/gmp')])).toEqual({
      key: 'go/gmp/more',
      kind: 'follow-up',
      round: 'r',
      ref: 'go/gmp',
      prompt: 'What about more?',
      why: 'planned',
      depth: 1,
      budget: 590,
    });
    expect(next({ followUps }, [asked('go/gmp'), asked('go/gmp/more')])).toBeUndefined();
  });
});

describe('a chain', () => {
  const followUps = [
    followUp('a', { followUps: [followUp('a1', { followUps: [followUp('a2')] })] }),
    followUp('b'),
  ];
  const keys = (...asks: AskState[]) => next({ followUps }, [asked('go/gmp'), ...asks])?.key;

  test('is followed to its end before the next one begins', () => {
    expect(keys()).toBe('go/gmp/a');
    expect(keys(asked('go/gmp/a'))).toBe('go/gmp/a1');
    expect(keys(asked('go/gmp/a'), asked('go/gmp/a1'))).toBe('go/gmp/a2');
    expect(keys(asked('go/gmp/a'), asked('go/gmp/a1'), asked('go/gmp/a2'))).toBe('go/gmp/b');
  });

  test('ends where the candidate skips', () =>
    expect(keys(asked('go/gmp/a'), asked('go/gmp/a1', SKIPPED))).toBe('go/gmp/b'));

  test('tells how deep it is', () =>
    expect(next({ followUps }, [asked('go/gmp'), { ...asked('go/gmp/a'), depth: 1 }])?.depth).toBe(2));

  test('goes no deeper than six layers, however deep the bank does', () => {
    const at = (depth: number) =>
      next({ followUps }, [asked('go/gmp'), { ...asked('go/gmp/a'), depth }])?.key;
    expect(at(4)).toBe('go/gmp/a1');
    expect(at(5)).toBe('go/gmp/b');
  });

  test('leaves out what was asked before in the same words', () => {
    const prompt = 'Can you give an example?';
    const among = [followUp('same', { prompt }), followUp('b')];
    expect(next({ followUps: among }, [asked('go/gmp')])?.key).toBe('go/gmp/b');
  });

  test('looks at the points of the answer right above', () => {
    const points = [point('steal', 'An idle thread steals goroutines.')];
    const below = followUp('a', { points, followUps: [followUp('a1', { when: { missing: ['steal'] } })] });
    const asks = [asked('go/gmp', 'An idle thread steals goroutines.'), asked('go/gmp/a')];
    expect(next({ followUps: [below] }, asks)?.why).toBe('missing: steal');
  });
});

describe('nothing follows', () => {
  const followUps = [followUp('more')];
  test('a main question that was skipped', () =>
    expect(next({ followUps }, [asked('go/gmp', SKIPPED)])).toBeUndefined());
  test('an answer of blanks', () => expect(next({ followUps }, [asked('go/gmp', ' \n')])).toBeUndefined());
  test("the candidate's own questions", () =>
    expect(next({ followUps }, [{ ...asked('go/gmp'), kind: 'closing' }])).toBeUndefined());
  test.each([1, 0.1])('with less than 45 s left, at scale %d', scale => {
    const main = (left: number) => ({ ...asked('go/gmp'), budget: 10 + left * scale });
    expect(next({ followUps }, [main(44.9)], scale)).toBeUndefined();
    expect(next({ followUps }, [main(45)], scale)?.key).toBe('go/gmp/more');
  });
});
