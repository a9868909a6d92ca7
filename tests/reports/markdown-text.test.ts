import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { visible } from '../../src/model/unseen.ts';
import { answerBlock, cell, fenced, inline, prose, table } from '../../src/reports/markdown-text.ts';

/** Text made of what Markdown, HTML and terminals act upon, with plain words between. */
const hostile = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...'\\`*_[]<>|~$&#+-=:!()>.1\n\r\t @'.split('')) },
      fc.constantFrom(
        '<script>',
        '```',
        '~~~',
        '---',
        '1. ',
        'https://a.b',
        'www.a.b',
        'me@a.b',
        '&amp;',
        '\u202e',
        '\u0000',
        '\u001b[',
      ),
      fc.string({ unit: 'grapheme', maxLength: 4 }),
    ),
    { maxLength: 30 },
  )
  .map(parts => parts.join(''));

/** A backslash pair, or a code span, as a Markdown reader takes them from left to right. */
const TOKEN = /\\([!-/:-@[-`{-~])|`([^`]*)`/g;

const readBack = (markdown: string) => markdown.replace(TOKEN, (_, escaped, code) => escaped ?? code);
const leftBare = (markdown: string) => markdown.replace(TOKEN, '·');

test('a figure with its sign stands in a cell as it is, and markup does not', () => {
  expect(cell('-0.61')).toBe('-0.61');
  expect(cell('a|*b*')).toBe('a\\|\\*b\\*');
  fc.assert(fc.property(hostile, text => !/[\\`*_[\]<>|~$\n]|&[#\w]/.test(leftBare(cell(text)))));
});

describe('inline text', () => {
  test('leaves no character that Markdown or HTML acts upon', () => {
    fc.assert(fc.property(hostile, text => !/[\\`*_[\]<>|~$\n]|&[#\w]/.test(leftBare(inline(text)))));
  });

  test('begins with nothing that makes a heading, a list, a rule or a table', () => {
    fc.assert(fc.property(hostile, text => !/^(?:[#+=:>-]|\d+[.)](?:\s|$)|\s)/.test(inline(text))));
  });

  test('leaves no address outside of code', () => {
    fc.assert(fc.property(hostile, text => !/:\/\/|www\.|@/i.test(inline(text).replace(TOKEN, ''))));
  });

  test('reads as what was written, but for white space and what is made visible', () => {
    fc.assert(
      fc.property(hostile, text => {
        expect(readBack(inline(text))).toBe(visible(text).replace(/\s+/g, ' ').trim());
      }),
    );
  });

  test('takes time in proportion to the text', () => {
    const [began, long] = [performance.now(), 'a'.repeat(300_000)];
    expect(inline(`${long} ${'\n'.repeat(300_000)} b`)).toHaveLength(300_002);
    expect(fenced(`${'\n'.repeat(300_000)}b`)).toContain('b');
    expect(performance.now() - began).toBeLessThan(2000);
  });

  test.each([
    ['a | b', 'a \\| b'],
    ['# no heading', '\\# no heading'],
    ['C# and a-b', 'C# and a-b'],
    ['about C #', 'about C \\#'],
    ['<script>', '\\<script\\>'],
    ['12. May', '12\\. May'],
    ['0.1.0', '0.1.0'],
    ['AT&T, R&D &lt;', 'AT\\&T, R\\&D \\&lt;'],
    ['see https://evil.example/a_b?c=d.', 'see `https://evil.example/a_b?c=d.`'],
    ['me@evil.example', '`me@evil.example`'],
    ['one\n\n# two', 'one # two'],
    ['a\u202eb', 'a\\\\u202eb'],
  ])('%j becomes %j', (text, markdown) => {
    expect(inline(text)).toBe(markdown);
  });
});

describe('prose', () => {
  test('keeps line breaks and paragraphs, each line inert', () => {
    expect(prose('one\ntwo\n\n\n# three\r\n===')).toBe('one\\\ntwo\n\n\\# three\\\n\\===');
  });

  test('reads as the lines that were written', () => {
    fc.assert(
      fc.property(hostile, text => {
        const lines = (it: string) => it.split('\n').filter(line => line.trim() !== '');
        const read = prose(text)
          .split('\n')
          .map(line => readBack(line.replace(/(?<!\\)((?:\\\\)*)\\$/, '$1')));
        expect(lines(read.join('\n'))).toEqual(
          lines(visible(text)).map(line => line.replace(/\s+/g, ' ').trim()),
        );
      }),
    );
  });
});

describe('an answer', () => {
  test('of prose is a block quote', () => {
    expect(answerBlock('One.\n\n> Two.')).toBe('> One.\n>\n> \\> Two.');
  });

  test('that is laid out, as code is, stays so', () => {
    expect(answerBlock('func f() {\n\tg()\n}')).toBe('```\nfunc f() {\n\tg()\n}\n```');
  });

  test('never gets out of its block', () => {
    fc.assert(
      fc.property(hostile, text => {
        const lines = answerBlock(text).split('\n');
        const fence = /^`{3,}$/.exec(lines[0]!)?.[0];
        if (!fence) return lines.every(line => line.startsWith('>'));
        const inside = lines.slice(1, -1).join('\n');
        return lines.at(-1) === fence && !inside.includes(fence);
      }),
    );
  });
});

describe('a fence', () => {
  test('is longer than any run of backticks inside', () => {
    expect(fenced('a ``` b ````` c')).toBe('``````\na ``` b ````` c\n``````');
  });
});

describe('a table', () => {
  test('has as many cells in each row as its head, whatever is in them', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        const rows = table(['One', 'Two'], [[inline(a), inline(b)]]).split('\n');
        expect(rows).toHaveLength(3);
        expect(rows[2]!.replace(/\\./g, '').split('|')).toHaveLength(4);
      }),
    );
  });
});
