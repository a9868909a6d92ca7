/** A progress with something of everything, some of it hostile. */
import type { Progress } from '../../../src/model/progress.ts';

export const HOSTILE = '<b>\u202ebad\u001b[2J';

export const sample = (rest: Partial<Progress> = {}): Progress => ({
  kind: 'progress',
  day: '2026-03-20',
  judge: 'local 1',
  level: 'L5',
  bar: 60,
  sessions: 3,
  answers: 7,
  input: 'typed',
  lines: {
    competency: [
      {
        id: 'concurrency',
        answers: 3,
        scores: [0, 50, 100],
        now: 41.25,
        before: 36.8,
        gap: 18.8,
        seconds: 200,
      },
      { id: HOSTILE, answers: 1, scores: [90], now: 90, before: null, gap: 0, seconds: 60 },
    ],
    principle: [],
    part: [],
    kind: [],
  },
  interviews: [{ session: 'one', day: '2026-03-02', score: 44 }],
  setAside: [{ why: 'judged by local 0, not by local 1', answers: 2 }],
  waiting: 0,
  unjudged: 1,
  skipped: [{ what: 'broken', why: HOSTILE }],
  outcomes: [{ date: '2026-03-10', company: HOSTILE, round: '', result: 'rejected', note: '' }],
  plan: {
    interview: '2026-03-23',
    minutesADay: 15,
    days: [
      {
        day: '2026-03-20',
        items: [
          { question: 'go/gc', minutes: 10 },
          { question: 'go/map', minutes: 5 },
        ],
      },
      { day: '2026-03-21', items: [] },
    ],
    tooLong: ['go/design'],
  },
  ...rest,
});
