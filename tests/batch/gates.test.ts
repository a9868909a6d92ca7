import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortFold, digestOf } from '../../src/batch/cohort.ts';
import { type GateOptions, gatesOf, verdictOf } from '../../src/batch/gates.ts';
import type { Gates, RowResult } from '../../src/model/cohort.ts';
import { InputError } from '../../src/model/errors.ts';
import type { Level } from '../../src/model/level.ts';
import { criterion } from '../reports/building.ts';
import { ACTS, anyResult, failed, judged } from './results.ts';

describe('the options', () => {
  test('give the gates that were asked for', () => {
    expect(gatesOf({})).toEqual({});
    expect(
      gatesOf({ failUnder: '60', failAnyUnder: '12.5', failCriterion: ['result=2', 'star/task=4'] }),
    ).toEqual({
      under: 60,
      anyUnder: 12.5,
      criteria: [
        { id: 'result', level: 2 },
        { id: 'star/task', level: 4 },
      ],
    });
  });

  test.each(['', 'high', '-1', '100.1', '1e2', '0x10', '60%', '6 0', 'NaN', '٦٠'])(
    'a score of %j is refused with the range',
    text => {
      for (const options of [{ failUnder: text }, { failAnyUnder: text }] satisfies GateOptions[]) {
        const refused = refusal(options);
        expect(refused.message).toContain(JSON.stringify(text));
        expect(refused.remedy).toContain('0 to 100');
      }
    },
  );

  test('take plain decimals alike', () => {
    expect(gatesOf({ failUnder: '60.', failAnyUnder: '0.0' })).toEqual({ under: 60, anyUnder: 0 });
    expect(gatesOf({ failUnder: '1' })).toEqual({ under: 1 });
  });

  test.each(['0.6', '.6'])('a share of %s is refused with the score that is meant', text => {
    expect(refusal({ failUnder: text })).toMatchObject({
      message: '--fail-under takes a score from 0 to 100, and 0.6 is less than one of them.',
      remedy: 'For 0.6 of full marks: --fail-under 60. For hardly any: --fail-under 1.',
    });
    expect(refusal({ failAnyUnder: text }).remedy).toContain('--fail-any-under 60');
  });

  test.each([
    '',
    'result',
    'result=',
    'result=0',
    'result=5',
    'result=2.5',
    '=2',
    'Result=2',
    'a/b/c=2',
    'a=2\n',
  ])('a criterion of %j is refused with how to write it', text => {
    expect(refusal({ failCriterion: ['depth=1', text] }).remedy).toContain('result=2');
  });
});

function refusal(options: GateOptions): InputError {
  try {
    gatesOf(options);
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return error as InputError;
  }
  throw new Error('It was not refused.');
}

function verdict(results: readonly RowResult[], gates: Gates) {
  const fold = cohortFold();
  for (const it of results) fold.add(digestOf(it, gates));
  return verdictOf(
    fold.cohort(() => '', ''),
    gates,
  );
}

describe('the verdict', () => {
  const two = [judged(40), judged(60)];
  test.each<[string, RowResult[], Gates, number, string]>([
    ['no rows', [], {}, 0, 'Done (exit 0): no rows, so there was nothing to judge.'],
    ['no gates', two, {}, 0, 'Done (exit 0): 2 rows, 2 scored.'],
    ['a row without a score', [judged(null)], {}, 0, 'Done (exit 0): 1 row, 0 scored, 1 without a score.'],
    [
      'a gate that is met',
      two,
      { under: 50 },
      0,
      'Done (exit 0): every gate is met: --fail-under 50 (the mean is 50); 2 rows, 2 scored.',
    ],
    [
      'gates of which one is not met',
      two,
      { under: 50, anyUnder: 50 },
      1,
      'Failed (exit 1): not met: --fail-any-under 50 (the lowest score is 40); 2 rows, 2 scored.',
    ],
    [
      'an error',
      [...two, failed('Not JSON.')],
      { under: 50 },
      3,
      'Incomplete (exit 3): 1 of 3 rows ended in an error; every gate is met: --fail-under 50 (the mean is 50); 3 rows, 2 scored, 1 without a score.',
    ],
    [
      'an error and a gate that is not met',
      [...two, failed('Not JSON.')],
      { under: 51 },
      3,
      'Incomplete (exit 3): 1 of 3 rows ended in an error; not met: --fail-under 51 (the mean is 50); 3 rows, 2 scored, 1 without a score.',
    ],
    [
      'a gate on nothing',
      [],
      { under: 0 },
      1,
      'Failed (exit 1): not met: --fail-under 0 (no row was scored); no rows, so there was nothing to judge.',
    ],
  ])('with %s', (_what, results, gates, exit, line) => {
    expect(verdict(results, gates)).toEqual({ exit, line });
  });

  const anyGates: fc.Arbitrary<Gates> = fc
    .record({
      under: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      anyUnder: fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }),
      criteria: fc.array(
        fc.record({ id: fc.constantFrom('coverage', 'result', 'none'), level: fc.constant(2) }),
        {
          maxLength: 2,
        },
      ),
    })
    .map(({ under, anyUnder, criteria }) => ({
      ...(under !== undefined && { under }),
      ...(anyUnder !== undefined && { anyUnder }),
      criteria: criteria as { id: string; level: Level }[],
    }));

  test('is one line that tells its exit code, and what a look at all rows says', () => {
    fc.assert(
      fc.property(fc.array(anyResult(), { maxLength: 12 }), anyGates, (results, gates) => {
        const { exit, line } = verdict(results, gates);
        expect(line).not.toMatch(ACTS);
        expect(line).not.toContain('\n');
        expect(line).toContain(`(exit ${exit})`);
        expect(line.includes('not met: ')).toBe(!isMet(results, gates));
        const isIncomplete = results.some(it => it.status === 'error');
        expect(exit).toBe(isIncomplete ? 3 : isMet(results, gates) ? 0 : 1);
      }),
    );
  });
});

function isMet(results: readonly RowResult[], { under, anyUnder, criteria = [] }: Gates): boolean {
  const rows = results.filter(it => it.status === 'scored');
  const tenths = rows.reduce((sum, it) => sum + Math.round(it.score! * 10), 0);
  if (under !== undefined && (rows.length === 0 || tenths < under * 10 * rows.length)) return false;
  if (anyUnder !== undefined && (rows.length === 0 || rows.some(it => it.score! < anyUnder))) return false;
  return criteria.every(({ id, level }) => {
    const meant = rows.flatMap(it => it.criteria.filter(one => one.id.split('/').at(-1) === id && one.level));
    return meant.length > 0 && meant.every(it => it.level! >= level);
  });
}

test('what a criterion gate names is found by the words of the score', () => {
  const row = judged(50, { criteria: [criterion('result', 20, 1)] });
  expect(verdict([row], gatesOf({ failCriterion: ['result=2'] })).exit).toBe(1);
  expect(verdict([row], gatesOf({ failCriterion: ['technical/result=1'] })).exit).toBe(0);
});
