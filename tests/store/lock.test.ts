import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { refuseHeld, takeLock } from '../../src/store/lock.ts';

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

test('that somebody holds is refused, and one that nobody holds is left where it is', () => {
  writeFileSync(path, '4711\n');
  expect(() => refuseHeld(path, all, 'It runs')).toThrow('It runs (process 4711)');
  expect(refuseHeld(path, none, 'It runs')).toBe('4711\n');
  expect(existsSync(path)).toBe(true);
  expect(refuseHeld(`${path}-none`, all, 'It runs')).toBeUndefined();
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

test('is taken over where an earlier takeover was killed in the middle', () => {
  for (const it of [path, `${path}.takeover`]) writeFileSync(it, '4711\n');
  const release = takeLock(path, none);
  expect(readdirSync(dirname(path))).toEqual(['lock']);
  release();
});

test('is left to the quicker of two that found it stale', () => {
  writeFileSync(path, '4711\n');
  let quicker: (() => void) | undefined;
  const slow = {
    pid: 10,
    isAlive(pid: number) {
      quicker ??= takeLock(path, { pid: 11, isAlive: it => it === 10 });
      return pid === 11;
    },
  };
  expect(() => takeLock(path, slow)).toThrow('open elsewhere (process 11)');
  expect(readFileSync(path, 'utf8')).toMatch(/^11\b/);
  expect(readdirSync(dirname(path))).toEqual(['lock']);
  quicker?.();
});

test('of another host is refused, whatever runs here', () => {
  writeFileSync(path, '4711 another-host 1\n');
  expect(() => takeLock(path, none)).toThrow('open elsewhere (process 4711 on another-host).');
  expect(() => takeLock(path, none)).toThrow(
    expect.objectContaining({ remedy: expect.stringContaining(`remove ${path}.`) }),
  );
  expect(readdirSync(dirname(path))).toEqual(['lock']);
});

test.skipIf(!existsSync('/proc/self/stat'))(
  'is taken over from a process whose number another one has now',
  () => {
    const release = takeLock(path, { pid: process.pid, isAlive: () => true });
    const own = readFileSync(path, 'utf8');
    expect(own).toMatch(/^\d+ \S+ \d+\n$/);
    expect(() => takeLock(path, all)).toThrow(`open elsewhere (process ${process.pid})`);
    writeFileSync(path, own.replace(/\d+\n$/, '1\n'));
    takeLock(path, all)();
    release();
  },
);

test('clears away what processes that were killed while taking it left, and nothing else', () => {
  const [folder, living, host] = [dirname(path), 12, hostname().replace(/[^\w.-]/g, '-')];
  const others = [`lock.${host}.${living}`, 'lock.another-host.4711', 'lock.old', `other.${host}.4711`];
  for (const name of [`lock.${host}.4711`, 'lock.takeover', ...others]) writeFileSync(join(folder, name), '');
  takeLock(path, { pid: 10, isAlive: pid => pid === living })();
  expect(readdirSync(folder).sort()).toEqual(others.sort());
});
