import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bufferOf, left, type TextBuffer, top } from '../../../src/terminal/editor/buffer.ts';
import { textWidth } from '../../../src/terminal/editor/graphemes.ts';
import { moveRows, rowStarts, scrolled, viewFrom } from '../../../src/terminal/editor/layout.ts';

const anyLine = fc
  .string({ unit: 'grapheme', maxLength: 80 })
  .map(it => it.replace(/[\x00-\x1f\x7f-\x9f]/g, ' '));

function rowsOf(line: string, width: number): string[] {
  const starts = rowStarts(line, width);
  return starts.map((start, row) => line.slice(start, starts[row + 1]));
}

describe('wrapping', () => {
  test('loses nothing, and makes rows that fit but for a space at their end', () => {
    fc.assert(
      fc.property(anyLine, fc.integer({ min: 8, max: 40 }), (line, width) => {
        const rows = rowsOf(line, width);
        expect(rows.join('')).toBe(line);
        for (const row of rows)
          expect(textWidth(row)).toBeLessThanOrEqual(width + (row.endsWith(' ') ? 1 : 0));
        expect(rows.slice(1).every(row => row !== '')).toBe(true);
      }),
    );
  });

  test.each([
    ['one two three', 8, ['one two ', 'three']],
    ['one twos three', 8, ['one twos ', 'three']],
    ['abcdefghijkl', 8, ['abcdefgh', 'ijkl']],
    ['ab abcdefghijkl', 8, ['ab ', 'abcdefgh', 'ijkl']],
    ['東京都は日本の首都', 9, ['東京都は', '日本の首', '都']],
    ['\tif x {', 9, ['\tif x ', '{']],
    ['', 8, ['']],
  ])('%j at %i columns', (line, width, rows) => {
    expect(rowsOf(line, width)).toEqual(rows);
  });
});

/** `|` is the cursor, in the row that it is seen in. */
function seen(buffer: TextBuffer, width: number): string {
  const view = viewFrom(buffer, { line: 0, row: 0 }, width, 99);
  const { row, prefix } = view.cursor;
  return view.rows.map((it, i) => (i === row ? `${prefix}|${it.slice(prefix.length)}` : it)).join('/');
}

describe('going up and down', () => {
  test('goes by rows of the screen and keeps to its column', () => {
    let now = moveRows(top(bufferOf('one two three four\nx\nlonger line')), 0, 12);
    for (let i = 0; i < 4; i++) now = { ...now, column: now.column + 1 };
    const steps: string[] = [];
    now = { lines: now.lines, line: 0, column: 6 };
    for (let i = 0; i < 4; i++) {
      now = moveRows(now, 1, 12);
      steps.push(seen(now, 12));
    }
    expect(steps).toEqual([
      'one two /three |four/x/longer line',
      'one two /three four/x|/longer line',
      'one two /three four/x/longer| line',
      'one two /three four/x/longer| line',
    ]);
  });

  test('stops before the end of a row that goes on', () => {
    const now = moveRows({ lines: ['one two three four', 'a long line'], line: 1, column: 11 }, -2, 12);
    expect(seen(now, 12)).toBe('one two| /three four/a long line');
  });

  test('comes back to where it was', () => {
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 5, maxLength: 8 }),
        fc.integer({ min: 1, max: 4 }),
        (lines, count) => {
          const start = bufferOf(lines.join('\n'));
          const up = moveRows(start, -count, 20);
          const moved = up.line !== start.line || up.column !== start.column;
          const back = moveRows(up, count, 20);
          if (moved) expect([back.line <= start.line, back.goal]).toEqual([true, up.goal]);
        },
      ),
    );
  });
});

describe('the window', () => {
  test('always has the cursor in it, and is full when there is enough text', () => {
    const anyBuffer = fc.tuple(fc.array(anyLine, { minLength: 1, maxLength: 20 }), fc.nat(300));
    fc.assert(
      fc.property(anyBuffer, fc.nat(25), fc.integer({ min: 1, max: 9 }), ([lines, steps], first, height) => {
        let buffer = bufferOf(lines.join('\n'));
        for (let i = 0; i < steps; i++) buffer = left(buffer);
        const from = scrolled(buffer, { line: first, row: 0 }, 20, height);
        const view = viewFrom(buffer, from, 20, height);
        const all = buffer.lines.reduce((sum, line) => sum + rowStarts(line, 20).length, 0);
        expect(view.rows.length).toBe(Math.min(all, height));
        expect(view.rows[view.cursor.row]!.startsWith(view.cursor.prefix)).toBe(true);
        const { line, column } = buffer;
        expect(buffer.lines[line]!.slice(0, column).endsWith(view.cursor.prefix)).toBe(true);
      }),
    );
  });

  test('stays where it is while the cursor is in it', () => {
    const buffer = { lines: Array.from({ length: 20 }, (_, i) => `${i}`), line: 7, column: 0 };
    expect(scrolled(buffer, { line: 5, row: 0 }, 20, 5)).toEqual({ line: 5, row: 0 });
    expect(scrolled(buffer, { line: 8, row: 0 }, 20, 5)).toEqual({ line: 7, row: 0 });
    expect(scrolled(buffer, { line: 0, row: 0 }, 20, 5)).toEqual({ line: 3, row: 0 });
  });

  test('shows tabs as spaces and leaves out marks that turn the writing around', () => {
    const view = viewFrom(bufferOf('\ta\u202eb'), { line: 0, row: 0 }, 20, 2);
    expect(view.rows).toEqual(['    ab']);
  });
});
