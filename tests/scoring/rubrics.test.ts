/** The shipped rubrics: what validation cannot see. */
import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { QUESTION_TYPES } from '../../src/model/content.ts';
import { SIGNS } from '../../src/scoring/signals/signs.ts';
import { signalOf } from '../../src/scoring/signals/table.ts';
import { reading } from './asking.ts';
import { rubric } from './golden.ts';

const files = readdirSync(new URL('../../rubrics/', import.meta.url)).filter(it => it.endsWith('.yaml'));
const rubrics = files.map(it => rubric(it.replace('.yaml', '')));

test('every type of question has exactly one rubric', () =>
  expect(rubrics.flatMap(it => it.for).toSorted()).toEqual([...QUESTION_TYPES].toSorted()));

describe.each(rubrics)('$id', ({ criteria }) => {
  test.each(criteria)('$id looks for what signals know', ({ signals }) => {
    for (const { kind, weight: _, ...parameters } of signals) {
      const signal = signalOf(kind);
      expect(Object.keys(signal?.params ?? {}), kind).toEqual(
        expect.arrayContaining(Object.keys(parameters)),
      );
    }
  });
  test.each(criteria)('$id names signs that there are', ({ signals }) => {
    for (const { signs = [], hints = [], against = [], never = [] } of signals)
      expect(Object.keys(SIGNS)).toEqual(
        expect.arrayContaining([signs, hints, against, never].flat() as string[]),
      );
  });
  test.each(criteria)('$id can be told apart level by level, asked about and worked on', it => {
    expect(new Set(Object.values(it.anchors)).size).toBe(4);
    expect(it.probes.length).toBeGreaterThan(0);
    expect(it.probes.every(probe => probe.ask.endsWith('?') || probe.ask.endsWith('.'))).toBe(true);
    expect(it.advice.length).toBeGreaterThan(40);
  });
  test('no probe is asked twice', () => {
    const asks = criteria.flatMap(it => it.probes.map(probe => probe.ask));
    expect(new Set(asks).size).toBe(asks.length);
  });
});

test.each([
  ['mechanism', 'We were not idempotent, so we kept the retries away from that call.', 1],
  ['mechanism', "A P belongs to one thread, that's why its run queue needs no lock.", 1],
  ['trade-offs', 'Events bring duplicates, and debugging them is harder.', 1],
  ['trade-offs', 'A replica lags behind its primary.', 1],
  ['trade-offs', 'The second cluster is one more thing to look after and more to operate.', 1],
  ['mechanism', 'The retries were kept away from that call, and it was so in Go.', 0],
])('technical: what counts for its %s: %s', (id, answer, count) => {
  const [signal] = rubric('technical').criteria.find(it => it.id === id)!.signals;
  expect(reading(answer, { ...signal!, atLeast: 1 }).value).toBe(count);
});

test.each([
  ['Redis is sharded by the key of the tenant, and each bucket holds its tokens.', 0],
  ['It locks both accounts in order of their ids before it writes.', 0],
  ['Tenants are isolated, and each call carries an access token.', 1],
])('design: what protects: %s', (answer, count) => {
  const [, signal] = rubric('design').criteria.find(it => it.id === 'operation')!.signals;
  expect(reading(answer, signal!).value).toBe(count);
});

test.each([
  ['It is tested with an error, a timeout and a panic in memory.', 0],
  ['The last error is kept, so the caller learns of it.', 1],
])('coding: what explains: %s', (answer, count) => {
  const [signal] = rubric('coding').criteria.find(it => it.id === 'reasoning')!.signals;
  expect(reading(answer, { ...signal!, atLeast: 1 }).value).toBe(count);
});
