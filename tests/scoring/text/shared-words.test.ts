/** Whether a story is told again, on stories by several hands; the retold ones use other words for the same things. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { isRetold, retoldShare, wordsInCommon } from '../../../src/scoring/text/shared-words.ts';

interface Story {
  name: string;
  answer: string;
}
const at = (path: string) => new URL(`../${path}`, import.meta.url);
const read = (path: string) => parse(readFileSync(at(path), 'utf8'));
const told: Story[] = read('stories/marked.yaml').map((it: Story) => ({
  ...it,
  answer: it.answer.replace(/\[\[|\]\]/g, ''),
}));
const retold: Story[] = read('stories/retold.yaml');

/** Good stories of the ladders; one question has several, each of another person. */
const others: Story[] = ['developed', 'apart'].flatMap(folder =>
  readdirSync(at(`ladders/${folder}/`)).flatMap(file => {
    const { asked, answers } = read(`ladders/${folder}/${file}`);
    return asked.type === 'behavioral'
      ? answers.filter((it: { rung: string }) =>
          ['complete', 'good', 'brief', 'thin', 'partial', 'vague'].includes(it.rung),
        )
      : [];
  }),
);

test.each(retold)('$name is noticed when it is told again, in whichever order', ({ name, answer }) => {
  const first = told.find(it => it.name === name)!.answer;
  expect([isRetold(answer, first), isRetold(first, answer)]).toEqual([true, true]);
});

/** Stories of one ladder, at most. */
const NEIGHBOURS = 12;

test('two stories are two, even of one question', () => {
  const all = [...told, ...others];
  // All neighbours, which are told of one question, and of the hundreds of thousands of other pairs every fourth.
  const pairs = all.flatMap((one, index) =>
    all
      .slice(0, index)
      .filter((_, at) => index - at < NEIGHBOURS || (index + at) % 4 === 0)
      .map(other => [one, other] as const),
  );
  expect(pairs.length).toBeGreaterThan(1500);
  const mistaken = pairs.filter(([one, other]) => isRetold(one.answer, other.answer));
  // Two texts in which hardly anything is told may share the few rare words that they have.
  const names = mistaken.map(([one, other]) => `${one.name}, ${other.name}`);
  expect(names.length, names.join('; ')).toBeLessThan(pairs.length / 10_000);
});

test('a thin story is noticed as well', () => {
  const thin =
    'Last winter we ran the booking service of a hotel chain, which was down every Friday. We moved it to a replica.';
  expect(isRetold(thin, `You know, ${thin} It went well.`)).toBe(true);
});

test('what is too short to be a story is never one told again', () => {
  const short = 'I moved the ledger at night.';
  expect(retoldShare(short, short)).toBe(0);
});

describe('words in common', () => {
  test('are the share of the first text that is in the other', () => {
    expect(wordsInCommon('the scheduler preempts goroutines', 'goroutines, and the scheduler')).toBeCloseTo(
      2 / 3,
    );
    expect(wordsInCommon('the scheduler', 'a cache')).toBe(0);
  });
  test('are none where a text says nothing', () => expect(wordsInCommon('and so on', 'and so on')).toBe(0));
});
