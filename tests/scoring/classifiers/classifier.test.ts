/** What a classifier adds up, and that its table survives being packed. */
import { describe, expect, test } from 'vitest';
import { classifierOf } from '../../../src/scoring/classifiers/classifier.ts';
import {
  compiledClassifier,
  packed,
  type Table,
  tableOf,
  tableText,
  unpacked,
} from '../../../src/scoring/classifiers/table.ts';
import { parse } from '../../../src/scoring/text/answer.ts';

const TABLE: Table = {
  classes: ['garden', 'sea'],
  scales: [0.04, 0.08],
  turns: [
    { name: 'rose', rarity: 3, weights: [25, -12] },
    { name: '^ we', rarity: 4, weights: [0, 25] },
    { name: 'we sailed', rarity: 4, weights: [-25, 25] },
  ],
};

const classifier = classifierOf(compiledClassifier(TABLE));
const scores = (text: string) => [...Array.from(classifier.scores(parse(text).sentences))];

describe('scores', () => {
  test('are the weights of the turns that a text has, by their rarity, over its length', () => {
    expect(scores('A rose.')).toEqual([1, -0.96]);
    expect(scores('We sailed.')[0]).toBeCloseTo((4 * -1) / Math.sqrt(32));
    expect(scores('We sailed.')[1]).toBeCloseTo((4 * 2 + 4 * 2) / Math.sqrt(32));
  });

  test('know a stem in any form, and a pair only as it is written', () => {
    expect(scores('Roses.')).toEqual(scores('A rose.'));
    expect(scores('Now we sail.')).toEqual([0, 0]);
  });

  test('count a turn once, however often it is said', () =>
    expect(scores('A rose is a rose. Roses.')).toEqual(scores('A rose.')));

  test('do not see pairs across sentences', () => expect(scores('So we. Sailed.')).toEqual([0, 0]));

  test('are 0 where nothing is known', () => {
    expect(scores('Qwxyz brzt.')).toEqual([0, 0]);
    expect(scores('')).toEqual([0, 0]);
  });
});

describe('a table', () => {
  test('is read as it was written', () => expect(tableOf(tableText(TABLE))).toEqual(TABLE));

  test('is the same after it was packed', () =>
    expect(unpacked(packed(compiledClassifier(TABLE)))).toEqual(compiledClassifier(TABLE)));
});
