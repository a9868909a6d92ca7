import { expect, test } from 'vitest';
import { reading } from '../asking.ts';

const groups = {
  kind: 'mention',
  distinct: true,
  atLeast: 4,
  letters: 'MSCW',
  terms: ['must', 'should', 'could', "won't"],
};

test.each([
  'M: paying by card\nS: refunds by hand\nC: reminders by text\nW: dark colours',
  '- **M** - paying by card\n- **S** - refunds by hand\n- **C** - reminders by text\n- **W** - dark colours',
  '| thing | group | days |\n|---|---|---|\n| card | M | 9 |\n| refunds | S | 4 |\n| reminders | **C** | 2 |\n| dark | W | 1 |',
  'Card → M (no sales without it). Refunds → S (by hand). Groups -> C (they phone). Dark → **W** (next year).',
  '**M** (9 days)\n- paying by card\n\n**S** (3)\n- refunds\n\n**C**\n- reminders\n\n**W**\n- dark',
])('letters stand for their words: %j', answer => expect(reading(answer, groups).value).toBe(1));

test('a letter within a sentence, or another one, stands for nothing', () =>
  expect(reading('Plan C is at hand.\nA: paying by card\nIt costs 3 M in all.', groups).value).toBe(0));

test('without letters a label is a letter', () =>
  expect(reading('M: paying by card', { kind: 'mention', terms: ['must'] }).value).toBe(0));
