import { describe, expect, test } from 'vitest';
import type { FollowUp, Question } from '../../../src/model/content.ts';
import type { AnswerScore } from '../../../src/model/score.ts';
import type { Try } from '../../../src/model/session.ts';
import { groundsIn } from '../../../src/scoring/panel/grounds.ts';
import {
  answered,
  ask,
  criterion,
  debriefWith,
  evidence,
  followUp,
  planned,
  plannedRound,
  point,
  pointScore,
  question,
  rubric,
  SKIPPED,
  scored,
  sessionOf,
  testRun,
} from '../../reports/building.ts';

const SAID = 'A lock is held. It is released at the end.';
const RUBRIC = {
  ...rubric('r', [
    ['reads', 'Reads the points', 5, ''],
    ['how', 'Says how', 2, ''],
  ]),
};
RUBRIC.criteria[1]!.signals = [{ kind: 'mention', terms: ['because'] }];

interface Said {
  content?: Partial<Question>;
  attempt?: Try;
  score?: Partial<AnswerScore>;
  followUps?: FollowUp[];
}

/** The grounds of a round of these main questions, q0, q1 and so on. */
function grounds(...said: Said[]) {
  const scores: Record<string, AnswerScore[]> = {};
  const asks = said.flatMap(({ attempt = answered(SAID), score, followUps = [] }, at) => {
    scores[`b/q${at}`] = [scored(50, score)];
    for (const { id } of followUps) scores[`b/q${at}/${id}`] = [scored(null)];
    return [
      ask('r', `b/q${at}`, [attempt]),
      ...followUps.map(({ id }) => ask('r', `b/q${at}/${id}`, [SKIPPED])),
    ];
  });
  const questions = said.map(({ content, followUps = [] }, at) =>
    planned(`b/q${at}`, question(`q${at}`, { followUps, ...content }), ['r']),
  );
  const { rounds, rubrics } = debriefWith(
    sessionOf([{ planned: plannedRound('r', { questions }), asks }], [RUBRIC]),
    scores,
  );
  return groundsIn(rounds[0]!.questions, rubrics);
}

const POINTS = [point('lock', 'A lock is held.', 3), point('order', 'In one order.', 2)];
const lock = pointScore('lock', 'covered', [evidence(SAID, 'A lock is held.')]);

describe('what speaks for a candidate', () => {
  test('is what was covered, in their words, and a criterion that is met', () => {
    const how = { ...criterion('how', 70, 3, 'One reason.'), evidence: [evidence(SAID, 'It is released')] };
    const found = grounds({ content: { points: POINTS }, score: { points: [lock], criteria: [how] } }).for;
    expect(found).toEqual([
      {
        question: 'b/q0',
        about: 'A lock is held.',
        told: 'covered',
        found: { start: 0, end: 15, quote: 'A lock is held.' },
      },
      {
        question: 'b/q0',
        about: 'Says how',
        told: 'One reason.',
        found: { start: 16, end: 30, quote: 'It is released' },
      },
    ]);
  });

  test('leaves what reads the points to the points, where there are any', () => {
    const reads = { ...criterion('reads', 90, 4, 'All.'), evidence: [evidence(SAID, 'A lock')] };
    const told = (content: Partial<Question>) =>
      grounds({ content, score: { criteria: [reads] } }).for.map(it => it.about);
    expect(told({ points: POINTS })).toEqual([]);
    expect(told({})).toEqual(['Reads the points']);
  });

  test('is nothing without a quote, nothing that was only inferred, and nothing in an answer that is none', () => {
    const content = { points: POINTS };
    expect(grounds({ content, score: { criteria: [criterion('how', 70, 3)] } }).for).toEqual([]);
    expect(grounds({ content, score: { points: [{ ...lock, inferred: true }] } }).for).toEqual([]);
    const flags = [{ kind: 'echo' as const, reason: 'It repeats the question.' }];
    expect(grounds({ content, score: { points: [lock], flags } })).toEqual({
      for: [],
      against: [{ question: 'b/q0', about: 'What is q0?', told: 'It repeats the question.' }],
    });
  });

  test('is a run of tests that all passed', () => {
    const attempt = { ...answered(SAID), run: testRun() };
    expect(grounds({ attempt }).for).toEqual([
      { question: 'b/q0', about: 'Tests', told: 'All 3 tests passed.' },
    ]);
  });
});

describe('what speaks against one', () => {
  test('is a missing point, a pitfall with its words, and a thin criterion', () => {
    const pitfalls = [
      { id: 'wrong', text: 'Locks are free.' },
      { id: 'blames', text: 'Blames others.' },
    ];
    const touched = [
      { id: 'wrong', evidence: [evidence(SAID, 'released')], reason: 'says the same' },
      { id: 'blames', evidence: [], reason: 'Blames others.' },
    ];
    const content = { points: [POINTS[1]!], pitfalls };
    const points = [pointScore('order', 'missing')];
    const against = grounds({ content, score: { points, pitfalls: touched } }).against;
    expect(against.map(it => [it.about, it.told, it.found?.quote])).toEqual([
      ['Locks are free.', 'says the same', 'released'],
      ['Blames others.', '', undefined],
      ['In one order.', 'missing', undefined],
    ]);
    const thin = grounds({ score: { criteria: [criterion('how', 10, 1, 'No reason.')] } }).against;
    expect(thin).toEqual([{ question: 'b/q0', about: 'Says how', told: 'No reason.' }]);
  });

  test('is an answer that was not given: a main one before a follow-up', () => {
    const against = grounds({ followUps: [followUp('more')] }, { attempt: SKIPPED }).against;
    expect(against).toEqual([
      { question: 'b/q1', about: 'What is q1?', told: 'not answered' },
      { question: 'b/q0/more', about: 'What about more?', told: 'not answered' },
    ]);
  });

  test('names three at most, one of each answer before the second of any', () => {
    const missing = {
      content: { points: POINTS },
      score: { points: POINTS.map(it => pointScore(it.id, 'missing')) },
    };
    expect(grounds(missing, missing).against.map(it => [it.question, it.about])).toEqual([
      ['b/q0', 'A lock is held.'],
      ['b/q1', 'A lock is held.'],
      ['b/q0', 'In one order.'],
    ]);
  });
});
