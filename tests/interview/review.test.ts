import { describe, expect, test } from 'vitest';
import { reviewOf } from '../../src/interview/review.ts';
import { answered, ask, followUp, planned, plannedRound, question, SKIPPED } from '../reports/building.ts';
import { judge, planOf } from './world.ts';

const GC = question('gc', {
  outline: ['Name the colours'],
  hints: ['Colours.', 'Three of them.'],
  reading: ['mgc.go'],
  followUps: [followUp('pause', { hints: ['Twice.'] })],
});
const PLAN = planOf([
  plannedRound('?warm-up', { warmUp: true, questions: [planned('go/map', question('map'), [])] }),
  plannedRound('r', { questions: [planned('go/gc', GC, [])] }),
]);
const review = (key: string, rest: Partial<Parameters<typeof reviewOf>[1]> = {}, round = 'r') =>
  reviewOf(PLAN, { ...ask(round, key, [answered('It marks.')]), ...rest }, undefined, judge);

describe('a review', () => {
  test('is of the last try, and has the score of the one before', async () => {
    const tries = [answered('One.'), SKIPPED, answered('Three.')];
    expect(await review('go/gc', { tries })).toMatchObject({
      attempt: 3,
      outcome: 'answered',
      submission: { answer: 'Three.' },
      before: { score: 60 },
    });
    expect(await review('go/gc')).not.toHaveProperty('before');
  });

  test('holds what the author has to say, but for hints that were taken', async () => {
    const all = { outline: ['Name the colours'], reading: ['mgc.go'], hints: ['Colours.', 'Three of them.'] };
    expect((await review('go/gc')).guidance).toEqual(all);
    expect((await review('go/gc', { hints: ['Colours.'] })).guidance.hints).toEqual(['Three of them.']);
  });

  test('of a follow-up has its own hints only, of a probe none', async () => {
    expect((await review('go/gc/pause')).guidance).toEqual({ outline: [], hints: ['Twice.'], reading: [] });
    expect((await review('go/gc/?depth.why')).guidance.hints).toEqual([]);
  });

  test('says that neither a probe nor a warm-up counts', async () => {
    expect((await review('go/gc')).counts).toBe(true);
    expect((await review('go/gc/?depth.why')).counts).toBe(false);
    expect((await review('go/map', {}, '?warm-up')).counts).toBe(false);
  });
});
