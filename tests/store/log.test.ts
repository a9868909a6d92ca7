import { appendFileSync, mkdtempSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { decode, encode, openLog, readLog } from '../../src/store/log.ts';

let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'mockloop-log-')), 'journal.jsonl');
});

function write(...entries: object[]) {
  const log = openLog(path);
  for (const entry of entries) log.append(entry);
  log.close();
}

describe('the log', () => {
  test('gives back what was appended, in order', () => {
    write({ a: 1 }, { b: 'two\n', c: '😀' });
    write({ d: null });
    expect(readLog(path)).toEqual({ entries: [{ a: 1 }, { b: 'two\n', c: '😀' }, { d: null }], damage: [] });
  });

  test('is readable by its owner only', () => {
    write({ a: 1 });
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('cut at every byte, gives every whole record and invents none', () => {
    const entries = [{ text: 'first answer' }, { text: 'zweite — Antwort' }, { text: '第三 😀' }];
    write(...entries);
    const bytes = readFileSync(path);
    const ends = [...bytes.keys()].filter(at => bytes[at] === 0x0a);
    for (let size = bytes.length; size >= 0; size--) {
      truncateSync(path, size);
      // A record is whole once its last brace is there; its line end may be missing.
      const whole = ends.filter(end => end <= size).length;
      expect(readLog(path).entries).toEqual(entries.slice(0, whole));
    }
  });

  test('goes on after a torn line, which is told with its number', () => {
    write({ a: 1 }, { b: 2 });
    truncateSync(path, statSync(path).size - 5);
    write({ c: 3 });
    expect(readLog(path)).toEqual({
      entries: [{ a: 1 }, { c: 3 }],
      damage: [{ line: 2, why: 'checksum does not fit' }],
    });
  });

  test('skips a line that was changed and keeps its neighbours', () => {
    write({ a: 1 }, { b: 2 }, { c: 3 });
    writeFileSync(path, readFileSync(path, 'utf8').replace('"b":2', '"b":7'));
    expect(readLog(path).entries).toEqual([{ a: 1 }, { c: 3 }]);
  });

  test('skips bytes that are not UTF-8', () => {
    write({ a: 1 });
    appendFileSync(path, Buffer.from([0xff, 0xfe, 0x0a]));
    expect(readLog(path).damage).toHaveLength(1);
  });

  test('decodes any JSON object that it encoded', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ minLength: 1 }), fc.jsonValue(), { minKeys: 1 }), entry => {
        expect(decode(encode(entry))).toEqual(JSON.parse(JSON.stringify(entry)));
      }),
    );
  });
});
