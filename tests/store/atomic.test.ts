import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { replacing, writeAtomic } from '../../src/store/atomic.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockloop-atomic-'));
});

test('replaces the text and leaves no other file', () => {
  const path = join(folder, 'draft.json');
  writeAtomic(path, 'one');
  writeAtomic(path, 'two — 😀');
  expect(readFileSync(path, 'utf8')).toBe('two — 😀');
  expect(readdirSync(folder)).toEqual(['draft.json']);
});

test('makes an existing file private', () => {
  const path = join(folder, 'draft.json');
  writeFileSync(path, 'old');
  chmodSync(path, 0o644);
  writeAtomic(path, 'new');
  expect(statSync(path).mode & 0o777).toBe(0o600);
});

test('leaves the old file and no leftover when it cannot replace it', () => {
  const path = join(folder, 'taken');
  mkdirSync(path);
  expect(() => writeAtomic(path, 'text')).toThrow();
  expect(readdirSync(folder)).toEqual(['taken']);
  expect(statSync(path).isDirectory()).toBe(true);
});

test('follows a link to its file, and spares a neighbour that only looks temporary', () => {
  const [path, link] = [join(folder, 'real.md'), join(folder, 'link.md')];
  writeFileSync(path, 'old');
  writeFileSync(join(folder, 'link.md.new'), 'mine');
  symlinkSync(path, link);
  writeAtomic(link, 'new');
  expect(readFileSync(path, 'utf8')).toBe('new');
  expect(lstatSync(link).isSymbolicLink()).toBe(true);
  expect(readFileSync(join(folder, 'link.md.new'), 'utf8')).toBe('mine');
});

test('writes to a device instead of replacing it', () => {
  writeAtomic('/dev/null', 'text');
  expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
});

test('a folder in the way is told as one, even `.`', () =>
  expect(() => writeAtomic('.', 'text')).toThrow(expect.objectContaining({ code: 'EISDIR' })));

test('of two that write the same file at once, the later one has it whole, and the earlier one is told', () => {
  const path = join(folder, 'both.md');
  const [first, second] = [replacing(path), replacing(path)];
  first.write(Buffer.from('first'));
  second.write(Buffer.from('sec'));
  expect(() => first.commit()).toThrow('both.md is written by another process too.');
  first.abandon();
  second.write(Buffer.from('ond'));
  second.commit();
  expect(readFileSync(path, 'utf8')).toBe('second');
  expect(readdirSync(folder).filter(it => it.includes('both'))).toEqual(['both.md']);
});
