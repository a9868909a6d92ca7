/** The rows to read, the cuts and the gate. */
import { describe, expect, test } from 'vitest';
import { gateOf } from '../../../src/batch/calibration/gate.ts';
import type { Agreement, Calibration, Fitted } from '../../../src/model/calibration.ts';
import { levelOf } from '../../../src/model/level.ts';
import { calibrated, madeRows, resultOf, row } from './rows.ts';

describe('rows that disagree most', () => {
  test('lead with the one that was turned round, and say why', () => {
    const rows = madeRows({ rows: 100, questions: 10, noise: 0.1 });
    const result = resultOf(0, {
      flags: [{ kind: 'off-topic', reason: 'It is about cats.' }],
      pitfalls: [{ id: 'myth', evidence: [], reason: 'It says the myth.' }],
      criteria: [
        {
          id: 'coverage',
          status: 'scored',
          score: 3,
          level: 1,
          confidence: 1,
          evidence: [],
          missing: ['a', 'b.'],
          reason: 'Little.',
        },
      ],
    });
    const odd = row({
      id: 'odd',
      question: 'bank/q3',
      human: 4,
      score: 0,
      answer: 'Cats.',
      place: 'a.jsonl:7',
      result,
    });
    const [first] = calibrated([...rows, odd]).disagreements;
    expect(first).toMatchObject({
      id: 'odd',
      human: 4,
      score: 0,
      judge: 0,
      place: 'a.jsonl:7',
      answer: 'Cats.',
      why: [
        'off-topic: It is about cats.',
        'pitfall myth: It says the myth.',
        'coverage 3: Little. Missing: a; b.',
      ],
    });
    expect(first!.places.human).toBeGreaterThan(0.8);
    expect(first!.places.judge).toBeLessThan(0.2);
  });

  test('a judge that is kinder throughout disagrees with no row', () => {
    const rows = [0, 1, 2, 3].map(human => row({ human, score: 60 + 10 * human }));
    expect(calibrated(rows, { range: [0, 10] }).disagreements).toEqual([]);
  });

  test('of one question only three are shown, of few questions as many as there is room', () => {
    const more = ({ at }: { at: number }) => (at % 10 === 0 ? 80 : 0);
    const many = calibrated(madeRows({ rows: 300, questions: 10, noise: 0.1, more })).disagreements;
    expect(many).toHaveLength(20);
    expect(many.filter(it => it.question === 'bank/q0')).toHaveLength(3);
    expect(calibrated(madeRows({ rows: 100, questions: 1 })).disagreements).toHaveLength(20);
  });
});

describe('--fit', () => {
  /** Scores are half of what the cuts expect. */
  const halved = (questions: number, perQuestion: number) =>
    madeRows({ rows: questions * perQuestion, questions, noise: 0.2 }).map(it => {
      const score = it.score! / 2;
      return { ...it, score, result: resultOf(score) };
    });
  const fitOf = (rows: Parameters<typeof calibrated>[0]) =>
    calibrated(rows, { range: [0, 4], fit: true }).fit!;

  test('finds the cuts of a judge that gives half, and they hold on the other questions', () => {
    const fit = fitOf(halved(20, 15)) as Fitted;
    expect(fit.fittedOn).toEqual({ questions: 10, rows: 150 });
    expect(fit.triedOn).toEqual({ questions: 10, rows: 150 });
    expect(fit.verdict).toBe('better');
    expect(fit.after.kappa.value).toBeGreaterThan(fit.before.kappa.value! + 0.2);
    expect(fit.gain.value).toBeCloseTo(fit.after.kappa.value! - fit.before.kappa.value!, 9);
    const [two, three, four] = fit.cuts;
    expect([three - two, four - three].every(it => it >= 5)).toBe(true);
  });

  test('has nothing to better where scores are grades', () => {
    const rows = madeRows({ rows: 300, questions: 20, noise: 0 });
    const fit = fitOf(rows) as Fitted;
    expect(fit.before.kappa.value).toBe(1);
    expect(fit.cuts).toEqual([30, 55, 80]);
    expect(fit.verdict).toBe('undecided');
  });

  test('four grades are the four levels', () => {
    const rows = madeRows({ rows: 300, questions: 20, noise: 0 })
      .filter(it => it.human !== 4)
      .map(it => {
        const score = 10 + 28 * it.human!;
        return { ...it, score, result: resultOf(score) };
      });
    // 10, 38, 66, 94 are levels 1 to 4 under the usual cuts.
    expect(rows.every(it => levelOf(it.score) === it.human! + 1)).toBe(true);
    expect((calibrated(rows, { fit: true }).fit as Fitted).before.accuracy.value).toBe(1);
  });

  test.each([
    ['too few questions', halved(9, 40), 'each needs 5 questions and 30 scored rows'],
    ['too few rows', halved(20, 2), 'each needs 5 questions and 30 scored rows'],
    [
      'two grades',
      halved(20, 15).map(it => ({ ...it, human: it.human! > 2 ? 4 : 0 })),
      'The grades have 2 steps',
    ],
    [
      'a level that nobody gave',
      halved(20, 15).map(it => ({ ...it, human: it.human! / 2 })),
      'stands for level 3 or 4',
    ],
  ])('refuses for %s', (_, rows, why) => {
    expect(fitOf(rows)).toEqual({ refused: expect.stringContaining(why) });
  });
});

