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

describe('two groups, each the rest of the other', () => {
  const grouped = (few: number) =>
    calibrated(
      Array.from({ length: 60 }, (_, at) =>
        row({
          id: `r${at}`,
          question: 'one',
          group: at < few ? 'few' : 'many',
          human: 2,
          score: at < few ? 70 + 3 * at : 45 + (at % 3),
        }),
      ),
      RANGE,
    ).bias.groups;
  const named = (groups: ReturnType<typeof grouped>, id: string) => groups.find(it => it.id === id)!;

  test('a group is not unlike a rest of one answer', () => {
    const many = named(grouped(1), 'many');
    expect(many.apart).toEqual({ value: expect.closeTo(-0.96, 1), interval: null });
    expect(many.distinct).toBe(false);
  });

  test('is as sure from either side', () => {
    const [few, many] = ['few', 'many'].map(it => named(grouped(5), it).apart);
    expect(many!.value).toBeCloseTo(-few!.value!, 12);
    expect(many!.interval![0]).toBeCloseTo(-few!.interval![1], 12);
    expect(many!.interval![1]).toBeCloseTo(-few!.interval![0], 12);
    // a, b = [(70+3*i)/25 for i in range(5)], [(45+i%3)/25 for i in range(5, 60)]
    // python3: 2.7764451 * (statistics.variance(a)/5 + statistics.variance(b)/55)**.5
    expect(few!.interval![1] - few!.value!).toBeCloseTo(0.235915, 5);
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
