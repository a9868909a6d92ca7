import { expect, test } from 'vitest';
import { slowestRows } from '../../src/batch/slowest.ts';

test('the slowest come first, those without an id by where they stand', () => {
  const slowest = slowestRows(2);
  slowest.add(null, { file: 'a.jsonl', line: 7 }, 3);
  slowest.add('a8', { file: 'a.jsonl', line: 8 }, 1);
  slowest.add(null, { file: 'a.jsonl', line: 9 }, 5);
  expect(slowest.rows()).toEqual([
    { name: 'a.jsonl:9', milliseconds: 5 },
    { name: 'a.jsonl:7', milliseconds: 3 },
  ]);
});
