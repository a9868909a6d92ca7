import { appendFileSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/model/progress.ts';
import { decide, decided, decisionsPath, readDecisions } from '../../src/progress/decisions.ts';
import { encode } from '../../src/store/log.ts';
import { temporaryFolder } from '../cli/world.ts';

const story = { id: 'index', title: 'The index', parts: {}, principles: ['ownership'] };
const outcome = { date: '2026-03-02', company: 'A', round: 'phone', result: 'offer', note: '' } as const;

describe('the fold', () => {
  test('of no decision is empty', () =>
    expect(decided([])).toEqual({
      suspended: new Map(),
      unsuspended: new Map(),
      resets: new Map(),
      reviews: new Map(),
      stories: [],
      closing: new Map(),
      outcomes: [],
    }));

  test('lets the later one hold, and loses no story', () => {
    const { suspended, unsuspended, resets, reviews, stories, closing, outcomes } = decided([
      { at: 1, type: 'suspended', card: 'a' },
      { at: 2, type: 'suspended', card: 'b' },
      { at: 3, type: 'unsuspended', card: 'a' },
      { at: 4, type: 'reset', card: 'b' },
      { at: 5, type: 'story', story },
      { at: 6, type: 'story', story: { ...story, title: 'Another' } },
      { at: 7, type: 'story', story: { ...story, id: 'gone' } },
      { at: 8, type: 'story-removed', id: 'gone' },
      { at: 9, type: 'outcome', outcome },
      { at: 9, type: 'closing', round: 'l/a', questions: ['Why?'] },
      { at: 9, type: 'closing', round: 'l/b', questions: ['Who?'] },
      { at: 9, type: 'closing', round: 'l/b', questions: [] },
      { at: 10, type: 'reviewed', card: 'a', reviews: [{ at: 7, level: 2 }] },
      { at: 11, type: 'reviewed', card: 'a', reviews: [7, 5].map(at => ({ at, level: 3 as const })) },
    ]);
    expect([...suspended]).toEqual([['b', 2]]);
    expect([...unsuspended]).toEqual([['a', 3]]);
    expect(reviews.get('a')).toEqual([
      { at: 5, level: 3 },
      { at: 7, level: 2 },
    ]);
    expect([...resets]).toEqual([['b', 4]]);
    expect([...closing]).toEqual([['l/a', ['Why?']]]);
    expect(stories).toEqual([story, { ...story, id: 'index-2', title: 'Another' }]);
    expect(outcomes).toEqual([outcome]);
  });
});

describe('the file', () => {
  test('is private, and there only when something was decided', () => {
    const data = temporaryFolder();
    expect(readDecisions(data)).toEqual({ decisions: [], skipped: [] });
    decide(data, { at: 1, type: 'reset', card: 'a' });
    expect(statSync(decisionsPath(data)).mode & 0o777).toBe(0o600);
    expect(readDecisions(data).decisions).toEqual([{ at: 1, type: 'reset', card: 'a' }]);
  });

  test('with a line of another make, its checksum in order, does without it and tells it', () => {
    const data = temporaryFolder();
    decide(data, { at: 1, type: 'reset', card: 'a' });
    const reviewed = { at: 1, type: 'reviewed', card: 'a' };
    const unfit = [
      {},
      { at: 1e15, type: 'reset', card: 'a' },
      { at: 1, type: 'story' },
      { at: 1, type: 'story', story: { id: 'a', title: 'A', principles: [], parts: { result: 5 } } },
      { at: 1, type: 'story', story: { id: 'a', title: 'A', principles: [null], parts: {} } },
      { at: 1, type: 'story', story: { id: 'a', title: 'A', principles: [] } },
      { ...reviewed, reviews: [{ at: 8e15, level: 1 }] },
      { at: 1, type: 'outcome', outcome: { date: 3 } },
      reviewed,
      { at: 1, type: 'closing', round: 'l/a', questions: [1] },
      { ...reviewed, reviews: [null] },
      { ...reviewed, reviews: [{ at: 1, level: 5 }] },
    ];
    for (const it of [...unfit, { at: 1, type: 'of a later version' }])
      appendFileSync(decisionsPath(data), `${encode({ ...it, more: 1 })}\n`);
    const { decisions, skipped } = readDecisions(data);
    expect(decisions.map(it => it.type)).toEqual(['reset', 'of a later version']);
    expect(skipped.length).toBe(unfit.length);
  });

  test('with any byte changed loses the lines it is in, and tells each', () => {
    const data = temporaryFolder();
    const all: Decision[] = [1, 2, 3, 4].map(at => ({ at, type: 'suspended', card: `card-${at}` }));
    for (const it of all) decide(data, it);
    const whole = readFileSync(decisionsPath(data));
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 0, max: 255 }), (place, byte) => {
        const harmed = Buffer.from(whole);
        harmed[place] = byte;
        writeFileSync(decisionsPath(data), harmed);
        const { decisions, skipped } = readDecisions(data);
        // A line break that is gone joins two lines.
        expect(decisions.length).toBeGreaterThanOrEqual(2);
        expect(decisions.length === 4 || skipped.length > 0).toBe(true);
        for (const it of decisions) expect(all).toContainEqual(it);
        decided(decisions);
      }),
    );
  });
});
