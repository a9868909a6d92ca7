import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Answer, openAnswer, press } from '../../../src/terminal/editor/answer.ts';
import { textWidth } from '../../../src/terminal/editor/graphemes.ts';
import { headRows } from '../../../src/terminal/editor/head.ts';
import type { Scene, Window } from '../../../src/terminal/editor/scene.ts';
import { compose, pageOf, paneOf } from '../../../src/terminal/editor/view.ts';
import { styleFor } from '../../../src/terminal/style.ts';

const words = fc.array(fc.constantFrom('a', 'word', 'longer-than-most', '東京', '👩‍👩‍👧', 'e\u0301'), {
  maxLength: 80,
});
const text = words.map(it => it.join(' '));

const windows = fc
  .record({ columns: fc.integer({ min: 10, max: 100 }), rows: fc.integer({ min: 1, max: 40 }) })
  .map((size): Window => ({ ...size, style: styleFor(false), inline: false }));

const scenes = fc
  .record({
    title: text,
    question: text,
    hints: fc.array(text, { maxLength: 2 }),
    answer: text,
    asking: fc.constantFrom<Answer['asking']>(
      'writing',
      'reading',
      'menu',
      'paused',
      'empty',
      'sure',
      'skip',
    ),
    notice: fc.constantFrom('', 'Saved. Press Ctrl-C again to leave; you can resume.'),
  })
  .map(
    ({ title, question, hints, answer, asking, notice }): Scene => ({
      head: [title, '', question],
      hints,
      hintsInAll: 2,
      given: '',
      answer: { ...openAnswer(answer), asking, notice },
      clocks: { question: { left: 100, budget: 300 }, round: { left: -5, budget: 600 } },
      beside: false,
      unsaved: '',
      editor: true,
      told: [],
      tests: 'none',
      running: undefined,
    }),
  );

test('in a wide window words are wrapped at a width that can be read, and code is not', () => {
  const window: Window = { columns: 200, rows: 40, style: styleFor(false), inline: false };
  const scene = fc.sample(scenes, 1)[0]!;
  const long = 'word '.repeat(50).trim();
  const writing: Scene = { ...scene, head: ['', long], answer: openAnswer(long) };
  const widest = (it: Scene) =>
    Math.max(...compose(it, window, { line: 0, row: 0 }).frame.rows.map(row => textWidth(row)));
  expect(widest(writing)).toBeLessThanOrEqual(89);
  expect(widest({ ...writing, tests: 'ready' })).toBeGreaterThan(150);
});

describe('in a window of any size', () => {
  test('a frame fills it and no more, with the cursor inside', () => {
    fc.assert(
      fc.property(scenes, windows, (scene, window) => {
        const { frame } = compose(scene, window, { line: 0, row: 0 });
        expect(frame.rows).toHaveLength(window.rows);
        for (const row of frame.rows) expect(textWidth(row)).toBeLessThan(window.columns);
        expect(frame.cursor.row).toBeLessThan(window.rows);
        expect(frame.rows[frame.cursor.row]!.startsWith(frame.cursor.prefix)).toBe(true);
      }),
    );
  });

  test('all that is asked can be read, a page after the other', () => {
    fc.assert(
      fc.property(scenes, windows, (scene, window) => {
        const wanted = headRows(scene, window);
        const seen = new Set<string>();
        const setting = () => ({
          pane: paneOf(scene, window),
          page: pageOf(scene, window),
          hints: scene.hintsInAll,
          editor: true,
          given: '',
          tests: 'none' as const,
        });
        let answer = press({ ...scene.answer, asking: 'writing' }, key('ctrl+g'), setting()).answer;
        for (let page = 0; page <= wanted.length; page++) {
          const { frame } = compose({ ...scene, answer }, window, { line: 0, row: 0 });
          for (const row of frame.rows) seen.add(row);
          answer = press(answer, key('pagedown'), setting()).answer;
        }
        expect([...seen]).toEqual(expect.arrayContaining(wanted));
      }),
    );
  });
});

const key = (name: string) => ({ kind: 'key', key: name }) as const;
