import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { writeAtomic } from '../../src/store/atomic.ts';

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
  expect(existsSync(`${path}.new`)).toBe(false);
  expect(statSync(path).isDirectory()).toBe(true);
});
