import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortFold, digestOf, type RowDigest } from '../../src/batch/cohort.ts';
import { type Cohort, type Gates, MOST_NAMES, type RowResult } from '../../src/model/cohort.ts';
import { criterion } from '../reports/building.ts';
import { anyResult, anyScore, failed, judged, secondsSince } from './results.ts';

const prompt = (question: string) => `What is ${question}?`;

function folded(results: readonly RowResult[], gates: Gates = {}): Cohort {
  const fold = cohortFold();
  for (const it of results) fold.add(digestOf(it, gates));
  return fold.cohort(prompt, '1.2.3');
}

/** Rounded, so that a figure can be written down. */
const short = (figure: number | null) => (figure === null ? null : Number(figure.toFixed(4)));

describe('a cohort', () => {
  const rows = [
    judged(40, { candidate: 'c1', group: 'one', criteria: [criterion('coverage', 35, 2)] }),
    judged(60.5, { candidate: 'c2', criteria: [criterion('coverage', 70, 3), criterion('depth', 20, 1)] }),
    judged(null, { candidate: 'c1', criteria: [criterion('coverage', 99, 4)] }),
    failed('It is not JSON.'),
    judged(90, {
      question: 'go/scheduler',
      flags: [
        { kind: 'echo', reason: 'One.' },
        { kind: 'echo', reason: 'Two.' },
        { kind: 'candour', reason: 'Three.' },
      ],
    }),
  ];
  const cohort = folded(rows, { anyUnder: 50 });

  test('counts rows by what became of them', () => {
    expect(cohort.all).toMatchObject({ rows: 5, scored: 3, cannotAssess: 1, errors: 1 });
    expect(cohort.levels).toEqual([0, 1, 1, 1]);
    expect(cohort.failed).toBe(1);
  });

  test('has the mean of what was scored, and how far to trust it', () => {
    // statistics.mean, .stdev of 40, 60.5, 90; scipy.stats.t.interval(0.95, 2, mean, sem).
    expect(short(cohort.all.mean)).toBe(63.5);
    expect(short(cohort.deviation)).toBe(25.1346);
    expect(cohort.all.interval!.map(short)).toEqual([1.0621, 100]);
    expect([cohort.least, cohort.median, cohort.most]).toEqual([40, 60.5, 90]);
    expect(cohort.histogram).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0]);
  });

  test('lists names in the order of their first row; a row without one is in the totals alone', () => {
    expect(cohort.questions.listed.map(it => [it.id, it.rows, it.mean, it.prompt])).toEqual([
      ['go/race', 3, 50.25, 'What is go/race?'],
      ['go/scheduler', 1, 90, 'What is go/scheduler?'],
    ]);
    expect(cohort.candidates.listed.map(it => [it.id, it.rows, it.scored])).toEqual([
      ['c1', 2, 1],
      ['c2', 1, 1],
    ]);
    expect(cohort.groups).toMatchObject({ listed: [{ id: 'one', rows: 1 }], more: 0 });
  });

  test('knows criteria by their rubric, over scored rows alone', () => {
    expect(cohort.criteria).toEqual([
      { id: 'technical/coverage', scored: 2, mean: 52.5, levels: [0, 1, 1, 0] },
      { id: 'technical/depth', scored: 1, mean: 20, levels: [1, 0, 0, 0] },
    ]);
  });

  test('counts a flag once a row, and names judges and rubrics once', () => {
    expect(cohort.flags).toEqual([
      { kind: 'echo', rows: 1 },
      { kind: 'candour', rows: 1 },
    ]);
    expect(cohort.judges).toEqual([{ name: 'local', version: '1' }]);
    expect(cohort.rubrics).toEqual([{ id: 'technical', hash: 'abc' }]);
  });

  test('names every judge and every rubric that another row has', () => {
    const by = (name: string, id: string, hash: string) =>
      judged(50, { judge: { name, version: '1', rubric: { id, hash }, fingerprint: 'f' } });
    const rows = [
      by('a', 'r', '1'),
      by('b', 'r', '1'),
      by('b', 's', '1'),
      by('b', 's', '2'),
      by('a', 'r', '1'),
    ];
    const { judges, rubrics } = folded(rows);
    expect(judges.map(it => it.name)).toEqual(['a', 'b']);
    expect(rubrics.map(it => it.id + it.hash)).toEqual(['r1', 's1', 's2']);
  });

  test('of nothing has no figures', () => {
    const empty = folded([]);
    expect(empty.all).toEqual({ rows: 0, scored: 0, cannotAssess: 0, errors: 0, mean: null, interval: null });
    expect([empty.deviation, empty.least, empty.median, empty.most]).toEqual([null, null, null, null]);
  });

  test('of one score has a mean and no interval', () => {
    expect(folded([judged(71.4)])).toMatchObject({ all: { mean: 71.4, interval: null }, deviation: null });
  });

  test('lists so many names and counts the rows of all others', () => {
    const fold = cohortFold();
    const names = Array.from({ length: MOST_NAMES + 5 }, (_, at) => `c${at}`);
    for (const candidate of ['x'.repeat(257), ...names, ...names])
      fold.add(digestOf(judged(50, { candidate })));
    const { candidates, all } = fold.cohort(prompt, '1');
    expect(candidates.listed[0]!.id).toBe('c0');
    expect([candidates.listed.length, candidates.more, all.rows]).toEqual([
      MOST_NAMES,
      11,
      names.length * 2 + 1,
    ]);
  });
});

