import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scatterOf } from '../../../src/batch/calibration/calibrate.ts';
import { calibrationShape } from '../../../src/content/calibration-shape.ts';
import { seededRandom, shuffled } from '../../../src/interview/random.ts';
import { MEASURES, MOST_POINTS } from '../../../src/model/calibration.ts';
import { calibrationJson } from '../../../src/reports/calibration/json.ts';
import { calibrated, madeRows, resultOf, row } from './rows.ts';

const UNKNOWN = { value: null, interval: null };

describe('a judge that follows the grades', () => {
  const rows = madeRows({ rows: 300, questions: 20 });
  const told = calibrated(rows, { range: [0, 4] });

  test('agrees, and each figure has an interval around it', () => {
    expect(told.judge.rows).toBe(300);
    for (const measure of MEASURES) {
      const { value, interval } = told.judge[measure];
      expect(value).toBeGreaterThan(0);
      expect(interval![0]).toBeLessThan(value!);
      expect(interval![1]).toBeGreaterThan(value!);
    }
    expect(told.judge.kappa.value).toBeGreaterThan(0.6);
  });

  test('beside it the constant: no correlation, kappa 0, half of the pairs, the deviation of the grades as RMSE', () => {
    const mean = rows.reduce((sum, it) => sum + it.human!, 0) / 300;
    const deviation = Math.sqrt(rows.reduce((sum, it) => sum + (it.human! - mean) ** 2, 0) / 300);
    expect(told.constant.pearson).toEqual(UNKNOWN);
    expect(told.constant.spearman).toEqual(UNKNOWN);
    expect(told.constant.kappa.value).toBe(0);
    expect(told.constant.pairs.value).toBe(0.5);
    expect(told.constant.grade).toBeCloseTo(mean, 9);
    expect(told.constant.rmse.value).toBeCloseTo(deviation, 9);
    expect(told.lead.constant.value).toBeCloseTo(deviation - told.judge.rmse.value!, 9);
  });

  test('the order of the rows changes no byte, nor does time', () => {
    const json = calibrationJson(calibrated(rows, { range: [0, 4], fit: true, failUnder: 0.5 }));
    fc.assert(
      fc.property(fc.integer(), seed => {
        const others = shuffled(rows, seededRandom(seed));
        expect(calibrationJson(calibrated(others, { range: [0, 4], fit: true, failUnder: 0.5 }))).toBe(json);
      }),
      { numRuns: 5 },
    );
  });

  test('has the shape that its schema says', () => {
    const json = JSON.parse(calibrationJson(calibrated(rows, { fit: true, failUnder: 0.5 })));
    expect(calibrationShape.safeParse(json).error).toBeUndefined();
    expect(calibrationShape.safeParse({ ...json, judge: undefined }).success).toBe(false);
  });

  test('a score that only grows otherwise keeps Spearman and pairs', () => {
    const bent = rows.map(it => ({ ...it, score: 100 * (it.score! / 100) ** 3 }));
    const other = calibrated(bent, { range: [0, 4] });
    expect(other.judge.spearman).toEqual(told.judge.spearman);
    expect(other.judge.pairs).toEqual(told.judge.pairs);
    expect(other.judge.pearson.value).not.toBeCloseTo(told.judge.pearson.value!, 4);
  });

  test('grades on another scale change nothing but what is told on it', () => {
    const other = calibrated(
      rows.map(it => ({ ...it, human: 10 * it.human! - 7 })),
      { range: [-7, 33] },
    );
    for (const measure of ['pearson', 'spearman', 'kappa', 'pairs'] as const)
      expect(other.judge[measure].value).toBeCloseTo(told.judge[measure].value!, 9);
    expect(other.judge.rmse.value).toBeCloseTo(10 * told.judge.rmse.value!, 9);
    expect(other.bias.all.value).toBeCloseTo(10 * told.bias.all.value!, 9);
  });
});

describe('two humans', () => {
  test('are measured against each other, and the judge against them on the rows that have both', () => {
    const rows = madeRows({ rows: 200, questions: 20 });
    const both = rows.map((it, at) => (at < 100 ? { ...it, human2: it.human! } : it));
    const { humans, lead } = calibrated(both);
    expect(humans).toMatchObject({ rows: 100, kappa: { value: 1 }, rmse: { value: 0 }, pairs: { value: 1 } });
    const { kappa } = calibrated(both.slice(0, 100)).judge;
    expect(lead.humans!.value).toBeCloseTo(kappa.value! - 1, 9);
    expect(lead.humans!.interval![1]).toBeLessThan(0);
  });

  test('on too few rows have figures without intervals', () => {
    const rows = madeRows({ rows: 50, questions: 10 }).map((it, at) => (at < 5 ? { ...it, human2: at } : it));
    const { humans, judge } = calibrated(rows);
    expect(humans!.pearson.interval).toBeNull();
    expect(humans!.pearson.value).not.toBeNull();
    expect(judge.pearson.interval).not.toBeNull();
  });
});

