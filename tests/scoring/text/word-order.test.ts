/** Texts whose words stand in no order are known, whatever they are about; people's are not taken for them. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { eachPair, orderOf, PAIRS } from '../../../src/scoring/text/word-order.ts';

const folder = new URL('../../../corpus/', import.meta.url);

/** Stories, and questions by the line. */
const texts = ['stories', 'questions'].flatMap(name =>
  readdirSync(new URL(`${name}/`, folder)).flatMap(file =>
    readFileSync(new URL(`${name}/${file}`, folder), 'utf8').split(name === 'stories' ? /^--- .*\n/m : '\n'),
  ),
);

test('the table is what is counted in corpus/', () => {
  const counts = Array.from(PAIRS, () => new Float64Array(PAIRS.length));
  for (const { prose, flat } of texts.map(parse))
    eachPair(prose, flat, (before, kind) => {
      counts[before]![kind]!++;
    });
  const sum = (list: Iterable<number>) => [...list].reduce((all, it) => all + it, 0);
  const rows = counts.map(sum);
  const columns = counts.map((_, kind) => sum(counts.map(row => row[kind]!)));
  const told = counts.map((row, before) =>
    [...row].map((count, kind) => {
      const expected = ((rows[before]! + 1) * (columns[kind]! + 1)) / sum(rows);
      const tenths = Math.round(10 * Math.log((count + 1) / expected));
      return Math.max(-30, Math.min(30, tenths)) + 0;
    }),
  );
  expect(PAIRS).toEqual(told);
});

const STORY =
  'In my second year at the depot I noticed that half of the vans came back with parcels that nobody had tried to deliver. ' +
  'I asked three of the drivers to show me their day, and it turned out that the list was sorted by street and not by route. ' +
  'So I wrote a small script which put the stops in order, and I tried it with one van for a week.';

const meanOf = (text: string) => {
  const { prose, flat } = parse(text);
  return orderOf(prose, flat).mean;
};

const turned = (change: (words: string[]) => string[]) =>
  STORY.replace(/[^.]+/g, it => ` ${change(it.trim().split(' ')).join(' ')}`);

test.each([
  ['reversed', (words: string[]) => words.reverse()],
  ['sorted', (words: string[]) => words.sort()],
  ['halved', (words: string[]) => words.filter((_, at) => at % 2 === 0)],
])('words in the order of people are above 0, %s they are below', (_, change) => {
  expect(meanOf(STORY)).toBeGreaterThan(0.2);
  expect(meanOf(turned(change))).toBeLessThan(-0.2);
});

test('a letter is no article', () => {
  const { prose, flat } = parse('Hop 1: (A, B, forward) (A, C, forward) (A, D, drop)');
  expect(orderOf(prose, flat).pairs).toBe(0);
});