describe('any rows', () => {
  test('give the figures that a look at all of them gives', () => {
    fc.assert(
      fc.property(fc.array(anyScore, { minLength: 2, maxLength: 200 }), scores => {
        const { all, deviation, least, median, most, histogram } = folded(scores.map(it => judged(it)));
        const sorted = [...scores].sort((a, b) => a - b);
        const mean = scores.reduce((sum, it) => sum + it, 0) / scores.length;
        const squares = scores.reduce((sum, it) => sum + (it - mean) ** 2, 0);
        expect(all.mean).toBeCloseTo(mean, 9);
        expect(deviation).toBeCloseTo(Math.sqrt(squares / (scores.length - 1)), 6);
        expect([least, most]).toEqual([sorted[0], sorted.at(-1)]);
        const middle = [sorted[(scores.length - 1) >> 1]!, sorted[scores.length >> 1]!];
        expect(median).toBeCloseTo((middle[0]! + middle[1]!) / 2, 9);
        expect(histogram.reduce((sum, it) => sum + it, 0)).toBe(scores.length);
        histogram.forEach((count, bin) => {
          const inside = scores.filter(it => it >= 5 * bin && (it < 5 * bin + 5 || bin === 19));
          expect(count).toBe(inside.length);
        });
      }),
    );
  });

  test('with a mean of exactly 60 have a mean of exactly 60', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 300 }), steps => {
        const pairs = steps.flatMap(it => [(600 - it) / 10, (600 + it) / 10]);
        expect(folded(pairs.map(it => judged(it))).all.mean).toBe(60);
      }),
    );
  });

  test('make the same cohort however they are split, copied between threads or taken from an earlier run', () => {
    const gates: Gates = { anyUnder: 50, criteria: [{ id: 'coverage', level: 2 }] };
    fc.assert(
      fc.property(
        fc.array(anyResult(), { maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (results, size) => {
          const fold = cohortFold();
          for (let at = 0; at < results.length; at += size) {
            const kept = JSON.parse(JSON.stringify(results.slice(at, at + size))) as RowResult[];
            const part: RowDigest[] = structuredClone(kept.map(it => digestOf(it, gates)));
            for (const it of part) fold.add(it);
          }
          expect(JSON.stringify(fold.cohort(prompt, '1.2.3'))).toBe(JSON.stringify(folded(results, gates)));
        },
      ),
    );
  });

  test('have figures of the whole that no order changes', () => {
    fc.assert(
      fc.property(fc.array(anyResult(), { maxLength: 40 }), results => {
        const { all, deviation, least, median, most, histogram, levels, flags } = folded(results);
        const figures = { all, deviation, least, median, most, histogram, levels, flags };
        expect(folded([...results].reverse())).toMatchObject(figures);
      }),
    );
  });

  test('a million are folded in three seconds', () => {
    const digests = Array.from({ length: 1000 }, (_, at) =>
      digestOf(
        judged((at * 37) % 101, {
          question: `bank/q${at % 50}`,
          candidate: `c${at}`,
          criteria: ['coverage', 'depth', 'clarity'].map(id => criterion(id, at % 100, 2)),
        }),
      ),
    );
    const fold = cohortFold();
    const began = process.cpuUsage();
    for (let round = 0; round < 1000; round++) for (const it of digests) fold.add(it);
    expect(secondsSince(began)).toBeLessThan(3);
    expect(fold.cohort(prompt, '1').all.rows).toBe(1_000_000);
  });
});
