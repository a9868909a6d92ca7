import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { seededRandom } from '../../../src/interview/random.ts';
import type { Level } from '../../../src/model/level.ts';
import { agreementOf, severityOf, type Unit } from '../../../src/packs/debrief/agreement.ts';
import { alphaOf } from '../../../src/packs/debrief/alpha.ts';

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

const unit = (marks: Record<string, Level>, candidate = 'kim', question = 'go/map'): Unit =>
  Object.entries(marks).map(([interviewer, level]) => ({ interviewer, level, candidate, question }));

const seeded = () => seededRandom(1);

test('the plain shares count pairs of marks', () => {
  const units = [unit({ a: 3, b: 3 }), unit({ a: 1, b: 2 }), unit({ a: 1, b: 4 }), unit({ a: 2 })];
  expect(agreementOf(units, seeded())).toMatchObject({ units: 3, same: 1 / 3, withinOne: 2 / 3 });
});

test('what cannot be told says why', () => {
  expect(agreementOf([unit({ a: 2 })], seeded())).toEqual({
    units: 0,
    alpha: null,
    why: 'nobody marked what another did',
    interval: null,
    same: null,
    withinOne: null,
  });
  expect(agreementOf([unit({ a: 2, b: 2 })], seeded()).why).toBe('all marks are the same level');
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

describe('the interval of alpha', () => {
  /** Two interviewers who see the same level and are off by one now and then, the first more often to the strict side. */
  function marked(random: () => number, { candidates = 1, questions = 1, criteria = 2 }): Unit[] {
    const off = (level: number, by: number) => Math.min(4, Math.max(1, level + by)) as Level;
    return Array.from({ length: candidates * questions * criteria }, (_, at) => {
      const level = 1 + Math.floor(4 * random());
      const [a, b] = [random() < 0.3 ? -1 : 0, random() < 0.2 ? 1 : 0];
      const answer = Math.floor(at / criteria);
      const marks = { a: off(level, a), b: off(level, b) };
      return unit(marks, `c${Math.floor(answer / questions)}`, `go/q${answer % questions}`);
    });
  }

  test('is the same for the same seed, and holds the figure', () => {
    const units = marked(seededRandom(7), { questions: 12 });
    const { alpha, interval } = agreementOf(units, seeded());
    expect(agreementOf(units, seeded()).interval).toEqual(interval);
    expect(interval!.low).toBeLessThan(alpha!);
    expect(interval!.high).toBeGreaterThan(alpha!);
    expect(interval).toMatchObject({ drawn: 'answers', units: 12, times: 1000 });
  });

  test('is drawn of candidates where there are enough of them', () => {
    const units = marked(seededRandom(7), { candidates: 10, questions: 3 });
    expect(agreementOf(units, seeded()).interval).toMatchObject({ drawn: 'candidates', units: 10 });
  });

  test('is not told of fewer than ten answers, however many criteria they have', () => {
    const units = marked(seededRandom(7), { questions: 9, criteria: 8 });
    expect(agreementOf(units, seeded())).toMatchObject({
      units: 72,
      alpha: expect.any(Number),
      interval: null,
    });
  });

  test('is not told where most draws are all the same level', () => {
    const same = Array.from({ length: 11 }, (_, at) => unit({ a: 3, b: 3 }, 'kim', `go/q${at}`));
    expect(agreementOf([...same, unit({ a: 3, b: 4 }, 'kim', 'go/other')], seeded())).toMatchObject({
      alpha: expect.any(Number),
      interval: null,
    });
  });

  test('holds the figure of very many answers about 95 times in 100', () => {
    const random = seededRandom(3);
    const many = marked(random, { questions: 20_000 });
    const truth = alphaOf(many.map(it => it.map(mark => mark.level)))!;
    const held = Array.from({ length: 100 }, () => {
      const { interval } = agreementOf(marked(random, { questions: 25 }), random);
      return interval!.low <= truth && truth <= interval!.high;
    });
    const share = held.filter(Boolean).length / held.length;
    expect(share).toBeGreaterThan(0.9);
    expect(share).toBeLessThan(0.99);
  });
});
