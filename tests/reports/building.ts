/** Builders of sessions and scores, with as little as each needs. */
import type { FollowUp, Point, Question, Rubric } from '../../src/model/content.ts';
import type { Debrief } from '../../src/model/debrief.ts';
import type { AnswerScore, CriterionScore, Evidence, PointScore } from '../../src/model/score.ts';
import type {
  Ask,
  AskState,
  PlannedQuestion,
  PlannedRound,
  RoundState,
  Session,
  Try,
} from '../../src/model/session.ts';
import type { TestRun } from '../../src/model/test-run.ts';
import { debriefOf } from '../../src/scoring/debrief.ts';

export const point = (id: string, text: string, weight = 2): Point => ({
  id,
  text: [text],
  weight,
  cues: [],
});

export const followUp = (id: string, rest: Partial<FollowUp> = {}): FollowUp => ({
  id,
  prompt: `What about ${id}?`,
  when: 'always',
  points: [],
  pitfalls: [],
  answer: [],
  hints: [],
  followUps: [],
  ...rest,
});

export const question = (id: string, rest: Partial<Question> = {}): Question => ({
  id,
  prompt: `What is ${id}?`,
  type: 'technical',
  minutes: 10,
  difficulty: 3,
  levels: ['L5'],
  competencies: [],
  principles: [],
  rubric: [],
  points: [],
  pitfalls: [],
  keywords: [],
  outline: [],
  lookFor: [],
  reading: [],
  related: [],
  answer: [],
  hints: [],
  followUps: [],
  ...rest,
});

export const planned = (
  ref: string,
  asked: Question,
  rubrics: string[] = ['technical'],
): PlannedQuestion => ({
  ref,
  question: asked,
  budget: asked.minutes * 60,
  aliases: {},
  rubrics,
});

export const plannedRound = (id: string, rest: Partial<PlannedRound> = {}): PlannedRound => ({
  id,
  title: id,
  interviewer: 'engineer',
  principles: [],
  barRaiser: false,
  budget: 1800,
  questions: [],
  ...rest,
});

export const rubric = (
  id: string,
  criteria: [id: string, title: string, weight: number, advice: string][],
): Rubric => ({
  kind: 'rubric',
  id,
  title: id,
  for: [],
  cuts: [30, 55, 80],
  criteria: criteria.map(([name, title, weight, advice]) => ({
    id: name,
    title,
    weight,
    signals: [{ kind: 'coverage' }],
    anchors: { 1: 'None.', 2: 'Some.', 3: 'Most.', 4: 'All.' },
    probes: [{ id: 'example', ask: 'Can you give an example?' }],
    advice,
  })),
});

/** An ask; its key tells its kind and its main question. */
export function ask(round: string, key: string, tries: Try[], rest: Partial<Ask> = {}): AskState {
  const [bank, main, below] = key.split('/');
  const kind =
    main === 'closing'
      ? 'closing'
      : below === undefined
        ? 'question'
        : below.startsWith('?')
          ? 'probe'
          : 'follow-up';
  return {
    key,
    kind,
    round,
    ref: `${bank}/${main}`,
    prompt: 'Can you give an example?',
    why: 'planned',
    depth: below === undefined ? 0 : 1,
    budget: 600,
    ...rest,
    tries,
    hints: [],
    open: false,
    reviewed: true,
  };
}

export const answered = (answer: string, seconds = 60): Try => ({ answer, seconds, outcome: 'answered' });
export const SKIPPED: Try = { answer: '', seconds: 5, outcome: 'skipped' };

/** A run in which all of three tests passed. */
export const testRun = (rest: Partial<TestRun> = {}): TestRun => ({
  command: 'go test .',
  end: 'passed',
  exit: 0,
  counts: { passed: 3, failed: 0 },
  failing: [],
  seconds: 1.5,
  output: 'ok',
  note: '',
  ...rest,
});

/** Where a quote is in an answer. Throws when it is not there: a fixture must not invent evidence. */
export function evidence(answer: string, quote: string): Evidence {
  const start = answer.indexOf(quote);
  if (start < 0) throw new Error(`The answer does not say "${quote}".`);
  return { start, end: start + quote.length, quote };
}

export const criterion = (id: string, score: number, level: 1 | 2 | 3 | 4, reason = ''): CriterionScore => ({
  id,
  status: 'scored',
  score,
  level,
  confidence: 0.8,
  evidence: [],
  missing: [],
  reason,
});

export const pointScore = (id: string, status: PointScore['status'], found: Evidence[] = []): PointScore => ({
  id,
  status,
  score: { covered: 0.9, partial: 0.5, missing: 0 }[status],
  evidence: found,
});

/** A judge's findings; a score makes them `scored`, null makes them `cannot-assess` unless `rest` says otherwise. */
export function scored(score: number | null, rest: Partial<AnswerScore> = {}): AnswerScore {
  const level = score === null ? null : score >= 80 ? 4 : score >= 55 ? 3 : score >= 30 ? 2 : 1;
  return {
    question: '',
    status: score === null ? 'cannot-assess' : 'scored',
    score,
    level,
    criteria: [],
    points: [],
    pitfalls: [],
    keywords: [],
    flags: [],
    judge: { name: 'local', version: '1', rubric: { id: 'technical', hash: 'abc' }, fingerprint: 'f' },
    ...rest,
  };
}

export interface Held {
  planned: PlannedRound;
  asks: AskState[];
  dug?: RoundState['dug'];
  notAsked?: { refs: string[]; why: string }[];
}

/** A closed session of these rounds. */
export function sessionOf(held: Held[], rubrics: Rubric[] = []): Session {
  return {
    id: '2026-03-02-0930-sample',
    version: '0.1.0',
    plan: {
      loop: { id: 'sample', title: 'Sample loop, Go backend', level: 'L5', facts: [] },
      mode: 'coach',
      input: 'typed',
      scale: 1,
      seed: 1,
      breakSeconds: 0,
      rounds: held.map(it => it.planned),
      rubrics: Object.fromEntries(rubrics.map(it => [it.id, it])),
    },
    startedAt: Date.UTC(2026, 2, 2, 9, 30),
    lastAt: Date.UTC(2026, 2, 2, 11, 0),
    rounds: held.map(it => ({
      id: it.planned.id,
      state: 'ended',
      asks: it.asks,
      dug: it.dug ?? [],
      notAsked: it.notAsked ?? [],
      rested: true,
    })),
    closed: true,
  };
}

/** The debrief of a session whose scores are listed by ask, one a try. */
export function debriefWith(session: Session, scores: Record<string, AnswerScore[]>): Debrief {
  return debriefOf({
    session,
    scores: (key, index) => {
      const score = scores[key]?.[index];
      if (!score) throw new Error(`The fixture has no score for try ${index} of ${key}.`);
      return { ...score, question: key };
    },
    judge: { name: 'local', version: '1' },
    version: '0.1.0',
  });
}
