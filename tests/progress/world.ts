/** Attempts and kept sessions with as little as each test needs. */

import type { Attempt, Card, Skipped } from '../../src/model/progress.ts';
import type { AnswerScore } from '../../src/model/score.ts';
import type { Plan } from '../../src/model/session.ts';
import { historyFrom as fold, type Judged, sessionHistory } from '../../src/progress/history.ts';
import type { Scheduled } from '../../src/progress/schedule.ts';
import {
  answered,
  ask,
  criterion,
  planned,
  plannedRound,
  question,
  scored,
  sessionOf,
} from '../reports/building.ts';

export const DAY = 24 * 60 * 60 * 1000;
export const START = Date.UTC(2026, 2, 2, 9, 30);
export const NOTHING: Scheduled = { suspended: new Map(), resets: new Map(), reviews: new Map() };

const LEVELS = [0, 10, 40, 65, 90];

/** A card that is due, of the kind that its id tells. */
export const card = (id: string, rest: Partial<Card> = {}): Card => ({
  id,
  kind: id.startsWith('principle:') ? 'principle' : id.startsWith('part:') ? 'part' : 'question',
  due: '2026-03-02',
  recall: 0.5,
  answers: 1,
  lapses: 0,
  level: 2,
  suspended: false,
  ...rest,
});

/** An answer of a level to `q`, so many days after the start. */
export function attempt(level: 1 | 2 | 3 | 4, day = 0, rest: Partial<Attempt> = {}): Attempt {
  return {
    session: `day-${day}`,
    at: START + day * DAY,
    question: 'bank/q',
    type: 'technical',
    competencies: [],
    principles: [],
    parts: [],
    score: LEVELS[level]!,
    level,
    judge: 'local 1',
    rubric: { id: 'technical', hash: 'abc' },
    seconds: 120,
    input: 'typed',
    ...rest,
  };
}

/** A kept session that asks `go/gc` and, below it, `go/gc/pause`, answered with these scores. */
export function kept(
  id: string,
  startedAt: number,
  scores: Record<string, AnswerScore>,
  plan: Partial<Plan> = {},
): Judged {
  const gc = question('gc', { competencies: ['runtime'], principles: ['dive-deep'] });
  const asks = Object.keys(scores).map(key => ask('one', key, [answered('It marks and sweeps.')]));
  const session = sessionOf([{ planned: plannedRound('one', { questions: [planned('go/gc', gc)] }), asks }]);
  return {
    session: { ...session, id, startedAt, plan: { ...session.plan, ...plan } },
    scoreOf: key => scores[key]!,
  };
}

/** Found at 70, with one criterion. */
export const found = (score = 70, rest: Partial<AnswerScore> = {}): AnswerScore =>
  scored(score, { criteria: [criterion('coverage', score, 3)], ...rest });

/** The history of sessions as they are by now, and of what could not be read. */
export const historyFrom = (kept: readonly (Judged | Skipped)[], now = Number.POSITIVE_INFINITY) =>
  fold(
    kept.map(it => ('why' in it ? it : sessionHistory(it))),
    now,
  );
