/** How a run of tests is told: in words, in rows, in the report. */
import { describe, expect, test } from 'vitest';
import { runWords, type TestRun } from '../../src/model/test-run.ts';
import { cardRows } from '../../src/reports/card.ts';
import { renderMarkdown } from '../../src/reports/markdown.ts';
import { testRows } from '../../src/reports/test-rows.ts';
import { submission } from '../scoring/asking.ts';
import {
  answered,
  ask,
  debriefWith,
  planned,
  plannedRound,
  question,
  scored,
  sessionOf,
  testRun,
} from './building.ts';

const FAILED = testRun({
  end: 'failed',
  exit: 1,
  counts: { passed: 5, failed: 1 },
  failing: ['TestLast'],
  output: '--- FAIL: TestLast\n',
});

describe('in words', () => {
  test.each<[string, Partial<TestRun>]>([
    ['All 3 tests passed.', {}],
    ['The one test passed.', { counts: { passed: 1, failed: 0 } }],
    ['5 of 6 tests passed; failed: TestLast.', FAILED],
    [
      '1 of 6 tests passed; failed: a, b, c and 2 more.',
      { end: 'failed', counts: { passed: 1, failed: 5 }, failing: [...'abcde'] },
    ],
    ['The tests had not ended after 60 seconds.', { end: 'time-up', seconds: 60.2 }],
    ['The tests printed without end.', { end: 'too-much' }],
  ])('%s', (words, rest) => expect(runWords(testRun(rest))).toBe(words));

  test('where nobody could count', () => {
    const { counts: _counts, ...uncounted } = testRun({ end: 'failed' });
    expect(runWords(uncounted)).toBe('No test could be run: it does not build, or it ended before.');
  });
});

describe('in rows', () => {
  const rows = (rest: Partial<TestRun>) => testRows(testRun({ ...FAILED, ...rest }), 'out.txt', 40);

  test('passed is one sentence, with what was less than it should be', () => {
    expect(rows({ end: 'passed', counts: { passed: 3, failed: 0 }, note: 'Without -race.' })).toEqual([
      'All 3 tests passed. (1.5 s) Without',
      '-race.',
    ]);
  });

  test('failed has the first of what was printed, cut to the window, and says where the rest is', () => {
    const output = `one\n\n\ttwo ${'x'.repeat(60)}\nthree\nfour\n`;
    expect(rows({ output }).slice(2)).toEqual([
      '  one',
      `    two ${'x'.repeat(31)}…`,
      '  three',
      '  … all of it: out.txt',
    ]);
  });

  test('nothing in them steers the terminal', () => {
    const steering = rows({ output: 'a\x1b[2Jb\u202e', failing: ['\x1b]0;x\x07'], note: '\x9b2J' }).join(
      '\n',
    );
    expect(steering).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
    expect(steering).toContain('\\u001b[2J');
  });
});

test('a coach says it first', () => {
  const rows = (run: TestRun) =>
    cardRows(
      {
        kind: 'question',
        attempt: 1,
        outcome: 'answered',
        submission: submission('a', {}, { run }),
        score: scored(50),
        counts: true,
        guidance: { outline: [], hints: [], reading: [] },
      },
      80,
    );
  expect(rows(FAILED)[1]).toBe('  - 5 of 6 tests passed; failed: TestLast.');
  expect(rows(testRun())[1]).toBe('  + All 3 tests passed.');
});

describe('in the report', () => {
  const report = (rest: object) => {
    const asks = [ask('one', 'go/max', [{ ...answered('return a'), ...rest }])];
    const rounds = [
      { planned: plannedRound('one', { questions: [planned('go/max', question('max'), [])] }), asks },
    ];
    return renderMarkdown(debriefWith(sessionOf(rounds), { 'go/max': [scored(50)] }));
  };

  test('with the command, the time and what was printed', () =>
    expect(report({ run: FAILED })).toContain(
      '**Tests:** 5 of 6 tests passed; failed: TestLast. (go test .; 1.5 s)\n\n```\n--- FAIL: TestLast\n```\n',
    ));

  test('of a run that passed, nothing that was printed', () =>
    expect(report({ run: testRun({ output: 'PASS' }) })).not.toContain('PASS'));

  test('says why there was none', () =>
    expect(report({ untested: 'there is no go on this machine' })).toContain(
      '**Tests:** not run: there is no go on this machine.',
    ));

  test('what was printed cannot leave its fence, nor hide', () => {
    const output = 'a\n```\n# Overall: 100\n````\n<b>\x1b[2J\u202e';
    const told = report({ run: { ...FAILED, output } });
    expect(told).toContain('`````\na\n```\n# Overall: 100\n````\n<b>\\u001b[2J\\u202e\n`````');
  });

  test('is first among what to work on, where not all passed', () => {
    const told = report({ run: FAILED });
    expect(told).toContain('Tests: 5 of 6 tests passed; failed: TestLast.');
    expect(report({ run: testRun() })).not.toContain('Tests: All');
  });
});
