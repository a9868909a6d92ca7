import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { inputsOf } from '../../src/batch/files.ts';
import { temporaryFolder } from '../cli/world.ts';
import { resultsOf, row } from './world.ts';

const CSV = 'id,question,answer\nc1,small/cache,"Stale data, for a while."\nc2,small/cache,None.\n';

/** Files of these names and texts. @returns their paths. */
function files(texts: Readonly<Record<string, string | Uint8Array>>): string[] {
  const folder = temporaryFolder();
  return Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name);
    writeFileSync(path, text);
    return path;
  });
}

describe('rows of real files', () => {
  test('of every kind in one run, nothing lost', async () => {
    const paths = files({
      'a.csv': CSV,
      'b.jsonl': row({ id: 'j1' }),
      'c.md': '---\nid: m1\nquestion: small/cache\n---\nStale data.\n',
      'd.jsonl.gz': gzipSync(row({ id: 'z1' })),
      'e.csv.gz': gzipSync(CSV.replaceAll('\nc', '\nd')),
    });
    const { inputs, size, read } = inputsOf({ paths, stdin: Readable.from([]) });
    const results = await resultsOf(inputs);
    expect(results.map(it => it.id)).toEqual(['c1', 'c2', 'j1', 'm1', 'z1', 'd1', 'd2']);
    expect(read()).toBe(size);
  });

  test('and of standard input, whose size nobody knows', async () => {
    const paths = [...files({ 'a.csv': CSV }), '-'];
    const { inputs, size } = inputsOf({ paths, stdin: Readable.from([Buffer.from(row())]) });
    expect((await resultsOf(inputs)).map(it => it.id)).toEqual(['c1', 'c2', 'a']);
    expect(size).toBeUndefined();
  });
});

describe('a CSV file that cannot be read to its first line is one error, and the others are judged', () => {
  const PACKED = gzipSync(CSV);
  test.each([
    [
      'what is not packed',
      'a.csv.gz',
      CSV,
      /cannot be read on: its name ends in \.gz, and it is no gzip file\.$/,
    ],
    [
      'what is packed and does not say so',
      'a.csv',
      PACKED,
      /cannot be read on: it is packed by gzip; end its name/,
    ],
    ['nothing at all', 'a.csv.gz', '', /unexpected end of file/],
    ['a packed file cut off', 'a.csv.gz', PACKED.subarray(0, 20), /unexpected end of file/],
    ['one that is gone', 'a.csv', undefined, /ENOENT/],
  ])('%s', async (_what, name, text, cause) => {
    const [path, other] = files({ [name]: text ?? '', 'b.csv': CSV });
    const { inputs } = inputsOf({ paths: [path!, other!], stdin: Readable.from([]) });
    if (text === undefined) rmSync(path!);
    const [error, ...results] = await resultsOf(inputs);
    expect(error).toMatchObject({ status: 'error', file: path, line: 1 });
    expect(error!.cause).toMatch(/^The file cannot be read on: /);
    expect(error!.cause).toMatch(cause);
    expect(results.map(it => it.id)).toEqual(['c1', 'c2']);
  });
});

test.each([
  ['a.md.gz', '---\nquestion: small/cache\n---\nReaders may see stale data.\n', []],
  ['a.jsonl.gz', `${row({ id: 'whole' })}${row({ id: 'cut off' }).trim()}`, ['whole']],
  ['a.csv.gz', 'id,question,answer\nwhole,small/cache,Stale data.\ncut off,small/cache,Stale', ['whole']],
])('of %s cut off, what was read of the last row is not judged: one error', async (name, text, ids) => {
  // Without its check sum, of 8 bytes, all text comes out before it is known to be cut off.
  const [path] = files({ [name]: gzipSync(text).subarray(0, -8) });
  const { inputs } = inputsOf({ paths: [path!], stdin: Readable.from([]) });
  const results = await resultsOf(inputs);
  expect(results.map(it => it.id)).toEqual([...ids, null]);
  expect(results.at(-1)).toMatchObject({
    status: 'error',
    cause: 'The file cannot be read on: unexpected end of file.',
  });
});

describe('a folder', () => {
  const ANSWER = '---\nquestion: small/cache\n---\nStale data.\n';
  const inFolder = async (folder: string) => {
    const { inputs, size } = inputsOf({ paths: [folder], stdin: Readable.from([]) });
    return { size, told: (await resultsOf(inputs)).map(it => it.id ?? `${it.status}: ${it.cause}`) };
  };

  test('stands for the Markdown files in it and below, by name', async () => {
    const folder = temporaryFolder();
    for (const name of ['b', '.git', 'a.md']) mkdirSync(join(folder, name));
    for (const name of ['b/c.md', 'b.md', 'b/.c.md', '.git/d.md', 'e.txt', 'a.md/f.md'])
      writeFileSync(join(folder, name), ANSWER);
    const { told, size } = await inFolder(folder);
    expect(told).toEqual(['a.md/f', 'b', 'b/c']);
    expect(size).toBe(3 * ANSWER.length);
  });

  test('names a packed file as if it were not', async () => {
    const folder = temporaryFolder();
    for (const name of ['kim.md.gz', 'v1.2.md.GZ']) writeFileSync(join(folder, name), gzipSync(ANSWER));
    expect((await inFolder(folder)).told).toEqual(['kim', 'v1.2']);
  });

  test('with links in a circle, and to files that it has, is read once', async () => {
    const folder = temporaryFolder();
    mkdirSync(join(folder, 'sub'));
    for (const name of ['kim.md', 'sub/lee.md']) writeFileSync(join(folder, name), ANSWER);
    symlinkSync('..', join(folder, 'sub', 'loop'));
    symlinkSync('kim.md', join(folder, 'a.md'));
    symlinkSync('sub', join(folder, 'again'));
    expect((await inFolder(folder)).told).toEqual(['kim', 'sub/lee']);
  });

  test('holds what links lead to elsewhere', async () => {
    const [folder, elsewhere] = [temporaryFolder(), temporaryFolder()];
    writeFileSync(join(elsewhere, 'kim.md'), ANSWER);
    symlinkSync(elsewhere, join(folder, 'linked'));
    expect((await inFolder(folder)).told).toEqual(['linked/kim']);
  });

  test('with links that lead nowhere has an error for each answer, and the others are judged', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'kim.md'), ANSWER);
    symlinkSync('nowhere.md', join(folder, 'a.md'));
    symlinkSync('z.md', join(folder, 'z.md'));
    symlinkSync('nowhere', join(folder, 'b'));
    expect((await inFolder(folder)).told).toEqual([
      expect.stringMatching(/^error: The file cannot be read on: ENOENT/),
      'kim',
      expect.stringMatching(/^error: The file cannot be read on: ELOOP/),
    ]);
  });
});
