import { describe, expect, test } from 'vitest';
import type { Flag } from '../../../src/model/score.ts';
import { totalOf } from '../../../src/scoring/judges/total.ts';

const flagged = (mean: number, ...kinds: Flag['kind'][]) =>
  totalOf(
    mean,
    [],
    kinds.map(kind => ({ kind, reason: '' })),
  );

describe('what is left of a mean of 80', () => {
  test.each([
    ['without a flag', 80, []],
    ['of what only contradicts itself', 80, ['contradiction']],
    ['of a cheat', 4, ['keyword-list']],
    ['of a story that speaks against its teller', 12, ['conduct']],
    ['far from the topic', 20, ['far-from-topic']],
    ['where several hold', 4, ['far-from-topic', 'repetition', 'conduct']],
  ] as const)('%s', (_name, left, kinds) => expect(flagged(80, ...kinds)).toBe(left));
});

test('an open word about what is not known is never worth nothing, unless it cheats', () => {
  expect(flagged(2, 'candour')).toBe(10);
  expect(flagged(2, 'candour', 'echo')).toBeLessThan(1);
});

test('what scores less anyway stays where it is, however far from the topic', () =>
  expect(flagged(7, 'far-from-topic')).toBe(7));
