/** The shipped tables are what tables/README.md says, fit together, and know what any reader of English knows. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compiledLexicon } from '../../../src/scoring/lexicon/compile.ts';
import { readTables, shippedLexicon } from '../../../src/scoring/lexicon/files.ts';
import { DIMENSIONS } from '../../../src/scoring/lexicon/products.ts';
import { stem } from '../../../src/scoring/text/stem.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

const folder = new URL('../../../tables/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder));
const linesOf = (name: string) => read(name).toString('utf8').replace(/\n$/, '').split('\n');

const stems = linesOf('stems.txt');
const vectors = read('vectors.bin');
const MOST_BYTES = 8e6;

/** The elements that a check finds at fault: an empty list shows them, where a loop of expectations would be slow. */
const wrong = <T>(all: readonly T[], isRight: (it: T, at: number) => boolean) =>
  all.filter((it, at) => !isRight(it, at));

test('all tables together are small enough to ship', () => {
  const files = readdirSync(folder, { recursive: true }).map(String);
  const bytes = files.filter(it => /\.(txt|bin|md)$/.test(it)).map(it => read(it).length);
  expect(bytes.reduce((sum, it) => sum + it, 0)).toBeLessThanOrEqual(MOST_BYTES);
});

describe('sums', () => {
  const told = [
    ...read('README.md')
      .toString('utf8')
      .matchAll(/^([0-9a-f]{64}) {2}(\S+)$/gm),
  ];

  test('the README tells those of all files that are made', () =>
    expect(told.map(it => it[2])).toEqual([
      'stems.txt',
      'vectors.bin',
      'relations.txt',
      'classifiers/manner.txt',
      'classifiers/questions.txt',
      'classifiers/stories.txt',
    ]));

  test.each(told.map(it => [it[2]!, it[1]!]))('of %s', (name, sum) =>
    expect(createHash('sha256').update(read(name)).digest('hex')).toBe(sum),
  );
});

describe('stems and vectors', () => {
  test('a stem a line, each once, of plain letters', () => {
    expect(wrong(stems, it => /^[a-z]+$/.test(it))).toEqual([]);
    expect(new Set(stems).size).toBe(stems.length);
  });

  test('a vector a stem', () => expect(vectors.length).toBe(DIMENSIONS * stems.length));

  test('the largest coordinate of each is 127', () => {
    const most = (at: number) =>
      Math.max(
        ...new Int8Array(vectors.buffer, vectors.byteOffset + at * DIMENSIONS, DIMENSIONS).map(Math.abs),
      );
    expect(wrong(stems, (_, at) => most(at) === 127)).toEqual([]);
  });
});

describe('relations', () => {
  const lines = linesOf('relations.txt').map(line => line.split('\t'));

  test('a line a stem: three lists behind it, one of them at least with something in it', () => {
    expect(wrong(lines, it => it.length === 4 && it.slice(1).some(list => list !== ''))).toEqual([]);
    const names = lines.map(([name]) => name!);
    expect(names).toEqual([...new Set(names)].sort());
  });

  test('each pair stands once, in the line of the one that comes first', () => {
    const isRight = ([name, ...lists]: string[]) =>
      lists.every(list => list === '' || list.split(' ').every((it, at, all) => (all[at - 1] ?? name!) < it));
    expect(wrong(lines, isRight)).toEqual([]);
  });

  test('every word is one of the stems', () => {
    const known = new Set(stems);
    expect(wrong(lines.flatMap(it => it.join(' ').split(' ')).filter(Boolean), it => known.has(it))).toEqual(
      [],
    );
  });
});

describe('terms of the trade', () => {
  const groups = linesOf('terms.txt').map(line => line.split(', '));

  test('two or more of them a line, none twice, each with a word in it', () => {
    const isTerm = (it: string) => it === it.trim() && !it.includes(',') && wordsOf(it).length > 0;
    expect(wrong(groups, it => it.length > 1 && new Set(it).size === it.length && it.every(isTerm))).toEqual(
      [],
    );
  });

  test('no line stands twice', () => expect(new Set(groups.map(String)).size).toBe(groups.length));
});

describe('opposites of the trade', () => {
  const pairs = linesOf('opposites.txt').map(line => line.split(' | '));

  test('two single words a line, with different stems', () => {
    const isRight = ([one = '', other = '', ...more]: string[]) =>
      more.length === 0 && /^[a-z]+ [a-z]+$/.test(`${one} ${other}`) && stem(one) !== stem(other);
    expect(wrong(pairs, isRight)).toEqual([]);
  });

  test('no pair stands twice, either way round', () =>
    expect(new Set(pairs.map(it => [...it].sort().join(' '))).size).toBe(pairs.length));
});

test('the compiled tables are those of tables/, as the build makes them', () => {
  const compiled = (name: string) => readFileSync(new URL(`../../../dist/${name}`, import.meta.url), 'utf8');
  const { words, terms } = compiledLexicon(readTables());
  expect(compiled('words.txt') === words).toBe(true);
  expect(compiled('terms.json') === JSON.stringify(terms)).toBe(true);
});

/** Above 0, as all that is near is. */
const ANY = Number.MIN_VALUE;

describe('what is known of words', () => {
  const lexicon = shippedLexicon();
  const near = (a: string, b: string) =>
    lexicon.near(lexicon.placeOf(stem(a))!, [lexicon.placeOf(stem(b))!], ANY)[0]?.cosine ?? 0;
  const relations = (a: string, b: string) =>
    lexicon
      .related(stem(a))
      .filter(it => it.stem === stem(b))
      .map(it => it.relation);

  test('what is near follows the list it is asked for, also when it grows', () => {
    const place = (word: string) => lexicon.placeOf(stem(word))!;
    const near = (others: readonly number[]) => lexicon.near(place('memory'), others, ANY);
    const { cosine } = near([place('disk')])[0]!;
    const list = [place('queue'), -1];
    const before = near(list);
    expect(before.map(it => it.at)).toEqual([0]);
    list.push(place('disk'));
    expect(near(list)).toEqual([...before, { at: 2, cosine }]);
    expect(near([place('disk')])).toEqual([{ at: 0, cosine }]);
  });

  test('nothing is near below the least cosine', () => {
    const [a, b] = [lexicon.placeOf(stem('memory'))!, lexicon.placeOf(stem('disk'))!];
    const cosine = near('memory', 'disk');
    expect(lexicon.near(a, [b], cosine)).toHaveLength(1);
    expect(lexicon.near(a, [b], cosine + 1e-9)).toEqual([]);
  });

  test('the most frequent words come first', () => {
    expect(lexicon.placeOf('the')).toBe(0);
    expect(lexicon.placeOf(stem('server'))!).toBeLessThan(lexicon.placeOf(stem('latency'))!);
    expect(lexicon.placeOf('qqqq')).toBeUndefined();
  });

  test.each([
    ['latency', 'delay', 'banana'],
    ['customer', 'client', 'granite'],
    ['server', 'computer', 'banana'],
    ['mistake', 'error', 'orchid'],
    ['manager', 'boss', 'glacier'],
  ])('%s is nearer to %s than to %s', (word, close, far) =>
    expect(near(word, close)).toBeGreaterThan(near(word, far) + 0.3),
  );

  test.each([
    ['delay', 'postpone', 'synonym'],
    ['buyer', 'buy', 'derived'],
    ['cheap', 'expensive', 'opposite'],
    ['commit', 'rollback', 'opposite'],
  ])('%s and %s, either way: %s', (a, b, relation) => {
    expect(relations(a, b)).toContain(relation);
    expect(relations(b, a)).toContain(relation);
  });
});
