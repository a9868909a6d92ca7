import { expect, test } from 'vitest';
import { table } from '../../bench/speed-table.mjs';

test('rates stand in columns, the judge beside the baseline', () => {
  const rate = (value: number) => ({ rate: value, rounds: [value, value - 100, value + 1000.4] });
  const text = table({
    loadMs: 80.5,
    memoryMB: { one: 60.1, many: 120 },
    seconds: 5,
    sameQuestion: { judge: rate(6000.4), recall: rate(45_000), timesAsLong: 7.52 },
    newQuestion: { judge: rate(500), recall: rate(20_000), timesAsLong: 40 },
    node: 'v20.19.0',
    cpu: 'a processor',
    load: 0.52,
    processors: 2,
  });
  expect(text.split('\n')).toEqual([
    'answers a second, one thread  judge          rounds  stem recall         judge takes',
    'same question                 6,000  5,900 to 7,001       45,000   7.5 times as long',
    'new question each time          500    400 to 1,500       20,000  40.0 times as long',
    '',
    'first judgement of a process, beyond the start of Node  80.5 ms',
    'memory peak of a process that judged one answer         60.1 MB',
    'memory peak of a process that judged 1000 answers        120 MB',
    '',
    'Node 20.19.0, a processor; 0.5 of 2 processors were busy before.',
    '',
  ]);
});
