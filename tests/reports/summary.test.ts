import { describe, expect, test } from 'vitest';
import { columns } from '../../src/reports/columns.ts';
import { summaryRows } from '../../src/reports/summary.ts';
import { bar, plotFor } from '../../src/reports/summary-plot.ts';
import { HOSTILE, SAMPLE } from './fixture.ts';

describe('the summary', () => {
  test('is the golden one', async () => {
    await expect(`${summaryRows(SAMPLE).join('\n')}\n`).toMatchFileSnapshot('golden/summary.txt');
  });

  test('fits in 80 columns and sends nothing to the terminal, whatever the texts', () => {
    const endless = `${HOSTILE} ${'見'.repeat(200)} ${'x'.repeat(200)}`;
    const rounds = SAMPLE.rounds.map(it => ({ ...it, title: endless, seconds: 1e9, budget: 1e9 }));
    const workOn = SAMPLE.workOn.map(it => ({ ...it, title: endless, why: endless, advice: endless }));
    const competencies = [{ id: endless, score: 100, level: 4 as const, answers: 1e9 }];
    for (const row of summaryRows({ ...SAMPLE, rounds, workOn, competencies })) {
      expect(columns(row)).toBeLessThanOrEqual(80);
      expect(row).not.toMatch(/[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069]/);
    }
  });

  test('loses no word of what to work on', () => {
    const why = 'missing '.repeat(40).trim();
    const rows = summaryRows({
      ...SAMPLE,
      workOn: [
        { question: 'q', title: 'Q', why, advice: '', exercise: { question: null, task: '', probe: null } },
      ],
    });
    expect(rows.join(' ').split('missing')).toHaveLength(41);
  });

  test('says so without a score', () => {
    expect(summaryRows({ ...SAMPLE, score: null, rounds: [], competencies: [], workOn: [] })).toEqual([
      'No overall score: nothing was answered.',
    ]);
  });
});

describe('a bar', () => {
  test.each([
    [null, 0],
    [0, 0],
    [52.4, 10],
    [97.4, 19],
    [100, 20],
    [140, 20],
  ])('for %s has %d of 20 filled', (score, full) => {
    expect(bar(score)).toBe('█'.repeat(full) + '░'.repeat(20 - full));
  });
});

describe('the mark of what is wanted', () => {
  test.each([
    ['below it', 49.9, 55, '█████████░┃░░░░░░░░░'],
    ['on it', 55, 55, '██████████┃░░░░░░░░░'],
    ['above it', 60, 55, '██████████┃█░░░░░░░░'],
    ['without a score', null, 55, '░░░░░░░░░░┃░░░░░░░░░'],
    ['nothing is wanted', 0, 0, '┃░░░░░░░░░░░░░░░░░░░'],
  ])('%s', (_, score, wanted, drawn) => {
    expect(bar(score, wanted)).toBe(drawn);
  });

  test('in a narrow window bars are short, and names are cut before figures are', () => {
    const line = { title: 'A round with a long title', score: 50, bar: undefined, words: '2, thin' };
    expect(plotFor([line], 44)).toEqual(['  A round with…   █████░░░░░   50.0  2, thin']);
    expect(plotFor([line], 80)).toEqual([
      '  A round with a long title  ██████████░░░░░░░░░░   50.0  2, thin',
    ]);
  });
});
