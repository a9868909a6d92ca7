import { describe, expect, test } from 'vitest';
import { calibrated, madeRows, row } from './rows.ts';

const RANGE = { range: [0, 4] as [number, number] };

test('the mean error, its means and its interval by hand', () => {
  // Errors 1, 0, 1, 0, 1, 1 on a scale of 0 to 4: mean 2/3, standard error sqrt(4/3/6/5).
  const rows = [1, 0, 1, 0, 1, 1].map((error, at) =>
    row({ id: `r${at}`, human: 1, score: 25 * (1 + error) }),
  );
  const { all } = calibrated(rows, RANGE).bias;
  expect(all.value).toBeCloseTo(2 / 3, 12);
  // python3 -c "print(2.570581836*(4/3/6/5)**.5)"
  expect(all.interval![1] - all.value!).toBeCloseTo(0.541923, 5);
});

describe('what is unlike the rest', () => {
  test('long answers that are judged more kindly', () => {
    const more = ({ words }: { words: number }) => (words > 150 ? 15 : 0);
    const { lengths } = calibrated(madeRows({ rows: 400, questions: 20, more }), RANGE).bias;
    expect(lengths).toHaveLength(4);
    expect(lengths[3]!.distinct).toBe(true);
    expect(lengths[3]!.apart.value).toBeGreaterThan(0.3);
    expect(lengths[3]!.id).toMatch(/^\d+ to \d+ words$/);
  });

  test('a question, which then leads the table, and a group', () => {
    const more = ({ at }: { at: number }) => (at % 20 === 7 ? -30 : at % 3 === 0 ? 12 : 0);
    const rows = madeRows({ rows: 400, questions: 20, more }).map((it, at) => ({
      ...it,
      group: `g${at % 3}`,
    }));
    const { questions, groups } = calibrated(rows, RANGE).bias;
    expect(questions[0]).toMatchObject({ id: 'bank/q7', rows: 20, distinct: true });
    expect(questions.filter(it => it.distinct)).toHaveLength(1);
    expect(groups[0]).toMatchObject({ id: 'g0', distinct: true });
  });

  test('is seldom found where nothing is', () => {
    let found = 0;
    for (let seed = 0; seed < 30; seed++) {
      const { lengths, questions } = calibrated(madeRows({ rows: 200, questions: 20, seed }), RANGE).bias;
      for (const table of [lengths, questions]) if (table.some(it => it.distinct)) found++;
    }
    // 60 tables at 5 %.
    expect(found).toBeLessThanOrEqual(8);
  });

  test('is not told of fewer than five answers', () => {
    const rows = madeRows({ rows: 204, questions: 1 }).map((it, at) =>
      at < 4 ? { ...it, question: 'few', score: 100, human: 0 } : it,
    );
    const few = calibrated(rows, RANGE).bias.questions.find(it => it.id === 'few')!;
    expect(few.error).toEqual({ value: 4, interval: null });
    expect(few.distinct).toBe(false);
  });
});

test('a judge that is kinder throughout has a mean error above 0', () => {
  const rows = madeRows({ rows: 200, questions: 20, noise: 0.2, more: () => 15 }).filter(
    it => it.score! < 95,
  );
  const { all } = calibrated(rows, RANGE).bias;
  expect(all.interval![0]).toBeGreaterThan(0.3);
});

test('answers of one length are one row of the table', () => {
  const rows = madeRows({ rows: 40, questions: 4 }).map(it => ({ ...it, words: 1 }));
  const { lengths } = calibrated(rows, RANGE).bias;
  expect(lengths.map(it => it.id)).toEqual(['1 word']);
  expect(lengths[0]!.apart).toEqual({ value: null, interval: null });
});

test('questions without a grade above the middle are counted', () => {
  const rows = madeRows({ rows: 100, questions: 10 }).map((it, at) =>
    at % 10 < 3 ? { ...it, human: it.human! / 2 } : it,
  );
  expect(calibrated(rows, RANGE).lowGraded).toBe(3);
});