describe('the gate', () => {
  const figure = (value: number | null, interval: [number, number] | null) => ({ value, interval });
  const gate = (
    rows: number,
    kappa: ReturnType<typeof figure>,
    under = 0.5,
    unit: 'questions' | 'answers' = 'answers',
    offBy = 1,
  ) =>
    gateOf(
      {
        judge: { rows, kappa } as Agreement,
        constant: { rmse: { value: offBy, interval: null } } as Calibration['constant'],
        questions: 12,
        resampled: { unit, times: 1000 },
      },
      under,
    );

  test('decides nothing where all grades are the same', () => {
    const told = gate(50, figure(0, [0, 0]), 0.5, 'answers', 0);
    expect(told).toMatchObject({ verdict: 'undecided', rowsNeeded: null });
  });

  test.each([
    ['the interval reaches it', 50, figure(0.7, [0.5, 0.9]), 'passed'],
    ['the interval is below it', 50, figure(0.3, [0.1, 0.49]), 'failed'],
    ['it is in a narrow interval, below the figure', 900, figure(0.52, [0.45, 0.6]), 'passed'],
    ['it is in a narrow interval, above the figure', 900, figure(0.48, [0.4, 0.6]), 'failed'],
    ['it is in a wide interval', 100, figure(0.6, [0.4, 0.8]), 'undecided'],
    ['the rows are few, whatever they say', 29, figure(1, [1, 1]), 'undecided'],
    ['there is no interval', 40, figure(0.9, null), 'undecided'],
    ['kappa is undefined', 400, figure(null, null), 'undecided'],
  ])('%s', (_, rows, kappa, verdict) => {
    expect(gate(rows, kappa).verdict).toBe(verdict);
  });

  test('says how many rows it would take: an interval shrinks with the root of the rows', () => {
    // To be 0.2 wide instead of 0.4, four times the rows; to leave 0.5, (0.2 / 0.02)² times.
    expect(gate(100, figure(0.52, [0.32, 0.72])).rowsNeeded).toBe(400);
    // To leave 0.5 from 0.65, (0.2 / 0.15)² = 1.78 times, rounded up to two digits.
    expect(gate(100, figure(0.65, [0.45, 0.85])).rowsNeeded).toBe(180);
    expect(gate(100, figure(0.52, [0.32, 0.72]), 0.5, 'questions').why).toContain(
      'About 400 would do, of about 48 questions.',
    );
    expect(gate(5, figure(0.9, null)).rowsNeeded).toBe(30);
  });

  test('a figure on the threshold itself', () => {
    expect(gate(100, figure(0.5, [0.3, 0.7])).rowsNeeded).toBe(400);
  });
});
