/** The quick reading of YAML gives what the yaml package gives, or gives up. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_DEPTH, parseAnyYaml } from '../../src/content/document.ts';
import { filesIn } from '../../src/content/files.ts';
import { importList } from '../../src/content/import/import.ts';
import { buildLibrary } from '../../src/content/library.ts';
import { NOT_PLAIN, plainValue } from '../../src/content/plain-yaml.ts';
import { SHIPPED_CONTENT } from '../../src/content/shipped.ts';
import { sourceOf } from '../../src/content/source.ts';
import { contentText } from '../../src/content/written.ts';

/** Fails where the package would say something else. @returns whether the text was plain. */
function isReadAlike(text: string): boolean {
  const value = plainValue(text, MAX_DEPTH);
  if (value === NOT_PLAIN) return false;
  const { tree, problems } = parseAnyYaml(sourceOf('a.yaml', text));
  expect(problems, text).toEqual([]);
  expect(value, text).toEqual(tree!.value);
  return true;
}

const SHIPPED = SHIPPED_CONTENT.flatMap(filesIn).map(it => ({
  file: it.file.replace(/.*\/(?=questions|rubrics)/, ''),
  text: Buffer.from(it.bytes).toString('utf8'),
}));

test.each(SHIPPED)('$file is read alike, and plain without anchors', ({ text }) => {
  expect(isReadAlike(text)).toBe(!/[:[-] ?&[a-z]+\s/.test(text));
});

const { library } = buildLibrary([SHIPPED_CONTENT.flatMap(filesIn)]);

test.each([...library.banks.values(), ...library.loops.values()])(
  '$kind $id is plain as mockloop writes it',
  it => expect(isReadAlike(contentText(it))).toBe(true),
);

test('a bank is plain that was imported', async () => {
  const bytes = Buffer.from('1. What is "a lock"?\n\n   It: guards\n   a thing.\n\n2. Why?\n\n   Because.\n');
  const { yaml } = await importList({ file: 'list.md', bytes, format: 'md' });
  expect(isReadAlike(yaml)).toBe(true);
});

describe('plain is', () => {
  test.each([
    ['a map', 'a: b'],
    ['a key of words, a number, or in quotes', 'a b-c: 1\n2: b\n"4\' 29": c\n\'x "y\': d\n'],
    ['numbers', 'a: 12\nb: 1.50\nc: 007\nd: [1, 0.5]\n'],
    [
      'what looks like a number',
      'a: 12 minutes\nb: 1:30\nc: v1.2\nd: 3%\ne: 10th\nf: [5xx, 0b1, 1_000, e5]\n',
    ],
    ['true and false', 'a: true\nb: [false, True story]\n'],
    ['a list of maps', 'a:\n  - b: c\n    d: e\n  - b: f\n'],
    ['a list that begins in the column of its key', 'a:\n- b\n- c: d\n  e: f\ng: h\n'],
    ['lists in a list', '- - a\n  - b\n-\n  - c\n'],
    ['wide steps', 'a:\n    -   b: c\n        d:\n            e: f\n'],
    ['comments and blank lines', '# one\n\na: b # two\n# three\n\n  # four\nc: d#e\n'],
    ['brackets over lines', 'a: [b, c d,\n  e,]\nf: { g: h, i: [j],\n\n k: "l" }\nm: [ # n\n  o ]\n'],
    ['empty brackets', 'a: []\nb: { }\n'],
    ['a text over lines', 'a: b\n  c d\n\n\n  e\nf: g\n'],
    ['a text over lines within brackets', 'a: [b\n  c, 1\n  2, d\n  ]\n'],
    ['a text below its key', 'a:\n  b\n  c\nd:\n  "e"\n'],
    ['quotes', 'a: "b \\"c\\" \\\\ \\n \\/"\nd: \'e \'\'f\'\'\'\ng: ["", \'\', "h # i: j"]\n'],
    ['quotes over lines', 'a: "b\n  c \n\n   d"\ne: \'f\n\n\n  g\'\nh: "\n  i\n  "\n'],
    ['a literal text', 'a: |\n  b\n    c\n\n  d: e # f\n\ng: |-\n  h\n\n\ni: |\n\n  j'],
    ['a literal text with tabs', 'a: |\n  \tb\n  c\td\n'],
    ['a folded text', 'a: >\n  b\n  c\n\n  d\n\n\n  e\nf: >-\n\n  g\n  h \n  i\n'],
    ['a block text in a list', '- |\n  a\n- >-\n  b\n  c\n# d\n- e\n'],
    ['a block text with a comment behind its mark', 'a: |   # b\n  c\n'],
    ['a block text at the end', 'a:\n  b: |\n    c'],
    ['anything but ASCII', 'a: zürich 東京 👩‍👩‍👧 «b»\nc: "é"\n'],
    ['a document', '---\na: b\n'],
    ['the end of a document', 'a: b\n...\n'],
    ['a tab behind a colon', 'a:\tb\n'],
    ['a tab in a text', 'a: b\tc\n'],
    ['an explicit key', '? a\n: b\n'],
    ['a pair in a list', 'a: [b: c]\n'],
    ['an escape by number', 'a: "\\u0041"\n'],
    ['an escaped line end', 'a: "b\\\n  c"\n'],
    ['numbers of other kinds', 'a: 0x1F\n'],
    ['numbers with a sign', 'a: -1\n'],
    ['numbers with an exponent', 'a: 1e3\n'],
    ['numbers that are none', 'a: .nan\n'],
    ['a number too long to be exact', 'a: 12345678901234567890\n'],
    ['true in capitals', 'a: TRUE\n'],
    ['a block text that keeps its end', 'a: |+\n  b\n\n'],
    ['a block text that tells its indent', 'a: |2\n  b\n'],
    ['an empty block text', 'a: |\nb: c\n'],
    ['a folded text with a line further in', 'a: >\n  b\n    c\n'],
    ['spaces alone that are further in', 'a: |\n  b\n     \n  c\n'],
  ])('%s', (_, text) => expect(isReadAlike(text)).toBe(true));
});

describe('given up is', () => {
  test.each([
    ['an empty file', ''],
    ['a comment alone', '# a\n'],
    ['an anchor', 'a: &b c\n'],
    ['an alias', 'a: *b\n'],
    ['a tag', 'a: !b c\n'],
    ['a directive', '%YAML 1.2\n---\na: b\n'],
    ['a second document', 'a: b\n---\nc: d\n'],
    ['a tab before a text', 'a:\n\tb: c\n'],
    ['a tab before the only text', '\ta'],
    ['a key without a value', 'a:\nb: c\n'],
    ['a key twice', 'a: b\na: c\n'],
    ['a key twice within brackets', '{ a: b, a: c }\n'],
    ['the key __proto__', '"__proto__": a\n'],
    ['a key that is no text', 'true: a\n'],
    ['a key in brackets', '[a]: b\n'],
    ['a merge key', '<<: a\n'],
    ['a colon in a text', 'a: b: c\n'],
    ['a colon at the end of a text', 'a: b:\n'],
    ['a colon in the second line of a text', 'a: b\n  c: d\n'],
    ['a text that goes on behind a comment', 'a: b # c\n  d\n'],
    ['a text that goes on below a comment', 'a: b\n  # c\n  d\n'],
    ['a key and no colon', 'a: b\nc\n'],
    ['a list in a map', 'a: b\n- c\n'],
    ['a map in a list', '- a\nb: c\n'],
    ['a list behind a key', 'a: - b\n'],
    ['indentation that fits nothing', 'a:\n    b: c\n  d: e\n'],
    ['indentation without need', 'a: b\n  c: d\n'],
    ['something behind a bracket', 'a: [b] c\n'],
    ['something behind a quote', 'a: "b" c\n'],
    ['a comment without a space', 'a: "b"#c\n'],
    ['a bracket that is not closed', 'a: [b\n'],
    ['a bracket closed in the column of its key', 'a:\n  b: [\n  c ]\n'],
    ['a bracket closed by another', 'a: [b}\n'],
    ['nothing between commas', 'a: [b,,c]\n'],
    ['a key without a value within brackets', 'a: { b }\n'],
    ['a quote that is not closed', 'a: "b\n'],
    ['a quote that goes on in the column of its key', 'a:\n  b: "c\n  d"\n'],
    ['nothing', 'a: ~\nb: null\n'],
    ['a text in place of a map, whose lines are no further in', '>1\nkind: bank\nid: small\n'],
    ['a line less far in', 'a: |\n    b\n  c\n'],
    ['lists in lists without end', '- '.repeat(MAX_DEPTH + 1).concat('a\n')],
    ['brackets in brackets without end', `${'['.repeat(MAX_DEPTH + 1)}${']'.repeat(MAX_DEPTH + 1)}\n`],
  ])('%s', (_, text) => expect(plainValue(text, MAX_DEPTH)).toBe(NOT_PLAIN));
});

describe('whatever is typed into a bank', () => {
  const bank = readFileSync(new URL('../fixtures/content/small.yaml', import.meta.url), 'utf8');
  const more = `lines: >-\n  one\n  two\n\n  three\nquoted: "one\n  two"\nlist: [a b,\n  c, { d: 'e' }]\n"4": |\n  f\n    g\n`;
  const scraps = [
    '',
    ...'\t:-[]{}"\'|>#?,~\n &!\\',
    '\n  ',
    '\n\n',
    ': ',
    ' #',
    '- ',
    '1',
    'true',
    'é',
    '  ',
  ];
  const edit = fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.nat(3), fc.constantFrom(...scraps));

  test('is read alike or given up', () => {
    let plain = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(bank, more),
        fc.array(edit, { minLength: 1, maxLength: 4 }),
        (text, edits) => {
          const edited = edits.reduce((before, [where, gone, scrap]) => {
            const at = Math.floor(where * before.length);
            return before.slice(0, at) + scrap + before.slice(at + gone);
          }, text);
          if (isReadAlike(edited)) plain += 1;
        },
      ),
      { numRuns: RUNS },
    );
    expect(plain).toBeGreaterThan(RUNS / 10);
  });
});

const RUNS = 1500;
