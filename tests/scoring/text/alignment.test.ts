import { describe, expect, test } from 'vitest';
import type { Aliases } from '../../../src/model/content.ts';
import { NO_LEXICON } from '../../../src/scoring/lexicon/lexicon.ts';
import { align } from '../../../src/scoring/text/alignment.ts';
import { parse } from '../../../src/scoring/text/answer.ts';
import { evidenceOf } from '../../../src/scoring/text/evidence.ts';
import { matchesOf } from '../../../src/scoring/text/overlap.ts';
import { searchable, targetOf } from '../../../src/scoring/text/searchable.ts';
import type { Word } from '../../../src/scoring/text/tokens.ts';
import { vocabularyOf } from '../../../src/scoring/text/vocabulary.ts';

const byItself = (word: Word) => word.weight;

function aligned(reference: string, answer: string, aliases: Aliases = {}) {
  const vocabulary = vocabularyOf(aliases, NO_LEXICON);
  const target = targetOf(parse(reference), byItself, vocabulary);
  const within = searchable(parse(answer), vocabulary);
  const found = align(target, within);
  return {
    ...found,
    matches: matchesOf(target, within),
    quotes: evidenceOf(within.answer, found.from, found.to),
  };
}

const recall = (reference: string, answer: string, aliases?: Aliases) =>
  aligned(reference, answer, aliases).recall;

test('a text says all of itself', () =>
  expect(recall('The mutex guards the map.', 'The mutex guards the map.')).toBe(1));

test('a word that is wanted later is known from then on', () => {
  const vocabulary = vocabularyOf({}, NO_LEXICON);
  const recallOf = (reference: string) =>
    align(
      targetOf(parse(reference), byItself, vocabulary),
      searchable(parse('The mutex guards a goroutine.'), vocabulary),
    ).recall;
  expect(recallOf('a goroutine')).toBe(1);
  expect(recallOf('a mutex')).toBe(1);
});

test('inflection does not matter', () => expect(recall('stealing queues', 'It steals from a queue')).toBe(1));

test('aliases count like the word, phrases too', () => {
  const aliases = { mutex: ['lock', 'mutual exclusion'] };
  expect(recall('a mutex', 'we need a lock here', aliases)).toBe(1);
  expect(recall('mutual exclusion', 'we need a mutex here', aliases)).toBe(1);
  expect(recall('a mutex', 'we need mutual exclusion here', aliases)).toBe(1);
});

test('aliases belong to the place where they stand, not to the word', () => {
  const aliases = { '429': ['too many requests'] };
  expect(recall('a 429', 'Requests arrive. Overload yields too many requests.', aliases)).toBe(1);
  expect(recall('a 429', 'It says too many things. Requests arrive.', aliases)).toBe(0);
});

test('a slip of the keyboard costs a little', () =>
  expect(recall('a goroutine', 'a gorutine')).toBeCloseTo(0.75));

test('other words with the same beginning are other words', () =>
  expect(recall('a transaction', 'a transition')).toBe(0));

test('identifiers match in parts, in one, and in words', () => {
  expect(recall('WaitGroup', 'sync.WaitGroup')).toBe(1);
  expect(recall('WaitGroup', 'a waitgroup')).toBe(1);
  expect(recall('wait group', 'a WaitGroup')).toBe(1);
});

describe('the window', () => {
  const far =
    'The lease expires. It rains in Spain on most of the days of April and of May as well, they say, and everybody there knows it. Nobody minds it much in the hills, where the vineyards and the old olive trees are thirsty all year. The registry forgets the instance.';
  test('is local: words far apart do not add up', () =>
    expect(recall('The lease expires and the registry forgets the instance', far)).toBeLessThan(0.7));
  test('is as short as it can be', () =>
    expect(aligned('The registry forgets the instance.', far).quotes.map(it => it.quote)).toEqual([
      'The registry forgets the instance.',
    ]));
  test('may be two sentences', () =>
    expect(
      recall('The lease expires and the registry forgets it', 'The lease expires. The registry forgets it.'),
    ).toBe(1));
});

describe('the opposite', () => {
  const reference = 'The scheduler steals goroutines from another queue.';
  test('in nearly the same words earns nothing', () => {
    const found = aligned(reference, 'The scheduler does not steal goroutines from another queue.');
    expect(found.recall).toBe(0);
    expect(found.opposed).toEqual([0]);
  });
  test('elsewhere does not spoil what is said right', () =>
    expect(recall(reference, `It never sleeps. ${reference}`)).toBe(1));
  test('of a denial is an assertion', () =>
    expect(aligned('Readers never block writers.', 'Readers block writers.').opposed).toEqual([0]));
});

test('near paraphrases have a high F, passing mentions a low one', () => {
  const { f } = aligned(
    'Every goroutine has its own thread.',
    'Every goroutine owns a thread. A goroutine is cheap, so servers start one per request and forget about it.',
  ).matches;
  expect(f[0]).toBeGreaterThan(0.75);
  expect(f[1]).toBeLessThan(0.4);
});

test('in a long answer each sentence matches as it does in a short one', () => {
  const reference = 'The mutex guards the map from other writers.';
  const answer = 'The map is guarded. A mutex helps. Other writers wait for the mutex. Nothing here. ';
  const [once, often] = [aligned(reference, answer).matches, aligned(reference, answer.repeat(80)).matches];
  expect(often.recall).toEqual(Array.from({ length: 80 }, () => once.recall).flat());
  expect(often.f).toEqual(Array.from({ length: 80 }, () => once.f).flat());
});
