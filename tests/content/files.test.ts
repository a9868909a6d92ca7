import { mkdirSync, mkdtempSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { ContentError } from '../../src/content/content-error.ts';
import { checkContent, compileLibrary, filesIn, loadLibrary, readScript } from '../../src/content/files.ts';
import { InputError } from '../../src/model/errors.ts';

const BANK = 'kind: bank\nid: go\nquestions: [ { id: a, prompt: What? } ]\n';

let root: string;
let shipped: string;
beforeEach(async () => {
  root = mkdtempSync(join(tmpdir(), 'mockloop-content-'));
  put('shipped/bank.yaml', BANK);
  const { json } = await compileLibrary([join(root, 'shipped')]);
  shipped = put('library.json', json);
});

function put(name: string, text: string): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

describe('reading folders', () => {
  test('finds .yaml and .yml at any depth, by name, and nothing else', () => {
    for (const name of [
      'b.yaml',
      'a.yml',
      'loops/c.yaml',
      'notes.md',
      '.hidden.yaml',
      '.git/x.yaml',
      'node_modules/y/z.yaml',
    ])
      put(`in/${name}`, '');
    expect(filesIn(join(root, 'in')).map(it => it.file)).toEqual(
      ['a.yml', 'b.yaml', 'loops/c.yaml'].map(it => join(root, 'in', it)),
    );
  });

  test('reads a single file whatever its ending', () => {
    expect(filesIn(put('mine.json', '{}')).map(it => it.bytes.length)).toEqual([2]);
  });

  test('refuses a link that leads outside', () => {
    put('in/a.yaml', BANK);
    symlinkSync(put('secret.yaml', 'kind: bank'), join(root, 'in', 'b.yaml'));
    expect(() => filesIn(join(root, 'in'))).toThrow(/leads out of the content folder/);
  });

  test('reads a file once when a link inside leads to it, and survives links in a circle', () => {
    put('in/sub/a.yaml', BANK);
    symlinkSync('..', join(root, 'in', 'sub', 'up'));
    symlinkSync('sub/a.yaml', join(root, 'in', 'again.yaml'));
    expect(filesIn(join(root, 'in'))).toHaveLength(1);
  });

  test.each(['missing', 'empty'])('a path that gives nothing is the user’s mistake: %s', name => {
    mkdirSync(join(root, 'empty'));
    expect(() => filesIn(join(root, name))).toThrow(InputError);
  });
});

describe('code beside a bank', () => {
  const problems = async (name: string, language = 'go') => {
    const coding = `kind: bank\nid: x\nquestions: [ { id: a, prompt: b, coding: { language: ${language}, tests: ${name} } } ]\n`;
    return (await checkContent({ shipped, paths: [put('in/bank.yaml', coding)] })).problems.map(
      it => it.message,
    );
  };

  test('is read with the content, as it is', async () => {
    put('in/files/a_test.go', 'package a\r\n\t// ✓\n');
    expect(await problems('files/a_test.go')).toEqual([]);
    const { banks } = await loadLibrary({ shipped, folders: [join(root, 'in')] });
    expect(banks.get('x')?.questions[0]?.coding).toEqual({
      language: 'go',
      tests: 'files/a_test.go',
      files: { tests: 'package a\r\n\t// ✓\n' },
    });
  });

  test('is not there, or is a folder', async () => {
    mkdirSync(join(root, 'in/b_test.go'), { recursive: true });
    for (const name of ['a_test.go', 'b_test.go'])
      expect(await problems(name)).toEqual([`There is no file "${name}" beside the bank.`]);
  });

  test('may be a link within the folder of its bank, not one that leads out, nor one in a folder that does', async () => {
    put('in/files/b.txt', 'package a');
    symlinkSync('b.txt', join(root, 'in/files/b_test.go'));
    expect(await problems('files/b_test.go')).toEqual([]);
    put('outside/a_test.go', 'secret');
    symlinkSync(join(root, 'outside/a_test.go'), join(root, 'in/files/a_test.go'));
    symlinkSync(join(root, 'outside'), join(root, 'in/far'));
    for (const name of ['files/a_test.go', 'far/a_test.go'])
      expect(await problems(name)).toEqual([
        `The file "${name}" is a link that leads out of the bank's folder.`,
      ]);
  });

  test('is a text of at most 128 KB', async () => {
    put('in/a_test.go', 'x'.repeat(128 * 1024));
    expect(await problems('a_test.go')).toEqual([]);
    put('in/a_test.go', 'x'.repeat(128 * 1024 + 1));
    expect(await problems('a_test.go')).toEqual(['The file "a_test.go" is longer than 128 KB.']);
    put('in/a_test.go', 'a\0b');
    expect(await problems('a_test.go')).toEqual(['The file "a_test.go" is no text in UTF-8.']);
  });
});

describe('loading', () => {
  test('the compiled library equals the YAML it was made from', async () => {
    const fromYaml = await loadLibrary({
      shipped: put('none.json', EMPTY),
      folders: [join(root, 'shipped')],
    });
    const { banks } = await loadLibrary({ shipped });
    expect([...banks]).toEqual([...fromYaml.banks]);
  });

  test('what is broken throws with every problem', async () => {
    const folder = dirname(put('bad/a.yaml', 'kind: bank\nid: x\nquestions: [ { id: A, promt: b } ]\n'));
    const error = await loadLibrary({ shipped, folders: [folder] }).catch((it: unknown) => it);
    expect(error).toBeInstanceOf(ContentError);
    expect((error as ContentError).problems).toHaveLength(2);
    expect((error as ContentError).message).toContain('a.yaml:3:23: There is no key "promt" here.');
  });

  test('at most fifty problems are written out', async () => {
    const ids = Array.from({ length: 60 }, (_, index) => `  - { id: A${index}, prompt: b }\n`).join('');
    const path = put('many.yaml', `kind: bank\nid: x\nquestions:\n${ids}`);
    await expect(loadLibrary({ shipped, folders: [path] })).rejects.toThrow(/\n\nand 10 more$/);
  });

  test('a missing compiled library is told with what to do', async () => {
    await expect(loadLibrary({ shipped: join(root, 'no.json') })).rejects.toMatchObject({
      remedy: expect.stringContaining('build'),
    });
  });
});

const EMPTY = '{"banks":[],"loops":[],"rubrics":[]}';

test('checking counts files and problems', async () => {
  const path = put('bad.yaml', 'kind: bank\nid: x\nquestions: [ { id: A, prompt: b } ]\n');
  expect(await checkContent({ shipped, paths: [path] })).toMatchObject({
    counts: '1 file, 1 problem',
    problems: [{ line: 3 }],
  });
});

describe('a script of answers', () => {
  test('is a map of texts, with seconds where they are given', async () => {
    const path = put(
      'answers.yaml',
      'go/a: One.\ngo/a/?depth.why: { text: Two., seconds: 30 }\ndefault: ""\n',
    );
    expect([...(await readScript(path))]).toEqual([
      ['go/a', { text: 'One.' }],
      ['go/a/?depth.why', { text: 'Two.', seconds: 30 }],
      ['default', { text: '' }],
    ]);
  });

  test('with problems throws all of them', async () => {
    const path = put('answers.yaml', 'go/a: 1\ngo/b: { txt: Two. }\n');
    const error = await readScript(path).catch((it: unknown) => it);
    expect((error as ContentError).problems.map(it => it.line)).toEqual([1, 2]);
  });
});
