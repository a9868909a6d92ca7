import { describe, expect, test } from 'vitest';
import { scatterOf } from '../../../src/batch/calibration/calibrate.ts';
import type { Graded } from '../../../src/model/calibration.ts';
import { findings } from '../../../src/reports/calibration/findings.ts';
import { CALIBRATION_FORMATS } from '../../../src/reports/calibration/table.ts';
import { differenceWord, figureWord, gradeWord } from '../../../src/reports/calibration/words.ts';
import { columns } from '../../../src/reports/columns.ts';
import { calibrated, madeRows, resultOf, row } from '../../batch/calibration/rows.ts';
import { HOSTILE } from '../fixture.ts';
import { RANGE, told } from './sample.ts';

describe('every format', () => {
  const { calibration, rows } = told();

  test.each(['txt', 'md'])('%s reads as its golden file', async format => {
    await expect(CALIBRATION_FORMATS[format]!(calibration, [])).toMatchFileSnapshot(
      `golden/calibration.${format}`,
    );
  });

  test('no line of the text is wider than 80 columns', () => {
    const text = CALIBRATION_FORMATS.txt!(calibration, []);
    expect(Math.max(...text.split('\n').map(columns))).toBeLessThanOrEqual(80);
  });

  test('the text tells long names apart by their ends, and how many rows of a table it leaves out', () => {
    const renamed = rows.map(it => ({
      ...it,
      question: it.question.replace('bank/', 'amazon-go-backend/of-'),
    }));
    const text = CALIBRATION_FORMATS.txt!(calibrated(renamed, { range: RANGE }), []);
    expect(text).toContain('\n* …-go-backend/of-q5  20 ');
    expect(text).toContain('\n  … and 7 more: with --json, or --out page.html\n');
    expect(Math.max(...text.split('\n').map(columns))).toBeLessThanOrEqual(80);
  });

  test('the page has a plot of every row and says the verdict', () => {
    const page = CALIBRATION_FORMATS.html!(calibration, scatterOf(rows, RANGE));
    expect(page).toContain('Scatter plot of 241 answers');
    expect(page).toContain('Kappa at least 0.9: failed.');
    expect(page).toContain('It is the opposite of what is true.');
  });

  test('a page that shows only some of the answers says so', () => {
    const page = CALIBRATION_FORMATS.html!(calibration, scatterOf(rows, RANGE).slice(0, 100));
    expect(page).toContain('The plot shows 100 of 241 answers');
  });
});

test.each(['txt', 'md', 'html'])('%s says of what draws the intervals are where there are any', format => {
  const [few, more] = [9, 10].map(rows =>
    CALIBRATION_FORMATS[format]!(calibrated(madeRows({ rows, questions: 2 }), { range: RANGE }), []),
  );
  expect(few).toContain('kappa');
  expect(few).not.toContain('Intervals: ');
  expect(more).toContain('Intervals: 95 %, of 1000 draws');
});

test.each([
  ['txt', 5],
  ['md', 20],
  ['html', 20],
])('%s names %i rows that could not be measured, and tells how many more there are', (format, most) => {
  const result = resultOf(null, { status: 'error', cause: 'There is no question "maps".', judge: null });
  const rows = Array.from({ length: 30 }, (_, at) => row({ id: `bad${at}`, score: null, result }));
  const text = CALIBRATION_FORMATS[format]!(
    calibrated([...rows, ...madeRows({ rows: 9, questions: 2 })]),
    [],
  );
  expect(text).toContain('Not measured');
  expect(text.match(/bad\d+: There is no question/g)).toHaveLength(most);
  expect(text).toContain(`${30 - most} more`);
});

