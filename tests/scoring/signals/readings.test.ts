import { describe, expect, test } from 'vitest';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { rubricOf, submission } from '../asking.ts';

const points = [
  { id: 'queue', text: ['Each processor has a local run queue.'], weight: 2, cues: [] },
  {
    id: 'steal',
    text: ['An idle thread steals half of the goroutines of another processor.'],
    weight: 1,
    cues: [],
  },
];

test('every point is read, in order, with the quote that proves it', () => {
  const answer = 'Well. There is a local run queue in each processor. That is all.';
  expect(readSubmission(submission(answer, { points })).points).toMatchObject([
    {
      id: 'queue',
      status: 'covered',
      evidence: [{ quote: 'There is a local run queue in each processor.' }],
    },
    { id: 'steal', status: 'missing', evidence: [] },
  ]);
});

test('points that are derived from a model answer are not told as points', () => {
  const read = readSubmission(
    submission('A local run queue.', { answer: ['Each processor has a local run queue.'] }),
  );
  expect(read.points).toEqual([]);
  expect(read.coverage.value).toBeGreaterThan(0.5);
});

test('of several model answers the one that fits counts', () => {
  const answer = ['The mutex guards the map of sessions.', 'A channel hands the sessions to one owner.'];
  const read = readSubmission(submission('One owner gets the sessions through a channel.', { answer }));
  expect(read.coverage.value).toBeGreaterThan(0.8);
});

describe('pitfalls', () => {
  const pitfalls = [
    { id: 'own-thread', text: 'Every goroutine has its own OS thread' },
    { id: 'no-cost', text: 'Names no cost', absent: ['cost', 'overhead'] },
    { id: 'fog', text: 'Is vague', signal: { kind: 'mention', terms: ['somehow'] } },
  ];
  const touched = (answer: string) =>
    readSubmission(submission(answer, { pitfalls })).pitfalls.map(it => it.id);
  test('a claim is made', () =>
    expect(touched('Every goroutine gets its own OS thread. It has a cost.')).toEqual(['own-thread']));
  test('or denied', () =>
    expect(touched('A goroutine does not have its own OS thread. It has a cost.')).toEqual([]));
  test('or reported as wrong', () =>
    expect(touched('It is a myth that every goroutine has its own OS thread. It has a cost.')).toEqual([]));
  test('an absence is noticed', () => expect(touched('Goroutines share threads.')).toEqual(['no-cost']));
  describe('a figure is wanted', () => {
    const pay = { pitfalls: [{ id: 'no-figure', text: 'Names no figure', absent: ['band', '#'] }] };
    const wanting = (answer: string) => readSubmission(submission(answer, pay)).pitfalls.length;
    test.each([
      'I ask for 86k.',
      'It is 78,000 today.',
      'I would like €60 an hour.',
      'The top of your band.',
    ])('and told: %s', answer => expect(wanting(answer)).toBe(0));
    test.each(['I ask for fair pay.', 'I ask for fair pay, as for 3 years.'])('and not told: %s', answer =>
      expect(wanting(answer)).toBe(1),
    );
  });
  test('a signal too', () =>
    expect(touched('The runtime somehow spreads the goroutines, at some cost.')).toEqual(['fog']));
  test('the truth in similar words is no pitfall', () => {
    const right = {
      pitfalls,
      points: [
        {
          id: 'p',
          text: ['Every goroutine has its own stack, many share one OS thread'],
          weight: 1,
          cues: [],
        },
      ],
    };
    const said = 'Every goroutine has its own stack, and many share one OS thread, at some cost.';
    expect(readSubmission(submission(said, right)).pitfalls).toEqual([]);
  });
});

describe('a point is not made', () => {
  const status = (answer: string) =>
    readSubmission(submission(answer, { points })).points.map(it => it.status);
  test.each([
    'It is not true that each processor has a local run queue.',
    'It would be wrong to say that each processor has a local run queue.',
    'It is a myth that each processor has a local run queue.',
    'No processor has a local run queue.',
  ])('by whoever denies it: %s', answer => expect(status(answer)[0]).toBe('missing'));
});

test('a quote leaves out neighbours that say nothing of the point', () => {
  const answer = 'Threads are costly to make. Each processor has a local run queue. The network is polled.';
  expect(readSubmission(submission(answer, { points })).points[0]!.evidence.map(it => it.quote)).toEqual([
    'Each processor has a local run queue.',
  ]);
});

test('keywords are explained, dropped or unused', () => {
  const keywords = [
    {
      term: 'work stealing',
      aliases: ['steals'],
      means: 'An idle thread takes goroutines from another processor.',
    },
    { term: 'preemption', aliases: [] },
    { term: 'netpoll', aliases: [] },
  ];
  const answer = 'An idle thread steals goroutines from another processor when it has none. Preemption.';
  expect(readSubmission(submission(answer, { keywords, points })).keywords).toEqual([
    { term: 'work stealing', use: 'explained' },
    { term: 'preemption', use: 'dropped' },
    { term: 'netpoll', use: 'unused' },
  ]);
});

test('criteria of several rubrics bear the name of theirs', () => {
  const one = { ...rubricOf({ kind: 'coverage' }), id: 'one' };
  const two = { ...rubricOf({ kind: 'ownership' }), id: 'two' };
  const ids = (...rubrics: (typeof one)[]) =>
    readSubmission(submission('I did.', {}, { rubrics })).criteria.map(it => it.id);
  expect(ids(one)).toEqual(['c1']);
  expect(ids(one, two)).toEqual(['one/c1', 'two/c1']);
});

test('what cannot be assessed has no value', () => {
  const [criterion] = readSubmission(
    submission('I did.', {}, { rubrics: [rubricOf({ kind: 'coverage' })] }),
  ).criteria;
  expect(criterion).toMatchObject({ status: 'cannot-assess', value: null });
});
