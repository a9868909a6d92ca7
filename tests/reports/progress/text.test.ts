import { expect, test } from 'vitest';
import { columns } from '../../../src/reports/columns.ts';
import { barOf, progressRows, sparkline } from '../../../src/reports/progress/text.ts';
import { sample } from './sample.ts';

test('scores are small columns, the last ten of them', () => {
  expect(sparkline([0, 49, 50, 100])).toBe('▁▄▅█');
  expect(sparkline(Array(30).fill(100)).length).toBe(10);
});

test('a bar ends at the score, and has a mark where the bar is', () => {
  expect(barOf(50, 75)).toBe('████████····|···');
  expect(barOf(100, 75)).toBe('████████████████');
  expect(barOf(0, 100)).toBe('················');
});

test('a line has the score, its change, what is missing, and the time', () => {
  const row = progressRows(sample()).find(it => it.includes('concurrency'))!;
  expect(row).toMatch(/^ {2}concurrency +▁▅█ +█+·+\|·+ +41\.3 +\+4\.5 +18\.8 +3:20$/);
});

test.each([80, 60, 50, 40, 20])(
  'at %d columns no row is wider, and nothing but plots and times is lost',
  width => {
    const long = { ...sample().lines.competency[0]!, id: 'a-very-long-name-of-a-competency-'.repeat(4) };
    const lines = { ...sample().lines, part: [long] };
    const rows = progressRows(sample({ lines }), width);
    for (const row of rows) expect(columns(row)).toBeLessThanOrEqual(Math.max(40, width));
    const words = rows.join(' ').replace(/\s+/g, ' ');
    expect(words).toMatch(/concurrency .*41\.3 \+4\.5 18\.8/);
    for (const told of [
      'rejected (practice before: 44)',
      'too few to say whether practice',
      'go/map (5 min)',
    ])
      expect(words).toContain(told);
  },
);

test('a narrow terminal goes without the bar, then the sparkline, then the time', () => {
  const row = (width: number) => progressRows(sample(), width).find(it => it.includes('concurrency'))!;
  const has = (width: number) => ['█·', '▁▅', '3:20'].map(it => row(width).includes(it));
  expect([80, 60, 50, 40].map(has)).toEqual([
    [true, true, true],
    [false, true, true],
    [false, false, true],
    [false, false, false],
  ]);
});

test('tells what changed, real interviews with how few they are, what was left out, and the plan', () => {
  const text = progressRows(sample()).join('\n');
  expect(text).toContain('Since last week\n  +4.5 concurrency');
  expect(text).toContain('rejected (practice before: 44)');
  expect(text).toContain('1 real interview: too few');
  expect(text).toContain('2 answers not compared: judged by local 0');
  expect(text).toContain(
    '2026-03-20  go/gc (10 min)\n              go/map (5 min)\n  2026-03-21  nothing is due',
  );
  expect(text).toContain('Takes longer than 15 minutes: go/design');
});

test('without answers says where to begin', () =>
  expect(progressRows(sample({ answers: 0, setAside: [], unjudged: 0, skipped: [] }))).toEqual([
    'No answer yet: begin with `mockloop practice`.',
  ]));

test('with answers that wait for the judge does not say that there is none', () => {
  const waiting = sample({ answers: 0, setAside: [], unjudged: 0, skipped: [], waiting: 2 });
  const text = progressRows(waiting).join(' ');
  expect(text).toMatch(
    /^No answer that .+ has judged and that can be told\. 2 answers not judged by this judge yet/,
  );
  expect(text).not.toContain('No answer yet');
});
