import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Level } from '../../../src/model/level.ts';
import { agreementOf, alphaOf, severityOf, type Unit } from '../../../src/packs/debrief/agreement.ts';

/** The example of K. Krippendorff, Computing Krippendorff's Alpha-Reliability (2011): 4 observers, 12 units, gaps. */
const PUBLISHED = [
  [1, 1, 1],
  [2, 2, 3, 2],
  [3, 3, 3, 3],
  [3, 3, 3, 3],
  [2, 2, 2, 2],
  [1, 2, 3, 4],
  [4, 4, 4, 4],
  [1, 1, 2, 1],
  [2, 2, 2, 2],
  [5, 5, 5],
  [1, 1],
  [3],
];

describe("Krippendorff's alpha for ordinal levels", () => {
  test('is the published figure for the published example', () =>
    expect(alphaOf(PUBLISHED, [1, 2, 3, 4, 5])).toBeCloseTo(0.815, 3));

  test('cannot be told where nothing meets, and where all is the same', () => {
    expect(alphaOf([[1], [2]])).toBeNull();
    expect(
      alphaOf([
        [3, 3],
        [3, 3],
      ]),
    ).toBeNull();
  });

  const levels = fc.integer({ min: 1, max: 4 });
  test('is 1 for full agreement and never more, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.array(levels, { minLength: 1, maxLength: 4 }), { minLength: 1 }), units => {
        const alpha = alphaOf(units);
        if (alpha === null) return;
        expect(alpha).toBeLessThanOrEqual(1 + 1e-9);
        expect(alphaOf(units.toReversed().map(it => it.toReversed()))).toBeCloseTo(alpha, 9);
        const agreed = units.map(it => it.map(() => it[0]!));
        if (alphaOf(agreed) !== null) expect(alphaOf(agreed)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('falls when marks that were apart are further apart', () => {
    const near = [
      [1, 2],
      [2, 3],
      [3, 4],
      [1, 1],
      [4, 4],
    ];
    const far = [
      [1, 4],
      [2, 3],
      [3, 4],
      [1, 1],
      [4, 4],
    ];
    expect(alphaOf(far)!).toBeLessThan(alphaOf(near)!);
  });
});

const unit = (marks: Record<string, Level>): Unit =>
  Object.entries(marks).map(([interviewer, level]) => ({ interviewer, level }));

test('the plain shares count pairs of marks', () => {
  const units = [unit({ a: 3, b: 3 }), unit({ a: 1, b: 2 }), unit({ a: 1, b: 4 }), unit({ a: 2 })];
  expect(agreementOf(units)).toMatchObject({ units: 3, same: 1 / 3, withinOne: 2 / 3 });
});

test('what cannot be told says why', () => {
  expect(agreementOf([unit({ a: 2 })])).toEqual({
    units: 0,
    alpha: null,
    why: 'nobody marked what another did',
    same: null,
    withinOne: null,
  });
  expect(agreementOf([unit({ a: 2, b: 2 })]).why).toBe('all marks are the same level');
});

test('severity is told against the others on the same, and only there', () => {
  const units = [unit({ a: 2, b: 3, c: 4 }), unit({ a: 1, b: 2 }), unit({ c: 1 }), unit({ d: 4 })];
  expect(severityOf(units)).toEqual([
    { interviewer: 'a', units: 2, difference: -1.25 },
    { interviewer: 'b', units: 2, difference: 0.5 },
    { interviewer: 'c', units: 1, difference: 1.5 },
    { interviewer: 'd', units: 0, difference: null },
  ]);
});
