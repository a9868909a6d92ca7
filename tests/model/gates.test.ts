import { describe, expect, test } from 'vitest';
import { cohortFold, digestOf } from '../../src/batch/cohort.ts';
import type { Gates, RowResult } from '../../src/model/cohort.ts';
import { brokenGate, gateOutcomes } from '../../src/model/gates.ts';
import { failed, judged } from '../batch/results.ts';
import { criterion } from '../reports/building.ts';

const ROW = judged(40, { criteria: [criterion('coverage', 60, 3), criterion('depth', 20, 1)] });

describe('a row', () => {
  test.each<[Gates, string | undefined]>([
    [{}, undefined],
    [{ under: 90 }, undefined],
    [{ anyUnder: 40 }, undefined],
    [{ anyUnder: 40.1 }, 'score 40 (--fail-any-under 40.1)'],
    [{ criteria: [{ id: 'coverage', level: 3 }] }, undefined],
    [{ criteria: [{ id: 'coverage', level: 4 }] }, 'coverage at level 3 (--fail-criterion coverage=4)'],
    [
      { criteria: [{ id: 'technical/depth', level: 2 }] },
      'depth at level 1 (--fail-criterion technical/depth=2)',
    ],
    [{ criteria: [{ id: 'other/depth', level: 4 }] }, undefined],
    [{ criteria: [{ id: 'pth', level: 4 }] }, undefined],
    [
      { anyUnder: 50, criteria: [{ id: 'depth', level: 2 }] },
      'score 40 (--fail-any-under 50), depth at level 1 (--fail-criterion depth=2)',
    ],
  ])('under %j: %s', (gates, reason) => {
    expect(brokenGate(ROW, gates)).toBe(reason);
  });

  test('without a score breaks none: an error is no low score', () => {
    const gates: Gates = { anyUnder: 100, criteria: [{ id: 'depth', level: 4 }] };
    for (const it of [failed('Not JSON.'), judged(null)])
      expect(brokenGate({ ...it, criteria: ROW.criteria }, gates)).toBeUndefined();
  });

  test('is not held against a criterion that could not be assessed', () => {
    const unread = { ...criterion('depth', 0, 1), score: null, level: null };
    expect(
      brokenGate({ ...ROW, criteria: [unread] }, { criteria: [{ id: 'depth', level: 4 }] }),
    ).toBeUndefined();
  });
});

describe('a run', () => {
  const outcome = (results: RowResult[], gates: Gates) => {
    const fold = cohortFold();
    for (const it of results) fold.add(digestOf(it));
    return gateOutcomes(
      fold.cohort(() => '', ''),
      gates,
    ).map(it => [it.gate, it.met, it.fact]);
  };

  test.each<[number, boolean, string]>([
    [50, true, 'the mean is 50'],
    [50.1, false, 'the mean is 50'],
  ])('with a mean of 50 under a gate of %d', (under, met, fact) => {
    expect(outcome([judged(40), judged(60), judged(null)], { under })).toEqual([
      [`--fail-under ${under}`, met, fact],
    ]);
  });

  test('tells a mean with as many decimals as it takes', () => {
    const rows = [judged(60), judged(60), judged(59.9)];
    expect(outcome(rows, { under: 60 })).toEqual([['--fail-under 60', false, 'the mean is 59.97']]);
  });

  test('with one row under, or with a criterion below, fails the gate for every row', () => {
    const gates: Gates = { anyUnder: 50, criteria: [{ id: 'depth', level: 2 }] };
    expect(outcome([ROW, judged(80)], gates)).toEqual([
      ['--fail-any-under 50', false, 'the lowest score is 40'],
      ['--fail-criterion depth=2', false, '1 of 1 are below'],
    ]);
  });

  test('where none has what the gate looks at does not meet it', () => {
    const gates: Gates = { under: 0, anyUnder: 0, criteria: [{ id: 'result', level: 1 }] };
    expect(outcome([judged(null), failed('Not JSON.')], gates)).toEqual([
      ['--fail-under 0', false, 'no row was scored'],
      ['--fail-any-under 0', false, 'no row was scored'],
      ['--fail-criterion result=1', false, 'no scored row has the criterion result'],
    ]);
  });

  test('adds up a criterion that several rubrics have', () => {
    const rows = [
      judged(50, { criteria: [criterion('story/result', 80, 4)] }),
      judged(50, { criteria: [criterion('talk/result', 40, 2)] }),
    ];
    expect(outcome(rows, { criteria: [{ id: 'result', level: 3 }] })[0]![2]).toBe('1 of 2 are below');
    expect(outcome(rows, { criteria: [{ id: 'story/result', level: 3 }] })[0]![2]).toBe('none of 1 is below');
  });
});
