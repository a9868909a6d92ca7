import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Cut, cutterFor, MAX_ROW } from '../../src/batch/records.ts';

/** The rows that come out when a text is pushed in blocks of so many bytes. */
function rowsOf(text: string | Buffer, format: 'jsonl' | 'csv', size: number, separator = ',') {
  const bytes = Buffer.from(text as string);
  const cutter = cutterFor(format, separator);
  const cuts: Cut[] = [];
  for (let at = 0; at < bytes.length; at += size) cuts.push(cutter.push(bytes.subarray(at, at + size)));
  cuts.push(cutter.end());
  return cuts.flatMap(({ bytes: cut, ends, lines, broken }) =>
    ends.map((end, at) => ({
      text: Buffer.from(cut.subarray(ends[at - 1] ?? 0, end)).toString('utf8'),
      line: lines[at],
      ...(broken?.[at] && { broken: broken[at] }),
    })),
  );
}

describe('lines', () => {
  test('are rows with the numbers of their lines, blank ones too', () => {
    expect(rowsOf('a\n\nb\r\nc', 'jsonl', 2)).toEqual([
      { text: 'a\n', line: 1 },
      { text: '\n', line: 2 },
      { text: 'b\r\n', line: 3 },
      { text: 'c\n', line: 4 },
    ]);
  });

  test('that are too long are one bad row each, and hold no memory', () => {
    const giant = Buffer.alloc(3 * MAX_ROW, 'x');
    const rows = rowsOf(Buffer.concat([Buffer.from('a\n'), giant, Buffer.from('\nb\n')]), 'jsonl', 65536);
    expect(rows.map(it => [it.line, it.broken])).toEqual([
      [1, undefined],
      [2, 'The row is longer than 1 MB.'],
      [3, undefined],
    ]);
    expect(rows[1]!.text.length).toBeLessThan(MAX_ROW + 2 * 65536);
    expect(rows[2]!.text, 'nothing of the long one is left in front of the next').toBe('b\n');
  });

  test('the last of which is too long end the input', () => {
    const rows = rowsOf(Buffer.alloc(2 * MAX_ROW, 'x'), 'jsonl', 65536);
    expect(rows.map(it => it.broken)).toEqual(['The row is longer than 1 MB.']);
  });
});

describe('CSV', () => {
  test('has line breaks and separators within quotes, and quotes doubled', () => {
    const text = 'a,"b\nc"\n"d ""e"", \n\nf",g\n';
    expect(rowsOf(text, 'csv', 3)).toEqual([
      { text: 'a,"b\nc"\n', line: 1 },
      { text: '"d ""e"", \n\nf",g\n', line: 3 },
    ]);
  });

  test('takes a quote within a field for what it is', () => {
    expect(rowsOf('a,5" disk\nb,c\n', 'csv', 4).map(it => it.text)).toEqual(['a,5" disk\n', 'b,c\n']);
  });

  test('goes on behind a quote that is never closed', () => {
    expect(rowsOf('a,"b\nc,d\ne,f\n', 'csv', 100)).toEqual([
      { text: 'a,"b\n', line: 1, broken: 'A quote is opened on this line and never closed.' },
      { text: 'c,d\n', line: 2 },
      { text: 'e,f\n', line: 3 },
    ]);
  });

  const FILLER = 'filler text\n';
  const lineCount = (bytes: number) => Math.ceil(bytes / FILLER.length);
  const told = (text: string, size: number) =>
    rowsOf(text, 'csv', size).map(it => [it.line, it.broken ?? it.text]);

  test.each([
    ['a little', 1.1],
    ['far', 5],
  ])('has one bad row where a field of many lines is %s too long, and goes on behind it', (_what, times) => {
    const filler = lineCount(times * MAX_ROW);
    const text = `a,b\nc,"${FILLER.repeat(filler)}x,""y""\n"\r\nd,e\n`;
    for (const size of [65536, 100 * MAX_ROW])
      expect(told(text, size)).toEqual([
        [1, 'a,b\n'],
        [2, 'The row is longer than 1 MB.'],
        [filler + 4, 'd,e\n'],
      ]);
  });

  const NEVER = 'A quote is opened on this line and never closed.';

  test.each([
    ['nothing', ''],
    ['another quoted field', 'c,"d"\n'],
  ])('goes on behind a quote that is never closed when megabytes and %s follow', (_what, more) => {
    const filler = lineCount(2 * MAX_ROW);
    for (const size of [65536, 100 * MAX_ROW]) {
      const rows = told(`a,"b\n${FILLER.repeat(filler)}${more}e,f\n`, size);
      expect(rows.slice(0, 2)).toEqual([
        [1, NEVER],
        [2, FILLER],
      ]);
      expect(rows).toHaveLength(filler + 2 + (more === '' ? 0 : 1));
    }
  });

  test('names the lines behind a quote that it cannot see the end of', () => {
    const filler = lineCount(5 * MAX_ROW);
    const open = `a,"b\n${FILLER.repeat(filler)}`;
    for (const size of [65536, 100 * MAX_ROW]) {
      expect(told(open, size)).toEqual([[1, `${NEVER} Lines 2 to ${filler + 1} are not read.`]]);
      expect(told(`${open}c,"d"\ne,f\n`, size)).toEqual([
        [1, `${NEVER} Lines 2 to ${filler + 2} are not read.`],
        [filler + 3, 'e,f\n'],
      ]);
    }
  });

  test('may be separated by something else', () => {
    expect(rowsOf('a;"b\n"\nc\n', 'csv', 100, ';').map(it => it.text)).toEqual(['a;"b\n"\n', 'c\n']);
  });
});

const pieces = fc.array(fc.constantFrom('a', '"', ',', '\n', '\r\n', 'é', '\0'), { maxLength: 60 });

test('rows are the same however the bytes arrive, and together they are the input', () => {
  const size = fc.integer({ min: 1, max: 9 });
  const format = fc.constantFrom('jsonl' as const, 'csv' as const);
  fc.assert(
    fc.property(pieces, size, format, (parts, bytes, kind) => {
      const text = parts.join('');
      const rows = rowsOf(text, kind, bytes);
      expect(rows).toEqual(rowsOf(text, kind, 1000));
      const ended = text === '' || text.endsWith('\n') ? text : `${text}\n`;
      expect(rows.map(it => it.text).join('')).toBe(ended);
    }),
  );
});
