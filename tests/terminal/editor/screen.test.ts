import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ALTERNATE, eraseInline, type Frame, INLINE } from '../../../src/terminal/editor/screen.ts';
import { rowsOf, terminalWith } from './world.ts';

const row = fc.constantFrom('', 'a', 'some words', '東京', 'x'.repeat(29));
const frame = (least: number, most: number): fc.Arbitrary<Frame> =>
  fc
    .tuple(fc.array(row, { minLength: least, maxLength: most }), fc.nat(), fc.nat(3))
    .map(([rows, at, length]) => {
      const cursorRow = at % rows.length;
      return { rows, cursor: { row: cursorRow, prefix: [...rows[cursorRow]!].slice(0, length).join('') } };
    });

function filled(rows: readonly string[]): string[] {
  return [...rows, ...Array<string>(8).fill('')].slice(0, 8);
}

describe('drawing', () => {
  test('frame after frame shows what drawing the last one whole does', async () => {
    const frames = fc.array(frame(8, 8), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(frames, async all => {
        const bytes = all.map((it, i) => ALTERNATE.paint(all[i - 1], it)).join('');
        const terminal = await terminalWith(`left over${ALTERNATE.open}${bytes}`, 30, 8);
        expect(rowsOf(terminal)).toEqual(filled(all.at(-1)!.rows));
        expect(terminal.buffer.active.cursorY).toBe(all.at(-1)!.cursor.row);
      }),
      { numRuns: 40 },
    );
  });

  test('in place shows the last frame below what was there, growing and shrinking', async () => {
    const frames = fc.array(frame(1, 6), { minLength: 1, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(frames, async all => {
        const bytes = all.map((it, i) => INLINE.paint(all[i - 1], it)).join('');
        const terminal = await terminalWith(`question\r\n${INLINE.open}${bytes}`, 30, 8);
        expect(rowsOf(terminal)).toEqual(filled(['question', ...all.at(-1)!.rows]));
        expect(terminal.buffer.active.cursorY).toBe(1 + all.at(-1)!.cursor.row);
      }),
      { numRuns: 40 },
    );
  });

  test('writes only the row that changed, between marks of synchronized output', () => {
    const before = { rows: ['question', 'answe', 'status'], cursor: { row: 1, prefix: 'answe' } };
    const after = { rows: ['question', 'answer', 'status'], cursor: { row: 1, prefix: 'answer' } };
    const bytes = ALTERNATE.paint(before, after);
    expect(bytes).toMatch(/^\x1b\[\?2026h.*\x1b\[\?2026l$/);
    expect(bytes).toContain('answer');
    expect(bytes).not.toMatch(/question|status/);
  });

  test.each([ALTERNATE, INLINE])('writes nothing when nothing changed', ({ paint }) => {
    const same = { rows: ['a', 'b'], cursor: { row: 1, prefix: 'b' } };
    expect(paint(same, { ...same, rows: [...same.rows] })).toBe('');
  });

  test('gives the scrollback back as it was', async () => {
    const drawn = ALTERNATE.paint(undefined, { rows: ['a'], cursor: { row: 0, prefix: 'a' } });
    const terminal = await terminalWith(`before${ALTERNATE.open}${drawn}${ALTERNATE.close}`, 30, 8);
    expect(rowsOf(terminal)[0]).toBe('before');
    expect(terminal.modes).toMatchObject({ bracketedPasteMode: false, wraparoundMode: true });
  });

  test('erases its own rows in place', async () => {
    const last = { rows: ['a', 'b', 'c'], cursor: { row: 1, prefix: '' } };
    const terminal = await terminalWith(
      `question\r\n${INLINE.paint(undefined, last)}${eraseInline(last)}`,
      30,
      8,
    );
    expect(rowsOf(terminal)).toEqual(filled(['question']));
  });
});
