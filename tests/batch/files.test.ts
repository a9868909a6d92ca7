import { writeFileSync } from 'node:fs';
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
