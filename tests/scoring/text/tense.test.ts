import { expect, test } from 'vitest';
import { tenseOf } from '../../../src/scoring/text/tense.ts';
import { wordsOf } from '../../../src/scoring/text/tokens.ts';

test.each([
  ['I called the customer and fixed it.', 'past'],
  ['I told them that we would ship in May.', 'past'],
  ["I'd asked for it twice.", 'past'],
  ["I'd been there for a year.", 'past'],
  ['We knew it might break.', 'past'],
  ['I would call the customer.', 'hypothetical'],
  ["I'd call the customer.", 'hypothetical'],
  ['If it failed, I would probably call them.', 'hypothetical'],
  ["Then we'll measure it.", 'hypothetical'],
  ['I will ask who was there.', 'hypothetical'],
  ['The mutex guards the map.', undefined],
  ['That would be the cache.', undefined],
] as const)('%s %s', (text, tense) => expect(tenseOf(wordsOf(text))).toBe(tense));
