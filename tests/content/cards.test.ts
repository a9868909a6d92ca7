import { expect, test } from 'vitest';
import { parseCards } from '../../src/content/cards.ts';

const NOW = Date.UTC(2026, 2, 2);
const read = (text: string) => parseCards('cards.json', Buffer.from(text), NOW);
const problems = (text: string) => {
  const it = read(text);
  return 'problems' in it
    ? it.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
    : [];
};

const HEAD = '{"kind":"cards","exportedAt":"2026-03-01T00:00:00.000Z","cards":[';

test('what may be left out is filled in', () =>
  expect(read(`${HEAD}{"id":"go/gc"}]}`)).toMatchObject({
    cards: {
      cards: [{ id: 'go/gc', due: null, suspended: false, decidedAt: null, resetAt: null, reviews: [] }],
    },
  }));

test('every problem is told with its place', () =>
  expect(
    problems(`${HEAD}
{"id":"go/gc","reviews":[{"at":"yesterday","level":5}]},
{"id":"go/gc","revews":[]},
{"id":"go/map","resetAt":"2027-03-01T00:00:00.000Z"}
]}`),
  ).toEqual([
    '2:32 "at" must be a time in UTC such as 2027-01-15T09:30:00.000Z, not the text "yesterday".',
    '2:52 "level" must be "1", "2", "3" or "4", not the number 5.',
    '3:7 "id" must not be twice in a file.',
    '3:15 There is no key "revews" here.',
    '4:26 "resetAt" must not be in the future.',
  ]));

test.each([
  ['', 'The file is empty.'],
  ['{"kind":"bank"', ''],
  ['[]', 'The file must be a map'],
  ['\u0000', ''],
])('%j is no file of cards', (text, told) => expect(problems(text).join()).toMatch(told || /./));
