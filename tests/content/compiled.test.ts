import { describe, expect, test } from 'vitest';
import { compiledLibrary, compiledText } from '../../src/content/compiled.ts';
import { loadLibrary } from '../../src/content/files.ts';

const library = await loadLibrary({});
const text = compiledText(library);

test('what was written is read again, in the order of the ids', () => {
  const read = compiledLibrary(text);
  for (const name of ['banks', 'loops', 'rubrics'] as const) {
    const items = [...library[name].values()];
    expect([...read[name]]).toEqual(items.map(it => [it.id, it]));
    expect([...read[name].keys()]).toEqual(items.map(it => it.id).sort());
    expect(read[name].size).toBe(items.length);
  }
});

test('it is JSON like any other', () =>
  expect(JSON.parse(text)).toEqual({
    banks: [...library.banks.values()],
    loops: [...library.loops.values()],
    rubrics: [...library.rubrics.values()],
  }));

describe('an item', () => {
  const [first, second] = [...library.banks.keys()] as [string, string];
  const broken = compiledLibrary(text.replace(`{"id":"${second}",`, `{"id":"${second}",?`));

  test('is parsed when it is asked for, and no other', () => {
    expect(broken.banks.get(first)).toEqual(library.banks.get(first));
    expect(broken.banks.has(second)).toBe(true);
    expect(() => broken.banks.get(second)).toThrow(SyntaxError);
  });

  test('is the same each time, and nobody can change it', () => {
    const bank = broken.banks.get(first)!;
    expect(broken.banks.get(first)).toBe(bank);
    expect(() => Object.assign(bank.questions[0]!, { prompt: '' })).toThrow(TypeError);
  });

  test('that there is not is undefined', () => {
    expect(broken.banks.get('constructor')).toBeUndefined();
    expect(broken.banks.has('constructor')).toBe(false);
  });
});

test('it is ASCII, whatever is in it, and read as it was', () => {
  const [bank] = [...library.banks.values()];
  const title = 'Größe — 漢字 🙂 \u2028';
  const strange = compiledText({ ...library, banks: new Map([['a', { ...bank!, id: 'a', title }]]) });
  expect(strange).toMatch(/^[\0-\x7f]*$/);
  expect(compiledLibrary(strange).banks.get('a')!.title).toBe(title);
});
