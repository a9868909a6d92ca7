import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { DigestTable } from '../../src/batch/digest-table.ts';
import { Ids } from '../../src/batch/ids.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16);

test('holds what was put, through all its growing, and what is shared finds it too', () => {
  const table = new DigestTable();
  for (let at = 0; at < 20_000; at++) expect(table.put(digest(`${at}`), at)).toBe(true);
  const other = new DigestTable(table.shared);
  for (let at = 0; at < 20_000; at++) expect(other.get(digest(`${at}`))).toBe(at);
  expect(other.get(digest('none'))).toBeUndefined();
});

test('keeps the first of a key, also of a key of zeros', () => {
  const table = new DigestTable();
  expect([table.put('0'.repeat(16), 5), table.put('0'.repeat(16), 6)]).toEqual([true, false]);
  expect(table.get('0'.repeat(16))).toBe(5);
});

test('keeps the last of a key that is set', () => {
  const table = new DigestTable();
  table.set('ab'.repeat(8), 5);
  table.set('ab'.repeat(8), 6);
  expect(table.get('ab'.repeat(8))).toBe(6);
});

test('ids that no text encoding tells apart are two', () => {
  const ids = new Ids();
  expect([ids.firstOf('\ud800', 1), ids.firstOf('\ud801', 2)]).toEqual([undefined, undefined]);
});

test('ids are known again by the row that had them first', () => {
  const ids = new Ids();
  expect([ids.firstOf('a', 1), ids.firstOf('b', 2), ids.firstOf('a', 3)]).toEqual([undefined, undefined, 1]);
});
