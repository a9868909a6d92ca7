import {
  chmodSync,
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
import { describe, expect, test, vi } from 'vitest';
import { isFreeFor, newFolder } from '../../src/store/new-folder.ts';

/** What was forced to the disk, and renamed to: the paths that files have by then. */
const done: string[] = [];

vi.mock('node:fs', async importOriginal => {
  const fs = await importOriginal<typeof import('node:fs')>();
  const opened = new Map<number, string>();
  return {
    ...fs,
    openSync: (path: string, ...more: [string]) => {
      const file = fs.openSync(path, ...more);
      opened.set(file, path);
      return file;
    },
    fsyncSync: (file: number) => {
      fs.fsyncSync(file);
      done.push(`sync ${opened.get(file)}`);
    },
    renameSync: (from: string, to: string) => {
      fs.renameSync(from, to);
      done.push(`rename ${to}`);
    },
  };
});

const temporaryFolder = () => mkdtempSync(join(tmpdir(), 'new-folder-'));
const NAMES = ['last.yaml', 'a.txt', 'b/c.txt'];
const fill = (path: string, isPrivate = false) => {
  const made = newFolder(path, { isPrivate });
  for (const name of NAMES) made.add(name, Buffer.from(name));
  return made;
};
const filesIn = (path: string) => readdirSync(path, { recursive: true, encoding: 'utf8' }).sort();
const ALL = ['a.txt', 'b', 'b/c.txt', 'last.yaml'];

describe('a new folder', () => {
  test('is there when all is in it', () => {
    const place = temporaryFolder();
    const made = fill(join(place, 'new'));
    expect(readdirSync(place)).toEqual(['.new.mockloop-new']);
    made.commit();
    expect(readdirSync(place)).toEqual(['new']);
    expect(filesIn(join(place, 'new'))).toEqual(ALL);
    expect(readFileSync(join(place, 'new', 'b', 'c.txt'), 'utf8')).toBe('b/c.txt');
  });

  test('that was there stays the one that it is, and so does a link to it', () => {
    const place = temporaryFolder();
    mkdirSync(join(place, 'real'));
    symlinkSync('real', join(place, 'link'));
    const before = statSync(join(place, 'real')).ino;
    fill(join(place, 'link')).commit();
    expect(statSync(join(place, 'real')).ino).toBe(before);
    expect(filesIn(join(place, 'real'))).toEqual(ALL);
  });

  test('that was given up leaves nothing, whatever has its name by then', () => {
    const place = temporaryFolder();
    const made = fill(join(place, 'new'));
    made.abandon();
    expect(readdirSync(place)).toEqual([]);
    mkdirSync(join(place, 'there'));
    const filled = fill(join(place, 'there'));
    // Another program was faster: what was moved before goes again, and theirs stays.
    mkdirSync(join(place, 'there', 'a.txt'));
    writeFileSync(join(place, 'there', 'a.txt', 'theirs'), 'x');
    expect(() => filled.commit()).toThrow();
    filled.abandon();
    expect(filesIn(join(place, 'there'))).toEqual(['a.txt', 'a.txt/theirs']);
  });

  test('is on the disk before it has its name, and so is the name', () => {
    const place = temporaryFolder();
    mkdirSync(join(place, 'there'));
    const forced = (name: string) => {
      done.length = 0;
      fill(join(place, name)).commit();
      return done.map(it => it.replaceAll(`${place}/`, '').replaceAll('.mockloop-new', 'NEW'));
    };
    const synced = (draft: string) => [
      ...NAMES.map(it => `sync ${draft}/${it}`),
      `sync ${draft}`,
      `sync ${draft}/b`,
    ];
    expect(forced('new')).toEqual([...synced('.newNEW'), 'rename new', `sync ${place}`]);
    expect(forced('there')).toEqual([
      ...synced('there/NEW'),
      'rename there/b',
      'rename there/a.txt',
      'sync there',
      'rename there/last.yaml',
      'sync there',
    ]);
  });

  test('is private where it holds what candidates wrote', () => {
    const place = temporaryFolder();
    mkdirSync(join(place, 'there'));
    chmodSync(join(place, 'there'), 0o755);
    for (const name of ['new', 'there']) {
      fill(join(place, name), true).commit();
      expect(statSync(join(place, name)).mode & 0o777).toBe(0o700);
      expect(statSync(join(place, name, 'a.txt')).mode & 0o777).toBe(0o600);
    }
  });
});

test('free is nothing, an empty folder, and one with what a killed run left', () => {
  const place = temporaryFolder();
  expect(isFreeFor(join(place, 'nothing'))).toBe(true);
  expect(isFreeFor(place)).toBe(true);
  fill(place);
  expect(isFreeFor(place)).toBe(true);
  writeFileSync(join(place, 'mine'), 'x');
  expect([isFreeFor(place), isFreeFor(join(place, 'mine'))]).toEqual([false, false]);
});
