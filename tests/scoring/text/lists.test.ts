import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { partsOf } from '../../../src/scoring/text/lists.ts';

const sizes = (text: string) => partsOf(parse(text)).map(it => it.sentences.length);

test('items are parts, with the sentences that follow in them', () =>
  expect(sizes('Three:\n- cost. It is high.\n- time\n- risk')).toEqual([2, 1, 1]));

test('nested items belong to the outer one', () =>
  expect(sizes('- cost\n  - money\n  - people\n- time')).toEqual([3, 1]));

test('so do headings', () => expect(sizes('# Cost\nHigh.\n# Time\nLong. Too long.')).toEqual([2, 3]));

test('so does counting off', () =>
  expect(sizes('First, cost matters. It is high. Second, time. Finally, risk.')).toEqual([2, 1, 1]));

test('so do labels', () => expect(sizes('Cost: it is high. Time: it is long.')).toEqual([1, 1]));

test('prose has no parts', () => expect(sizes('It costs much. It takes long.')).toEqual([]));
