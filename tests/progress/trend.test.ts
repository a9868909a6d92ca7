import { describe, expect, test } from 'vitest';
import type { Attempt } from '../../src/model/progress.ts';
import { progressOf } from '../../src/progress/trend.ts';
import { attempt } from './world.ts';

const told = { today: '2026-03-20', zone: 'UTC', level: 'L5', bar: 60 };
const progress = (attempts: Attempt[]) =>
  progressOf(
    { attempts, sessions: 2, skipped: [], unjudged: 1, waiting: 0, level: 'L5' },
    { outcomes: [] },
    told,
  );
const lineOf = (attempts: Attempt[], kind: 'competency' | 'principle' | 'part' | 'kind' = 'kind') =>
  progress(attempts).lines[kind][0];

test('without answers there are no lines and no judge', () =>
  expect(progress([])).toMatchObject({ judge: null, answers: 0, lines: { kind: [] }, interviews: [] }));

describe('a line', () => {
  test('is the mean of the last five answers, with what is missing to the bar', () => {
    const scores = [100, 10, 20, 30, 40, 50];
    const line = lineOf(scores.map((score, day) => attempt(2, day, { score })));
    expect(line).toMatchObject({ id: 'technical', answers: 6, scores, now: 30, gap: 30 });
    expect(lineOf([attempt(4, 0, { score: 90 })])!.gap).toBe(0);
  });

  test('tells what changed since a week ago, where there was something before and since', () => {
    const old = attempt(2, 0, { score: 40 });
    expect(lineOf([old])!.before).toBeNull();
    expect(lineOf([attempt(2, 17, { score: 60 })])!.before).toBeNull();
    expect(lineOf([old, attempt(2, 17, { score: 60 })])).toMatchObject({ before: 40, now: 50 });
  });

  test('has the median time of answers that came in as the last one did', () => {
    const typed = [60, 100, 500].map((seconds, day) => attempt(3, day, { seconds }));
    expect(lineOf([attempt(3, 0, { seconds: 5, input: 'dictated' }), ...typed])!.seconds).toBe(100);
    expect(lineOf(typed.slice(0, 2))!.seconds).toBe(80);
    const dictated = attempt(3, 9, { type: 'design', input: 'dictated' });
    expect(progress([attempt(1), dictated]).lines.kind.map(it => [it.id, it.seconds])).toEqual([
      ['technical', null],
      ['design', 120],
    ]);
  });

  test('is there for each competency, principle and part, the weakest first', () => {
    const them = [
      attempt(4, 0, {
        competencies: ['a'],
        principles: ['p'],
        parts: [{ id: 'star/result', score: 12, level: 1 }],
      }),
      attempt(1, 1, { competencies: ['b', 'a'] }),
    ];
    expect(progress(them).lines.competency.map(it => [it.id, it.now])).toEqual([
      ['b', 10],
      ['a', 50],
    ]);
    expect(lineOf(them, 'part')).toMatchObject({ id: 'star/result', now: 12, answers: 1 });
    expect(lineOf(them, 'principle')).toMatchObject({ id: 'p', now: 90 });
  });
});

test('an answer of another judge is in no line, and told', () => {
  const { lines, setAside } = progress([attempt(1, 0, { judge: 'local 0' }), attempt(4, 1)]);
  expect(lines.kind[0]).toMatchObject({ answers: 1, now: 90 });
  expect(setAside).toEqual([{ why: 'judged by local 0, not by local 1', answers: 1 }]);
});

test('an interview is the mean of its main answers', () =>
  expect(progress([attempt(1), attempt(4), attempt(3, 2)]).interviews).toEqual([
    { session: 'day-0', day: '2026-03-02', score: 50 },
    { session: 'day-2', day: '2026-03-04', score: 65 },
  ]));
