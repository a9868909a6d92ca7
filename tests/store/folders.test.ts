import { existsSync, mkdirSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { filesIn, makeFolders } from '../../src/store/folders.ts';

test('the files of a folder with their sizes; folders and links are none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'folders-'));
  writeFileSync(join(folder, 'one'), 'four');
  mkdirSync(join(folder, 'inside'));
  symlinkSync(join(folder, 'one'), join(folder, 'link'));
  expect(filesIn(folder)).toEqual([{ path: join(folder, 'one'), bytes: 4, written: expect.any(Number) }]);
});

test('a folder that is not there has none', () => expect(filesIn('/nowhere/at/all')).toEqual([]));

describe('making folders', () => {
  const place = () => mkdtempSync(join(tmpdir(), 'folders-'));
  const modeOf = (path: string) => statSync(path).mode & 0o777;

  test('makes every part that is missing, in the same mode, and leaves the others as they are', () => {
    const folder = place();
    mkdirSync(join(folder, 'there'), { mode: 0o755 });
    const path = join(folder, 'there', 'one', 'two');
    makeFolders(`${path}/`, 0o700);
    makeFolders(path);
    const modes = [path, join(path, '..'), join(path, '..', '..')].map(modeOf);
    expect(modes).toEqual([0o700, 0o700, 0o755]);
  });

  test('follows a link to a folder', () => {
    const folder = place();
    symlinkSync(place(), join(folder, 'link'));
    makeFolders(join(folder, 'link', 'one'));
    expect(existsSync(join(folder, 'link', 'one'))).toBe(true);
  });

  test.each([
    ['in its place', 'file'],
    ['on the way', 'file/one'],
  ])('tells of a file %s', (_where, name) => {
    const folder = place();
    writeFileSync(join(folder, 'file'), 'kept');
    expect(() => makeFolders(join(folder, name))).toThrow(/EEXIST|ENOTDIR/);
  });

  // Before, it did not end.
  test.skipIf(!existsSync('/proc/self'))('tells of a file system that takes none', () =>
    expect(() => makeFolders('/proc/nowhere/at/all')).toThrow(/ENOENT|EACCES|EPERM/),
  );
});