describe('little or nothing to measure', () => {
  test('no row, and no scored row', () => {
    for (const rows of [[], [row({ score: null })]]) {
      const told = calibrated(rows, { failUnder: 0.5, fit: true });
      for (const measure of MEASURES) expect(told.judge[measure]).toEqual(UNKNOWN);
      expect(told).toMatchObject({
        constant: { grade: null },
        gate: { verdict: 'undecided' },
        disagreements: [],
      });
      expect(calibrationShape.safeParse(JSON.parse(calibrationJson(told))).error).toBeUndefined();
    }
  });

  test('rows that could not be measured are told with their causes, in one order, and not all of very many', () => {
    const failed = (at: number) =>
      resultOf(null, { status: 'error', cause: `Cause ${at % 7}.`, judge: null });
    const rows = [
      row({}),
      row({ id: 'none', score: null, result: resultOf(null, { cause: 'The answer is empty.' }) }),
      row({ id: 'ungraded', human: null, score: null, result: resultOf(null) }),
      ...Array.from({ length: 5 }, (_, at) =>
        row({ id: `e${at}`, question: '', human: null, score: null, result: failed(at) }),
      ),
    ];
    const { unmeasured } = calibrated(rows);
    expect(unmeasured.map(it => `${it.status} ${it.id}: ${it.cause}`)).toEqual([
      ...Array.from({ length: 5 }, (_, at) => `error e${at}: Cause ${at}.`),
      'cannot-assess none: The answer is empty.',
    ]);
    expect(calibrated(rows.toReversed()).unmeasured).toEqual(unmeasured);
    const many = Array.from({ length: 100 }, (_, at) => row({ score: null, result: failed(at) }));
    expect(calibrated(many).unmeasured).toHaveLength(20);
  });

  test('rows are counted by what became of them', () => {
    const rows = [
      row({}),
      row({ score: null }),
      row({ human: null }),
      row({ score: null, human: null, result: resultOf(null, { status: 'error', judge: null }) }),
    ];
    expect(calibrated(rows).rows).toEqual({ read: 4, scored: 1, cannotAssess: 1, errors: 1, ungraded: 1 });
  });

  test('grades that are all the same have no agreement, and without --range no scale either', () => {
    const rows = madeRows({ rows: 40, questions: 4 }).map(it => ({ ...it, human: 3 }));
    const told = calibrated(rows);
    for (const measure of MEASURES) expect(told.judge[measure]).toEqual(UNKNOWN);
    expect(told.bias.all).toEqual(UNKNOWN);
    const scaled = calibrated(rows, { range: [0, 4] });
    expect(scaled.judge.pearson).toEqual(UNKNOWN);
    expect(scaled.judge.rmse.value).toBeGreaterThan(0);
  });

  test('scores that are all the same: no correlation, kappa 0, half of the pairs', () => {
    const rows = madeRows({ rows: 40, questions: 4 }).map(it => ({ ...it, score: 60 }));
    const { judge } = calibrated(rows);
    expect(judge.pearson).toEqual(UNKNOWN);
    expect(judge.kappa.value).toBe(0);
    expect(judge.pairs.value).toBe(0.5);
  });

  test('under ten rows there are figures and no intervals', () => {
    const { judge } = calibrated(madeRows({ rows: 9, questions: 3 }));
    expect(judge.pearson.value).not.toBeNull();
    expect(judge.pearson.interval).toBeNull();
  });

  test('an answer to each question: no pairs', () => {
    expect(calibrated(madeRows({ rows: 40, questions: 40 })).judge.pairs).toEqual(UNKNOWN);
  });

  test('with few questions answers are drawn, with ten whole questions', () => {
    expect(calibrated(madeRows({ rows: 90, questions: 9 })).resampled).toEqual({
      unit: 'answers',
      times: 1000,
    });
    expect(calibrated(madeRows({ rows: 90, questions: 10 })).resampled).toEqual({
      unit: 'questions',
      times: 1000,
    });
    expect(calibrated(madeRows({ rows: 90, questions: 1 })).judge.pairs.interval).not.toBeNull();
  });
});

