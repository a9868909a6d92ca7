import { describe, expect, test } from 'vitest';
import { changesOf, quantitiesOf } from '../../../src/scoring/text/numbers.ts';

const read = (text: string) => quantitiesOf(text).map(it => [it.unit, it.value]);

test.each([
  ['by 40 %', 'percent', 0.4],
  ['by 12.5 per cent', 'percent', 0.125],
  ['$1.2 million', 'money', 1_200_000],
  ['9,000 euros', 'money', 9000],
  ['in 250ms', 'duration', 250],
  ['two weeks', 'duration', 2],
  ['512 MB', 'size', 512],
  ['3x', 'factor', 3],
  ['12 engineers', 'count', 12],
  ['40k requests', 'count', 40_000],
] as const)('%s', (text, unit, value) => expect(read(text)).toEqual([[unit, value]]));

describe('no figures are', () => {
  test.each(['in 2019', 'p99', 'the 2nd try', '5xx errors', 'one of them', 'HTTP/2'])('%s', text =>
    expect(read(text)).toEqual([]),
  );
});

test('a figure knows where it stands', () => {
  const text = 'It fell from 900 ms to 120 ms.';
  expect(quantitiesOf(text).map(it => text.slice(it.start, it.end))).toEqual(['900 ms', '120 ms']);
});

describe('changes', () => {
  const count = (text: string) => changesOf(text).length;
  test('from one figure to another', () => {
    const [change] = changesOf('It fell from 900 ms to 120 ms.');
    expect([change?.from?.value, change?.to?.value]).toEqual([900, 120]);
  });
  test('by a share', () => expect(count('We cut the bill by 30 %.')).toBe(1));
  test.each([
    'A change takes two minutes now where it was nine.',
    'It used to take seven minutes and afterwards it was three.',
    '180 people came instead of the 150 of the year before.',
  ])('then and now side by side: %s', text => expect(count(text)).toBe(1));
  test('not two figures that happen to have to between them', () =>
    expect(count('At terminal 2 I had to tell 180 passengers.')).toBe(0));
  test.each([
    'The error rate was halved.',
    'Complaints fell by half.',
    'It came down by about two thirds within a month.',
    'There were a third fewer calls.',
    'It is twice as fast.',
    'They answer half as many letters.',
    'Returns dropped tenfold.',
  ])('in words: %s', text => expect(count(text)).toBe(1));
  test.each([
    'I rang her twice.',
    'She pressed save twice as the page gave no sign.',
    'I went there twice the week before.',
    'It was done by a third party.',
    'We left by half past nine.',
    'I came a quarter of an hour late.',
  ])('not in: %s', text => expect(count(text)).toBe(0));
  test('not a share of something', () => expect(count('Half a million, 30 % are in Spain.')).toBe(0));
});
