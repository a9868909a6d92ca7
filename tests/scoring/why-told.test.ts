import { expect, test } from 'vitest';
import type { Ask } from '../../src/model/session.ts';
import { whyTold } from '../../src/scoring/why-told.ts';
import { ask, followUp, planned, point, question } from '../reports/building.ts';

const PLANNED = planned(
  'b/q',
  question('q', {
    points: [point('mutex', 'A plain mutex is enough.'), point('race', 'Two of them race')],
    pitfalls: [{ id: 'claim', text: 'A read-write lock helps.' }],
    followUps: [
      followUp('lock', {
        points: [point('mutex', 'Reads change the order, too.')],
        followUps: [followUp('deep')],
      }),
    ],
  }),
);

test.each<[string, Partial<Ask>, string]>([
  ['b/q/lock', { why: 'planned' }, 'planned'],
  ['b/q/lock', { why: 'missing: mutex, race' }, 'missing: A plain mutex is enough; Two of them race'],
  ['b/q/lock', { why: 'covered: race' }, 'covered: Two of them race'],
  ['b/q/lock', { why: 'pitfall: claim' }, 'pitfall: A read-write lock helps'],
  // Its own parent's point, though the question has another of that id.
  ['b/q/deep', { why: 'missing: mutex' }, 'missing: Reads change the order, too'],
  [
    'b/q/?r.p',
    { why: 'only in part: mutex', aim: { of: 'b/q/lock', point: 'mutex' } },
    'only in part: Reads change the order, too',
  ],
  [
    'b/q/?r.p',
    { why: 'missing: race (in the words of a language model)', aim: { of: 'b/q', point: 'race' } },
    'missing: Two of them race (in the words of a language model)',
  ],
  ['b/q/?r.p', { why: 'Correct and complete was thin: coverage' }, 'Correct and complete was thin'],
  ['b/q/lock', { why: 'missing: gone-since' }, 'missing: gone-since'],
])('%s, %j', (key, rest, told) => {
  expect(whyTold(PLANNED, ask('r', key, [], rest))).toBe(told);
});
