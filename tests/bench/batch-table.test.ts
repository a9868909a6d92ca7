import { expect, test } from 'vitest';
import { table } from '../../bench/batch-table.mjs';

test('contenders stand in columns, beside one worker, and one that is missing says so', () => {
  const text = table({
    contenders: [
      { name: 'mockloop, one worker', rows: 100_000, seconds: 20, ratio: 1 },
      { name: 'natural, tf-idf', rows: 100_000, seconds: 50, ratio: 0.4 },
      { name: 'promptfoo', rows: 1000, seconds: null, ratio: null },
    ],
    starts: { nothing: 0.0512, help: 1.52, answer: 3.14 },
    memory: [
      { rows: 10_000, jobs: 1, megabytes: 150.4 },
      { rows: 100_000, jobs: 2, megabytes: 210 },
    ],
    same: [1, 2, 4],
    machine: 'a machine',
  });
  expect(text.split('\n')).toEqual([
    'whole processes       answers        seconds  answers/s  times one worker',
    'mockloop, one worker  100,000          20.00      5,000              1.00',
    'natural, tf-idf       100,000          50.00      2,000              0.40',
    'promptfoo                      not installed',
    '',
    'node -e 0, a process that does nothing       51 ms',
    'the help shown, against node -e 0        1.5 times',
    'one answer judged, against node -e 0     3.1 times',
    'memory peak, 10,000 answers, 1 worker       150 MB',
    'memory peak, 100,000 answers, 2 workers     210 MB',
    'the same bytes with 1, 2, 4 workers            yes',
    '',
    'a machine',
    '',
  ]);
});
