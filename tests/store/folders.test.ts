import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { filesIn } from '../../src/store/folders.ts';

test('the files of a folder with their sizes; folders and links are none', () => {
  const folder = mkdtempSync(join(tmpdir(), 'folders-'));
  writeFileSync(join(folder, 'one'), 'four');
  mkdirSync(join(folder, 'inside'));
  symlinkSync(join(folder, 'one'), join(folder, 'link'));
  expect(filesIn(folder)).toEqual([{ path: join(folder, 'one'), bytes: 4, written: expect.any(Number) }]);
});

test('a folder that is not there has none', () => expect(filesIn('/nowhere/at/all')).toEqual([]));