describe('hostile names, answers and reasons', () => {
  const rows = madeRows({ rows: 60, questions: 3 }).map((it, at) => {
    const result = resultOf(it.score, { flags: [{ kind: 'echo', reason: HOSTILE }] });
    const question = `${HOSTILE}${at % 3}`;
    return {
      ...it,
      id: `${HOSTILE}${at}`,
      question,
      prompt: question,
      group: HOSTILE,
      answer: HOSTILE,
      result,
    };
  });
  const calibration = calibrated(rows, { range: RANGE });

  test.each(Object.keys(CALIBRATION_FORMATS))('%s shows nothing unseen', format => {
    const text = CALIBRATION_FORMATS[format]!(calibration, scatterOf(rows, RANGE));
    expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2028]/);
  });

  test('no markup of theirs acts in the page or in Markdown', () => {
    const page = CALIBRATION_FORMATS.html!(calibration, []);
    expect(page).not.toMatch(/<script>alert|<img src=x/);
    const markdown = CALIBRATION_FORMATS.md!(calibration, []);
    expect(markdown).not.toMatch(/^# I am|(?<!\\)<script|(?<!\\)\]\(javascript/m);
    expect(markdown.match(/^# /gm)?.length).toBe(1);
  });
});

describe('what is said', () => {
  const said = (rows: readonly Graded[], range: [number, number] = RANGE) =>
    findings(calibrated(rows, { range })).join('\n');

  test('of a judge that is worth its time', () => {
    const text = said(madeRows({ rows: 300, questions: 20, noise: 0.2 }));
    expect(text).toContain('worth more than counting words');
    expect(text).toMatch(/read as a grade it is off by 0\.\d\d \(RMSE\); always saying/);
  });

  test('of a judge that ranks well on a scale of its own', () => {
    const rows = madeRows({ rows: 300, questions: 20, noise: 0.1 }).map(it => ({
      ...it,
      score: it.score! / 10,
    }));
    expect(said(rows)).toMatch(
      /but always saying \d\.\d\d is off by .*Use it to put answers in order; for levels, try --fit\./,
    );
  });

  test('of a judge that counting words beats', () => {
    const rows = madeRows({ rows: 300, questions: 20, noise: 0.95 }).map(it => ({
      ...it,
      words: 10 + 30 * it.human!,
    }));
    expect(said(rows)).toContain('Counting words does better: 100. Here it is not worth its time.');
  });

  test('of a judge that tosses coins', () => {
    const rows = madeRows({ rows: 100, questions: 10, noise: 1 });
    expect(said(rows)).toMatch(/That may be chance\. Counting words may do as well/);
  });

  test('of grades of which the lowest is the best', () => {
    const rows = madeRows({ rows: 100, questions: 10 }).map(it => ({ ...it, human: 4 - it.human! }));
    expect(said(rows)).toMatch(
      /tossing a coin, 50\. That is the wrong way round, by more than chance\. Where/,
    );
    expect(said(rows)).not.toMatch(/may be chance|counting words/i);
  });

  test('of one answer to each question, whose order within questions nobody knows', () => {
    const rows = madeRows({ rows: 30, questions: 30, noise: 0, more: () => 40 });
    const told = said(rows.map(it => ({ ...it, human: 0 })));
    expect(told).toContain('but always saying 0.00 is off by 0.00.');
    expect(told).not.toContain('Nor does it');
  });

  test('of questions with fewer full marks', () => {
    const rows = madeRows({ rows: 300, questions: 10 }).map((it, at) =>
      at % 10 < 4 ? { ...it, human: it.human! / 4 } : it,
    );
    expect(said(rows)).toContain('Full marks: on 4 of 10 questions');
  });

  test('of nothing to measure', () => {
    expect(said([])).toBe('No row has both a grade and a score: there is nothing to measure.');
    expect(
      findings(calibrated(madeRows({ rows: 20, questions: 2 }).map(it => ({ ...it, human: 3 }))))[0],
    ).toContain('All grades are 3: agreement is undefined');
    expect(said(madeRows({ rows: 20, questions: 20 }))).toContain('No question has two answers');
  });

  test('of two humans who agree more', () => {
    const rows = madeRows({ rows: 300, questions: 20, noise: 0.8 }).map(it => ({ ...it, human2: it.human! }));
    expect(said(rows)).toMatch(
      /a second human agrees with the first \(kappa 1\.00\) more than it does \(0\.\d\d\)\./,
    );
  });
});

describe('figures in words', () => {
  const range = { least: 0, most: 5, from: 'given' } as const;

  test.each([
    [1, '0.123'],
    [5, '0.12'],
    [100, '0.1'],
    [1000, '0'],
  ])('a grade on a scale to %d has the decimals of a hundredth of it', (most, word) => {
    expect(gradeWord(0.1234, { ...range, most })).toBe(word);
  });

  test('signs, intervals and what is undefined', () => {
    expect(differenceWord({ value: -0.001, interval: [-1, 1] }, range)).toBe('0.00 (-1.00 to +1.00)');
    expect(figureWord({ value: 0.5, interval: [0.5, 0.5] }, 'pairs', range)).toBe('0.50');
    expect(figureWord({ value: null, interval: null }, 'pearson', range)).toBe('–');
  });
});
