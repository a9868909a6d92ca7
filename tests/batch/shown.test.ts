import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { digestOf } from '../../src/batch/cohort.ts';
import { shownRows } from '../../src/batch/shown.ts';
import type { RowResult } from '../../src/model/cohort.ts';
import { resultJson } from '../../src/reports/cohort/jsonl.ts';
import { anyResult, failed, judged, secondsSince } from './results.ts';

const bytes = (result: RowResult) => new TextEncoder().encode(`${resultJson(result)}\n`);

function shown(results: readonly RowResult[], ...limits: number[]): RowResult[] {
  const rows = shownRows(...limits);
  for (const it of results) rows.add(digestOf(it), bytes(it));
  return rows.rows();
}

const ids = (results: readonly RowResult[]) => results.map(it => it.id);

/** What a look at all rows at once would choose. */
function chosen(results: readonly RowResult[], most: number): RowResult[] {
  const plain = (it: RowResult) => it.status !== 'error' && it.flags.length === 0;
  const errors = results.filter(it => it.status === 'error').slice(0, most);
  const flagged = results.filter(it => it.status !== 'error' && !plain(it)).slice(0, most - errors.length);
  const room = most - errors.length - flagged.length;
  const scored = results.filter(it => plain(it) && it.score !== null);
  const low = [...scored].sort((a, b) => a.score! - b.score!).slice(0, Math.ceil(room / 2));
  const others = scored.filter(it => !low.includes(it));
  const high = others.sort((a, b) => b.score! - a.score!).slice(0, Math.floor(room / 2));
  const rest = results.filter(it => plain(it) && it.score === null).slice(0, room - low.length - high.length);
  const all = new Set([...errors, ...flagged, ...low, ...high, ...rest]);
  return results.filter(it => all.has(it));
}

describe('the rows shown', () => {
  test('are all of them when there is room', () => {
    fc.assert(
      fc.property(fc.array(anyResult(), { maxLength: 30 }), results => {
        expect(shown(results)).toEqual(results.map(it => JSON.parse(resultJson(it))));
      }),
    );
  });

  test('are those that a look at all at once would choose, in input order', () => {
    fc.assert(
      fc.property(
        fc.array(anyResult(fc.constant('x')), { maxLength: 60 }),
        fc.integer({ min: 0, max: 20 }),
        (results, most) => {
          const numbered = results.map((it, at) => ({ ...it, id: String(at) }));
          expect(ids(shown(numbered, most))).toEqual(ids(chosen(numbered, most)));
        },
      ),
      { numRuns: 1000 },
    );
  });

  test('are errors, then flagged ones, then the lowest and highest', () => {
    const scores = [50, 10, 90, 51, 52, 20, 80].map((it, at) => judged(it, { id: `s${at}` }));
    const flags = [{ kind: 'echo' as const, reason: 'It repeats the question.' }];
    const rows = [...scores, judged(55, { id: 'flagged', flags }), failed('Not JSON.', { id: 'error' })];
    expect(ids(shown(rows, 6))).toEqual(['s1', 's2', 's5', 's6', 'flagged', 'error']);
    expect(ids(shown(rows, 1))).toEqual(['error']);
  });

  test('hold no more than so many bytes, the first of a kind staying', () => {
    const errors = Array.from({ length: 100 }, (_, at) => failed('x'.repeat(1000), { id: `e${at}` }));
    const rows = shown([...errors, judged(5)], 2000, 20_000);
    expect(ids(rows)).toEqual(ids(errors.slice(0, rows.length)));
    expect(rows.length).toBeGreaterThan(10);
    expect(rows.reduce((sum, it) => sum + bytes(it).length, 0)).toBeLessThanOrEqual(20_000);
  });

  test('leave a giant line out, and nothing else with it', () => {
    expect(ids(shown([failed('x'.repeat(300_000), { id: 'giant' }), judged(50, { id: 'a' })]))).toEqual([
      'a',
    ]);
  });

  test('do not hold on to the part that a line stands in', () => {
    const part = bytes(judged(50, { id: 'a' }));
    const rows = shownRows();
    rows.add(digestOf(judged(50)), part.subarray(0));
    part.fill(0);
    expect(ids(rows.rows())).toEqual(['a']);
  });

  test('are chosen from 300 000 in three seconds, even in the worst order', () => {
    const rows = shownRows();
    const line = bytes(judged(50));
    const began = process.cpuUsage();
    // Falling scores: every row is among the lowest so far.
    for (let at = 0; at < 300_000; at++)
      rows.add({ status: 'scored', score: 100 - at / 3000, flags: [] }, line);
    expect(secondsSince(began)).toBeLessThan(3);
    expect(rows.rows()).toHaveLength(2000);
  });
});
