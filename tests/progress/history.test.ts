import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable } from '../../src/progress/history.ts';
import { answered, SKIPPED, scored } from '../reports/building.ts';
import { attempt, DAY, found, historyFrom, kept, START } from './world.ts';

describe('a session as attempts', () => {
  test('has one for each main question, with all that it is counted by', () => {
    const { attempts, sessions, skipped } = historyFrom([
      kept('a', START, { 'go/gc': found(), 'go/gc/pause': found(40, { criteria: [] }) }),
    ]);
    expect({ sessions, skipped }).toEqual({ sessions: 1, skipped: [] });
    expect(attempts[0]).toEqual({
      session: 'a',
      at: START,
      question: 'go/gc',
      type: 'technical',
      competencies: ['runtime'],
      principles: ['dive-deep'],
      parts: [{ id: 'technical/coverage', score: 70, level: 3 }],
      score: 70,
      level: 3,
      judge: 'local 1',
      rubric: { id: 'technical', hash: 'abc' },
      seconds: 60,
      input: 'typed',
    });
    expect(attempts.length).toBe(1);
  });

  test('leaves out probes, warm-ups, drills and what is still open', () => {
    const probe = kept('probe', START, { 'go/gc/?technical.example': found() });
    const drill = kept('drill', START, { 'go/gc': found() }, { drill: 'ninety-seconds' });
    const warm = kept('warm', START, { 'go/gc': found() });
    warm.session.plan.rounds[0]!.warmUp = true;
    const open = kept('open', START, { 'go/gc': found() });
    open.session.rounds[0]!.asks[0]!.tries = [];
    expect(historyFrom([probe, drill, warm, open]).attempts).toEqual([]);
  });

  test('takes the first try, which was written without the card', () => {
    const twice = kept('a', START, { 'go/gc': found() });
    twice.session.rounds[0]!.asks[0]!.tries.push(answered('It marks, and more.', 300));
    const tried: number[] = [];
    historyFrom([{ ...twice, scoreOf: (_, index) => found(tried.push(index)) }]);
    expect(tried).toEqual([0]);
  });

  test('counts a skipped answer as level 1, and one that cannot be judged not at all', () => {
    const skipped = kept('a', START, { 'go/gc': scored(null) });
    skipped.session.rounds[0]!.asks[0]!.tries = [SKIPPED];
    const foreign = kept('b', START, { 'go/gc': scored(null) });
    const { attempts, unjudged } = historyFrom([skipped, foreign]);
    expect(attempts).toMatchObject([{ session: 'a', score: 0, level: 1, parts: [] }]);
    expect(unjudged).toBe(1);
  });

  test('brings the time to the clock of a real interview', () => {
    const quick = kept('a', START, { 'go/gc': found() }, { scale: 0.5 });
    expect(historyFrom([quick]).attempts[0]!.seconds).toBe(120);
  });
});

test('each answer has its own time, also where an interview was gone on with days later', () => {
  const late = kept('late', START, { 'go/gc': found() });
  late.session.rounds[0]!.asks[0]!.tries[0]!.at = START + 2 * DAY;
  const between = kept('between', START + DAY, { 'go/gc': found() });
  expect(historyFrom([late, between]).attempts.map(it => [it.session, it.at - START])).toEqual([
    ['between', DAY],
    ['late', 2 * DAY],
  ]);
});

test('a session that cannot be read is told and harms no other', () => {
  const broken = { what: 'broken', why: 'its journal has lost its beginning' };
  const { attempts, skipped } = historyFrom([
    kept('b', START + DAY, { 'go/gc': found() }),
    broken,
    kept('a', START, { 'go/gc': found() }),
  ]);
  expect(skipped).toEqual([broken]);
  expect(attempts.map(it => it.session)).toEqual(['a', 'b']);
});

test('a session of a time to come waits for it, and is told; what another time zone makes of today does not', () => {
  const them = [
    kept('now', START, { 'go/gc': found() }),
    kept('ahead', START + 2 * DAY, { 'go/gc': found() }),
  ];
  const { attempts, sessions, skipped } = historyFrom(them, START + DAY / 2);
  expect({ sessions, ids: attempts.map(it => it.session) }).toEqual({ sessions: 1, ids: ['now'] });
  expect(skipped).toEqual([
    { what: 'ahead', why: expect.stringContaining('the clock must have been wrong') },
  ]);
  expect(historyFrom(them, START + DAY)).toMatchObject({ sessions: 2, skipped: [] });
});

describe('what may be compared', () => {
  const old = attempt(2, 0, { judge: 'local 0' });
  const reworded = attempt(2, 1, { rubric: { id: 'technical', hash: 'old' } });
  const other = attempt(2, 2, { rubric: { id: 'star', hash: 'only' } });
  const last = attempt(3, 3);

  test('is what the latest judge judged, by the latest wording of each rubric; the rest is counted', () =>
    expect(comparable([old, reworded, other, last])).toEqual({
      attempts: [other, last],
      setAside: [
        { why: 'judged by local 0, not by local 1', answers: 1 },
        { why: 'judged by an earlier wording of technical', answers: 1 },
      ],
    }));

  test('is nothing without answers', () => expect(comparable([])).toEqual({ attempts: [], setAside: [] }));

  test('never mixes, and loses none', () =>
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2))), them => {
        const all = them.map(([judge, id, hash], at) =>
          attempt(3, at, { judge: `judge ${judge}`, rubric: { id: `r${id}`, hash: `h${hash}` } }),
        );
        const { attempts, setAside } = comparable(all);
        const hashes = new Map(attempts.map(it => [it.rubric.id, it.rubric.hash]));
        expect(new Set(attempts.map(it => it.judge)).size).toBeLessThanOrEqual(1);
        for (const it of attempts) expect(it.rubric.hash).toBe(hashes.get(it.rubric.id));
        expect(attempts.length + setAside.reduce((sum, it) => sum + it.answers, 0)).toBe(all.length);
      }),
    ));
});

test('the work grows with the sessions: each answer is looked at once', () => {
  let looks = 0;
  const many = Array.from({ length: 2000 }, (_, at) => {
    const it = kept(`s${at}`, START + at, { 'go/gc': found(), 'go/gc/pause': found() });
    const scoreOf = (key: string, index: number) => {
      looks++;
      return it.scoreOf(key, index);
    };
    return { ...it, scoreOf };
  });
  expect(historyFrom(many).attempts.length).toBe(2000);
  expect(looks).toBe(2000);
});