describe('grades that cannot be', () => {
  test.each([
    [{ human: Number.NaN }, 'Row "a7": the grade is NaN.'],
    [{ human: 1, human2: Number.POSITIVE_INFINITY }, 'Row "a7": the grade is Infinity.'],
    [{ human: 6 }, 'Row "a7": the grade 6 is outside the range from 0 to 5.'],
    [{ human: 1, human2: -1 }, 'Row "a7": the grade -1 is outside the range from 0 to 5.'],
    [{ human: 9, id: null, question: 'go/maps' }, 'A row of the question "go/maps": the grade 9 is outside'],
    [{ human: 9, place: 'graded.csv:12' }, 'graded.csv:12, row "a7": the grade 9 is outside'],
    [{ human: 9, score: null }, 'Row "a7": the grade 9 is outside'],
  ])('%j', (parts, message) => {
    expect(() => calibrated([row({}), row({ id: 'a7', ...parts })], { range: [0, 5] })).toThrow(message);
  });

  test.each([[[5, 0]], [[1, 1]], [[0, Number.NaN]], [[-1e308, 1e308]]])('a range %j', range => {
    expect(() => calibrated([row({})], { range: range as [number, number] })).toThrow('range of grades');
  });

  test('grades that are too far apart for one scale', () => {
    expect(() => calibrated([row({ human: -1e308 }), row({ human: 1e308 })])).toThrow('too far apart');
  });
});

describe('kappa counts in', () => {
  test('the grades that occur, each score as the nearest', () => {
    // On the scale from 0 to 4: 0, 0.48, 0.52, 2.48, 2.52, 4.
    const [scores, nearest] = [
      [0, 12, 13, 62, 63, 100],
      [0, 0, 1, 1, 4, 4],
    ];
    const { judge, steps } = calibrated(scores.map((score, at) => row({ score, human: nearest[at]! })));
    expect(judge.kappa.value).toBe(1);
    expect(steps).toEqual({ values: [0, 1, 4], from: 'grades' });
  });

  test('of two steps equally near always the upper one, whatever a double makes of tenths', () => {
    // On the scale from 0 to 5: 0.5, 1.5, 2.5, 3.5, 4.5.
    const rows = [10, 30, 50, 70, 90].map((score, at) => row({ score, human: at + 1 }));
    const judged = calibrated([...rows, row({ score: 0, human: 0 })], { range: [0, 5] }).judge;
    expect(judged.kappa.value).toBe(1);
  });

  test('eleven even steps where more grades occur', () => {
    const rows = Array.from({ length: 30 }, (_, at) => row({ human: at, score: (100 * at) / 29 }));
    const { steps, judge } = calibrated(rows, { range: [0, 30] });
    expect(steps).toEqual({ values: [0, 3, 6, 9, 12, 15, 18, 21, 24, 27, 30], from: 'even' });
    expect(judge.kappa.value).toBeGreaterThan(0.98);
  });
});

test('an interval holds the true figure about as often as it says', () => {
  // Uniform grades and scores half of which are the grade: the correlation is known.
  const truth = (25 * Math.sqrt(2)) / Math.sqrt(25 ** 2 * 2 + 100 ** 2 / 12);
  let held = 0;
  for (let seed = 0; seed < 40; seed++) {
    const { interval } = calibrated(madeRows({ rows: 100, questions: 25, noise: 0.5, seed })).judge.pearson;
    if (interval![0] <= truth && truth <= interval![1]) held++;
  }
  expect(held).toBeGreaterThanOrEqual(34);
});

test('answers that go together by question make the interval wider than answers on their own', () => {
  const severity = ({ at }: { at: number }) => (at % 12) * 6 - 33;
  const rows = madeRows({ rows: 360, questions: 12, more: severity });
  const width = ({ interval }: { interval: readonly [number, number] | null }) => interval![1] - interval![0];
  const together = calibrated(rows).bias.all;
  const alone = calibrated(rows.map((it, at) => ({ ...it, question: `q${at}` }))).bias.all;
  expect(width(together)).toBeGreaterThan(2 * width(alone));
});

test('the plot shows every row, or every n-th of many', () => {
  expect(scatterOf(madeRows({ rows: 30, questions: 3 }))).toHaveLength(30);
  expect(scatterOf([row({ human: 5, score: 50 })], [0, 10])).toEqual([
    { id: null, question: 'q', human: 5, judge: 5 },
  ]);
  expect(scatterOf(madeRows({ rows: 5000, questions: 3 })).length).toBeLessThanOrEqual(MOST_POINTS);
});

test('5 000 rows of one question take a few seconds at most', () => {
  const began = process.cpuUsage();
  calibrated(madeRows({ rows: 5000, questions: 1 }));
  expect(process.cpuUsage(began).user / 1e6).toBeLessThan(6);
});
