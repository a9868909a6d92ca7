import { expect, test } from 'vitest';
import { gridsOf } from '../../../src/scoring/text/grid.ts';

const cells = (text: string) => gridsOf(text).map(rows => rows.map(row => row.map(it => it.text)));

const rows = [
  ['option', 'reach', 'score'],
  ['export', '800', '200'],
];

test.each([
  '| option | reach | score |\n|---|:-:|---|\n| export | 800 | 200 |',
  'option\treach\tscore\nexport\t800\t200',
  'option   reach  score\nexport   800    200',
  'As follows:\n\noption | reach | score\nexport | 800 | 200\n\nSo export.',
])('%j', text => expect(cells(text)).toEqual([rows]));

test('an empty cell keeps its place', () =>
  expect(cells('| | reach | score |\n|--|--|--|\n| export | | 200 |')).toEqual([
    [
      ['', 'reach', 'score'],
      ['export', '', '200'],
    ],
  ]));

test.each(['Two words.  And two more.', 'a | b', 'one\ntwo\nthree'])('no table: %j', text =>
  expect(cells(text)).toEqual([]),
);

test('cells know where they stand', () => {
  const text = 'x\n| a | b | c |\n|---|---|---|\n|  1 | 2 | 3 |';
  const [, second] = gridsOf(text)[0]!;
  expect(second!.map(it => text.slice(it.start, it.end))).toEqual(['1', '2', '3']);
});
