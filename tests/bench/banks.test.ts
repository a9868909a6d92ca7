import { afterEach, expect, test, vi } from 'vitest';
import { Lexer } from 'yaml';
import { fullBank, shortBank } from '../../bench/banks.mjs';
import { loadLibrary } from '../../src/content/files.ts';
import { buildLibrary } from '../../src/content/library.ts';

const base = await loadLibrary({});
const read = (text: string) => buildLibrary([[{ file: 'a.yaml', bytes: Buffer.from(text) }]], base);
const lex = vi.spyOn(Lexer.prototype, 'lex');
afterEach(() => lex.mockClear());

test.each([
  ['full', fullBank('a', 60)],
  ['short', shortBank('a', 60)],
])(
  'a %s bank is right, and read without the yaml package, which would take longer than all the rest',
  (_, text) => {
    const { library, problems } = read(text);
    expect(problems).toEqual([]);
    expect(library.banks.get('a')!.questions).toHaveLength(60);
    expect(lex).not.toHaveBeenCalled();
  },
);

test('the package is asked once where something is wrong, however much it is', () => {
  const wrong = fullBank('a', 60).replaceAll('missing: [first]', 'missing: [frist]');
  const { problems } = read(wrong);
  expect(problems).toHaveLength(60);
  expect(problems[0]).toMatchObject({ message: 'There is no point "frist" in the question above.' });
  expect(wrong.split('\n')[problems[59]!.line - 1]).toContain('frist');
  expect(lex).toHaveBeenCalledTimes(1);
});

test('a full question has about 2 KB', () => {
  const bytes = fullBank('a', 100).length / 100;
  expect(bytes).toBeGreaterThan(1500);
  expect(bytes).toBeLessThan(2500);
});
