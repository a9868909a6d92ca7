import { existsSync, readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { checkContent, compileLibrary, filesIn, formatProblem } from '../../src/content/files.ts';

const at = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const folders = ['questions', 'rubrics'].map(it => relative('', at(it)));

describe('the shipped content', () => {
  test('has no problems', async () => {
    const { problems } = await compileLibrary(folders);
    expect(problems.map(formatProblem).join('\n\n')).toBe('');
  });

  test('has no warnings', { timeout: 300_000 }, async () => {
    const { problems } = await checkContent({ paths: folders, strict: true });
    expect(problems.map(formatProblem).join('\n\n')).toBe('');
  });

  test('says in every file where it comes from', () => {
    const without = folders
      .flatMap(filesIn)
      .filter(({ bytes }) => !/^sources:\n/m.test(Buffer.from(bytes).toString()));
    expect(without.map(it => it.file)).toEqual([]);
  });

  test('is what the build compiled (npm run build)', async () => {
    const { json } = await compileLibrary(folders);
    expect(readFileSync(at('dist/library.json'), 'utf8') === json).toBe(true);
  });

  test.each(folders.flatMap(filesIn).map(({ file, bytes }) => [file, bytes] as const))(
    '%s names an editor schema that exists',
    (file, bytes) => {
      const [, schema] =
        /^# yaml-language-server: \$schema=(\S+)\n/.exec(Buffer.from(bytes).toString('utf8')) ?? [];
      expect(schema && existsSync(new URL(schema, `file://${at(file)}`))).toBe(true);
    },
  );
});
