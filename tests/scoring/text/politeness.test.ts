import { expect, test } from 'vitest';
import { parse } from '../../../src/scoring/text/answer.ts';
import { politeSentences } from '../../../src/scoring/text/politeness.ts';

const found = (text: string) => politeSentences(parse(text));

test('thanks before and hopes behind are found', () =>
  expect(found('Thank you for the question. A lock is held. Hope that answers it!')).toEqual([0, 2]));

test('what says more is not', () =>
  expect(found('Thank you for the question about locks, which are held. I hope the queue drains.')).toEqual(
    [],
  ));

test('nothing is found in nothing', () => expect(found('')).toEqual([]));
