import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as buffer from '../../../src/terminal/editor/buffer.ts';
import { bufferOf, erase, insert, type TextBuffer, textOf } from '../../../src/terminal/editor/buffer.ts';
import { moveRows } from '../../../src/terminal/editor/layout.ts';

const { left, right, wordLeft, wordRight, home, end, top, bottom, killToEnd, killToStart } = buffer;
const MOVES = { left, right, wordLeft, wordRight, home, end, top, bottom };
const EDITS = {
  ...MOVES,
  killToEnd,
  killToStart,
  deleteBack: (it: TextBuffer) => erase(it, left),
  deleteWord: (it: TextBuffer) => erase(it, wordRight),
  up: (it: TextBuffer) => moveRows(it, -1, 20),
  down: (it: TextBuffer) => moveRows(it, 3, 20),
};

const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 8 }),
      fc.constantFrom('\n', ' ', '👩‍👩‍👧', 'e\u0301', '東', '\u200d'),
    ),
  )
  .map(parts => parts.join(''));

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

function expectOnBoundary({ lines, line, column }: TextBuffer) {
  const text = lines[line]!;
  const boundaries = [...[...segmenter.segment(text)].map(it => it.index), text.length];
  expect(boundaries).toContain(column);
}

/** The text with a bar where the cursor is. */
function shown(it: TextBuffer): string {
  return it.lines
    .map((line, i) => (i === it.line ? `${line.slice(0, it.column)}|${line.slice(it.column)}` : line))
    .join('\n');
}

function from(text: string): TextBuffer {
  const before = bufferOf(text.slice(0, text.indexOf('|')));
  const lines = text.replace('|', '').split('\n');
  return { ...before, lines };
}

describe('the text buffer', () => {
  test('keeps the cursor between graphemes and inside the text, whatever is done', () => {
    const step = fc.oneof(
      fc.constantFrom(...Object.keys(EDITS)),
      anyText.map(text => `+${text}`),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 40 }), steps => {
        let now = bufferOf('');
        for (const it of steps) {
          now = it.startsWith('+') ? insert(now, it.slice(1)) : EDITS[it as keyof typeof EDITS](now);
          expect(now.lines.length).toBeGreaterThan(0);
          expectOnBoundary(now);
        }
      }),
    );
  });

  test('never lets a control byte in, and keeps all else', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('\x1b', '\x00', '\x7f', '\u009b', '\b'),
        (text, control) => {
          const got = textOf(insert(bufferOf('ab'), text + control + text));
          expect(got).not.toMatch(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/);
          const plain = (text + text).replace(/[\x00-\x1f\x7f-\x9f]/g, '');
          expect(got.replace(/[\t\n]/g, '')).toBe(`ab${plain}`);
        },
      ),
    );
  });

  test('inserts at the cursor, in whatever pieces', () => {
    fc.assert(
      fc.property(anyText, anyText, anyText, (before, inserted, after) => {
        const at = insert(bufferOf(''), before);
        const cursor = left(insert(at, `x${after}`)).line;
        expect(cursor).toBeGreaterThanOrEqual(0);
        expect(textOf(insert(insert(at, inserted), after))).toBe(before + inserted + after);
      }),
    );
  });

  test('deletes backwards what was typed, grapheme by grapheme', () => {
    let now = insert(bufferOf(''), 'a👩‍👩‍👧e\u0301\n東');
    const seen: string[] = [];
    for (let i = 0; i < 5; i++) {
      now = erase(now, left);
      seen.push(textOf(now));
    }
    expect(seen).toEqual(['a👩‍👩‍👧e\u0301\n', 'a👩‍👩‍👧e\u0301', 'a👩‍👩‍👧', 'a', '']);
  });

  test('goes on to the end of a grapheme that an edit made', () => {
    expect(insert(home(bufferOf('👧!')), '👩\u200d')).toMatchObject({ column: '👩\u200d👧'.length });
    const below: TextBuffer = { lines: ['e', '\u0301z'], line: 1, column: 0 };
    expect(erase(below, left)).toMatchObject({ lines: ['e\u0301z'], column: 2 });
  });

  test('does not touch the buffer that it was given', () => {
    const before = bufferOf('one\ntwo');
    insert(before, 'x\ny');
    erase(before, left);
    expect(before).toEqual(bufferOf('one\ntwo'));
  });

  test('is the same buffer when there is nothing to delete', () => {
    const empty = bufferOf('');
    expect(erase(empty, left)).toBe(empty);
  });

  test.each([
    ['left', 'ab\n|c', 'ab|\nc'],
    ['right', 'ab|\nc', 'ab\n|c'],
    ['wordLeft', "it don't stop|", "it don't |stop"],
    ['wordLeft', "it don't |stop", "it |don't stop"],
    ['wordLeft', 'a\n|b', 'a|\nb'],
    ['wordRight', '|über, 東京 x', 'über|, 東京 x'],
    ['wordRight', 'über|, 東京 x', 'über, 東京| x'],
    ['wordLeft', '👩‍👩‍👧 ne\u0301e, 👍🏽|', '👩‍👩‍👧 |ne\u0301e, 👍🏽'],
    ['wordRight', '👩‍👩‍👧|🇨🇭 ne\u0301e, 👍🏽', '👩‍👩‍👧🇨🇭 ne\u0301e|, 👍🏽'],
    ['home', 'a\nbc|d', 'a\n|bcd'],
    ['end', 'a\nb|cd', 'a\nbcd|'],
    ['top', 'a\nb|', '|a\nb'],
    ['bottom', '|a\nb', 'a\nb|'],
    ['killToEnd', 'a|bc\nd', 'a|\nd'],
    ['killToEnd', 'a|\nd', 'a|d'],
    ['killToStart', 'x\nab|c', 'x\n|c'],
    ['killToStart', 'x\n|c', 'x|c'],
    ['deleteWord', 'a| word b', 'a| b'],
  ] as const)('%s: %j becomes %j', (edit, before, after) => {
    expect(shown(EDITS[edit](from(before)))).toBe(after);
  });

  test('passes a long run of emoji at once', () => {
    const run = bufferOf('🙂'.repeat(2_000));
    const began = performance.now();
    expect(wordLeft(run).column).toBe(0);
    expect(wordRight(wordLeft(run)).column).toBe(run.column);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
