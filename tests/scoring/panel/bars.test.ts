import { describe, expect, test } from 'vitest';
import { barBelow, barFor } from '../../../src/scoring/panel/bars.ts';
import { rubric } from '../golden.ts';

const LEVELS = ['L4', 'L5', 'L6'];
const bars = [...LEVELS, 'Senior'].map(barFor);

describe('the bar of a level', () => {
  test('rises with the level, vote by vote', () => {
    const [l4, l5, l6] = LEVELS.map(it => barFor(it).cuts);
    for (const at of [0, 1, 2]) {
      expect(l5![at]).toBeGreaterThan(l4![at]!);
      expect(l6![at]).toBeGreaterThan(l5![at]!);
    }
  });

  test('leads down to the one below, and from the lowest nowhere', () => {
    expect(LEVELS.map(it => barBelow(barFor(it))?.level)).toEqual([undefined, 'L4', 'L5']);
  });

  test('is the general one for a level that has none, and leads nowhere', () => {
    expect(barFor('Senior')).toBe(barFor(''));
    expect(barFor('Senior').level).toBe('');
    expect(barBelow(barFor('Senior'))).toBeUndefined();
  });

  test.each(bars)(
    '$level leaves at least half of a figure to the answers, and looks in one way',
    ({ wants }) => {
      expect(wants.reduce((sum, it) => sum + it.share, 0)).toBeLessThanOrEqual(0.5);
      expect(new Set(wants.map(it => it.id)).size).toBe(wants.length);
      for (const want of wants) expect([want.words, want.criteria].filter(Boolean)).toHaveLength(1);
    },
  );

  test('looks for criteria that shipped rubrics have', () => {
    const criteria = ['star', 'technical', 'design', 'rice', 'circles'].flatMap(it => rubric(it).criteria);
    const ids = new Set(criteria.map(it => it.id));
    const signals = new Set(criteria.flatMap(it => it.signals.map(signal => signal.kind)));
    for (const { criteria: named } of bars.flatMap(it => it.wants)) {
      for (const id of named?.ids ?? []) expect(ids).toContain(id);
      for (const kind of named?.signals ?? []) expect(signals).toContain(kind);
    }
  });

  test('is no figure of an employer, and says so where it is written', () => {
    expect(
      bars
        .flatMap(it => it.wants)
        .map(it => it.wants)
        .join(),
    ).not.toMatch(/amazon/i);
  });
});
