import { existsSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { takeLock } from '../../src/store/lock.ts';

const all = { pid: 10, isAlive: () => true };
const none = { pid: 10, isAlive: () => false };
let path: string;
beforeEach(() => {
  path = join(mkdtempSync(join(tmpdir(), 'mockloop-lock-')), 'lock');
});

test('is held until it is given back', () => {
  const release = takeLock(path, all);
  expect(() => takeLock(path, { pid: 11, isAlive: () => true })).toThrow('open elsewhere (process 10)');
  release();
  expect(readdirSync(dirname(path))).toEqual([]);
  takeLock(path, all)();
});

test('cannot be taken twice by one process', () => {
  const release = takeLock(path, all);
  expect(() => takeLock(path, all)).toThrow('open elsewhere');
  release();
});

test('is taken over from a process that is gone', () => {
  writeFileSync(path, '4711\n');
  takeLock(path, none)();
  expect(existsSync(path)).toBe(false);
});

test('is taken over from an earlier process that had our number, as in a container', () => {
  writeFileSync(path, '10\n');
  takeLock(path, all)();
});

test('is taken over when a power failure left it empty', () => {
  writeFileSync(path, '');
  takeLock(path, none)();
});

test('clears away what processes that were killed while taking it left, and nothing else', () => {
  const [folder, living] = [dirname(path), 12];
  for (const name of ['lock.4711', 'lock.4711.stale', `lock.${living}`, 'lock.old', 'other.4711'])
    writeFileSync(join(folder, name), '');
  takeLock(path, { pid: 10, isAlive: pid => pid === living })();
  expect(readdirSync(folder).sort()).toEqual(['lock.12', 'lock.old', 'other.4711']);
});
