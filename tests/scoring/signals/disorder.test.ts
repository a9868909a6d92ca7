/** Answers whose words were reversed, sorted or left out are known as such, and the answers themselves are not. */
import { expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { submission } from '../asking.ts';
import { FOLDERS, laddersIn } from '../ladders.ts';

const answers = FOLDERS.flatMap(laddersIn)
  .flatMap(it => it.answers)
  .filter(it => !it.rung.startsWith('cheat'))
  .map(it => it.answer);

/** A reversed text is an echo of nothing and no list: what else is found comes from the asked question, and here is none. */
const isDisorderly = (text: string) =>
  readSubmission(submission(text)).flags.some(it => it.reason.includes('no order'));

const inSentences = (change: (words: string[]) => string[]) => (text: string) =>
  text.replace(/[^.!?\n]+/g, it => ` ${change(it.trim().split(/\s+/)).join(' ')}`);

/** Shorter ones have too few pairs to tell. */
const LONG = 40;
const long = answers.filter(it => it.split(/\s+/).length >= LONG);

test('hardly any answer that is no cheat is in no order', () =>
  expect(answers.filter(isDisorderly).length / answers.length).toBeLessThan(0.001));

test.each([
  ['reversed', inSentences(words => words.reverse()), 0.85],
  ['sorted', inSentences(words => words.sort()), 0.85],
  ['every other word', inSentences(words => words.filter((_, at) => at % 2 === 0)), 0.65],
])('%s most are', (_, change, least) =>
  expect(long.map(change).filter(isDisorderly).length / long.length).toBeGreaterThan(least),
);

test('a table is not: between its bars are cells', () =>
  expect(
    isDisorderly(
      '| Item | Days | Class | Why |\n|---|---|---|---|\n| Lift | 10 | Must | no stairs, no guest |\n| Oven | 20 | Must | no bread without it |\n| Lamps | 8 | Should | law allows them dim at first |\n| Benches | 7 | Could | pleasant |\n| Fountain | 5 | Could | first to go |\n| Pool | 25 | Won’t this time | too large, discussed again in the next season |\nMust 30 days of 60, that is 50 %.',
    ),
  ).toBe(false));
