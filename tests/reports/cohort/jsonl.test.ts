import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonl, resultJson } from '../../../src/reports/cohort/jsonl.ts';
import { ACTS, anyResult, failed, judged } from '../../batch/results.ts';
import { anyRun, documentOf, HOSTILE_ROWS, SAMPLE_ROWS } from './sample.ts';

test('a line has its keys in the order of the contract, whatever order they came in', () => {
  const full = { ...SAMPLE_ROWS[0]!, cause: 'x', file: 'f', line: 1 };
  const keys =
    'id question candidate group status score level criteria points pitfalls keywords flags judge cause file line input';
  const reversed = Object.fromEntries(Object.entries(full).reverse()) as typeof full;
  for (const it of [full, reversed]) expect(Object.keys(JSON.parse(resultJson(it))).join(' ')).toBe(keys);
  expect(resultJson(reversed)).toBe(resultJson(full));
});

test('what is not there is left out; what is null stays', () => {
  expect(resultJson(failed('Not JSON.'))).toBe(
    '{"id":null,"question":null,"status":"error","score":null,"level":null,"criteria":[],"points":[],"pitfalls":[],' +
      '"keywords":[],"flags":[],"judge":null,"cause":"Not JSON.","file":"answers.jsonl","line":7}',
  );
});

test('halves of pairs survive as escapes', () => {
  expect(resultJson(judged(50, { id: 'a\ud800b' }))).toContain('"id":"a\\ud800b"');
});

test('any row is read back as it was, from one line of what no terminal acts upon', () => {
  fc.assert(
    fc.property(anyResult(fc.string({ unit: 'binary' })), result => {
      const line = jsonl.row(result, {});
      expect(JSON.parse(line)).toEqual(result);
      expect(line.slice(0, -1)).not.toMatch(/\n/);
      expect(line).not.toMatch(ACTS);
      expect(Buffer.from(line).toString()).toBe(line);
    }),
  );
  for (const it of HOSTILE_ROWS) expect(jsonl.row(it, {})).not.toMatch(ACTS);
});

test('a document is a line a row', () => {
  fc.assert(
    fc.property(anyRun, results => {
      const lines = documentOf(jsonl, results).split('\n');
      expect(lines.pop()).toBe('');
      expect(lines.map(it => JSON.parse(it))).toEqual(results);
    }),
  );
});
