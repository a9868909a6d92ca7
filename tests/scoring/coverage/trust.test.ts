import { describe, expect, test } from 'vitest';
import type { PointScore } from '../../../src/model/score.ts';
import { trustIn } from '../../../src/scoring/coverage/points.ts';
import { readSubmission } from '../../../src/scoring/signals/readings.ts';
import { reading, submission } from '../asking.ts';

const finding = { id: 'p', text: '', weight: 1, score: 1, evidence: [], opposed: [] };
const covered = (count: number) =>
  Array.from({ length: count }, () => ({ ...finding, status: 'covered' }) as const);

describe('trust', () => {
  test('is whole where nothing is wrong', () => expect(trustIn(0, covered(3))).toBe(1));
  test('loses little by one slip among much', () => expect(trustIn(1, covered(6))).toBe(0.75));
  test('is nearly gone where a third is wrong', () => expect(trustIn(1, covered(2))).toBeCloseTo(0.15));
  test('falls with each more', () => expect(trustIn(2, covered(6))).toBeLessThan(trustIn(1, covered(6))));
});

const asked = {
  prompt: 'How does a hash map grow?',
  points: [
    'It allocates a bigger array of buckets when the load factor is too high.',
    'Every key is hashed again, because its bucket depends on the number of buckets.',
    'A single insert can be slow, but the average cost of an insert stays constant.',
  ].map((text, at) => ({ id: `p${at}`, text: [text], weight: 1, cues: [] })),
  pitfalls: [{ id: 'threads', text: 'Concurrent writers need no lock.' }],
};
const told =
  'When the load factor is too high it allocates a bigger array of buckets. Then every key is hashed again, as its bucket depends on the number of buckets.';
const slip = 'Concurrent writers need no lock for that.';

const statuses = (points: readonly PointScore[]) => points.map(it => it.status);

describe('an answer that makes a claim of which a pitfall warns', () => {
  const right = readSubmission(submission(told, asked));
  const wrong = readSubmission(submission(`${told} ${slip}`, asked));

  test('makes it', () => expect(wrong.pitfalls.map(it => it.id)).toEqual(['threads']));
  test('is believed less in its points', () => {
    expect(right.coverage.value).toBeGreaterThan(0.6);
    expect(wrong.coverage.value! / right.coverage.value!).toBeCloseTo(0.15, 1);
  });
  test('has those that are said plainly all the same', () =>
    expect(statuses(wrong.points)).toEqual(['covered', 'covered', 'missing']));
  test('has lost those that are said loosely', () => {
    const loose = 'It makes an array with twice the buckets.';
    const of = (answer: string) => readSubmission(submission(answer, asked)).points[0]!;
    expect(of(loose)).toMatchObject({ status: 'covered' });
    expect(of(`${loose} ${slip}`)).toMatchObject({ status: 'missing', evidence: [] });
  });
  test('and is told so', () => {
    expect(wrong.coverage.reason).toContain('also says something wrong');
    expect(right.coverage.reason).not.toContain('wrong');
  });
  test('in other words than the first, too', () => {
    const also = ['Several goroutines may insert at once without any protection.'];
    const of = (more: object) =>
      readSubmission(
        submission(`${told} Several goroutines may insert at once without any protection.`, {
          ...asked,
          pitfalls: [{ ...asked.pitfalls[0]!, ...more }],
        }),
      ).pitfalls;
    expect(of({})).toEqual([]);
    expect(of({ also })).toMatchObject([
      { id: 'threads', reason: expect.stringContaining('Several goroutines') },
    ]);
  });
  test('even where it says what can go wrong', () => {
    const both = readSubmission(
      submission(`${told} Nothing can go wrong: concurrent writers need no lock.`, asked),
    );
    expect(both.pitfalls.map(it => it.id)).toEqual(['threads']);
  });
});

test('causes on the topic count as far as the answer is believed', () => {
  const because = { kind: 'mention', terms: ['when'], onTopic: true };
  const value = (answer: string) => reading(answer, because, asked).value!;
  expect(value(told)).toBe(1);
  expect(value(`${told} ${slip}`)).toBeCloseTo(0.15);
  const anywhere = { kind: 'mention', terms: ['when'] };
  expect(reading(`${told} ${slip}`, anywhere, asked).value).toBe(1);
});

test('whoever denies a word of a claim does not make it', () => {
  const pitfalls = [{ id: 'averages', text: 'I look at averages to see how slow the tail is.' }];
  const of = (answer: string) =>
    readSubmission(submission(answer, { ...asked, pitfalls })).pitfalls.map(it => it.id);
  expect(of('I look at averages to see how slow the tail is.')).toEqual(['averages']);
  expect(of('To see how slow the tail is, I do not look at averages.')).toEqual([]);
});
