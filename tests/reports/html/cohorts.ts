/** Small batches, with a text of one's own in every place where somebody else's could stand. */
import type { Cohort, NamedTally, RowResult, Tally } from '../../../src/model/cohort.ts';
import type { Flag } from '../../../src/model/score.ts';

const tally = (rows: number, mean: number | null): Tally => ({
  rows,
  scored: mean === null ? 0 : rows,
  cannotAssess: mean === null ? rows : 0,
  errors: 0,
  mean,
  interval: mean === null || rows < 2 ? null : [Math.max(0, mean - 8), Math.min(100, mean + 8)],
});

export const named = (id: string, rows: number, mean: number | null): NamedTally => ({
  id,
  ...tally(rows, mean),
});

/** A place for a text: its plain words, and what was put in their stead. */
export type Text = (plain: string) => string;

const PLAIN: Text = it => it;

export function rowsWith(text: Text = PLAIN): RowResult[] {
  const judge = {
    name: 'local',
    version: '1',
    rubric: { id: 'story', hash: '89e87059dd4b2fd3' },
    fingerprint: 'f00d',
  };
  const found = { criteria: [], points: [], pitfalls: [], keywords: [], flags: [] };
  return [
    {
      id: null,
      question: null,
      status: 'error',
      score: null,
      level: null,
      ...found,
      judge: null,
      cause: text('The line is not JSON.'),
      file: text('answers.jsonl'),
      line: 3,
    },
    {
      id: text('a1'),
      question: text('people/conflict'),
      candidate: text('c07'),
      group: text('spring'),
      status: 'scored',
      score: 71.44,
      level: 3,
      ...found,
      criteria: [
        {
          id: text('action'),
          status: 'scored',
          score: 85,
          level: 4,
          confidence: 0.9,
          evidence: [{ start: 0, end: 30, quote: text('I called her the same evening.') }],
          missing: [],
          reason: text('16 words of action.'),
        },
        {
          id: text('result'),
          status: 'scored',
          score: 30,
          level: 2,
          confidence: 0.6,
          evidence: [],
          missing: [text('a figure')],
          reason: text('No figure was found.'),
        },
        {
          id: text('learning'),
          status: 'cannot-assess',
          score: null,
          level: null,
          confidence: 0,
          evidence: [],
          missing: [],
          reason: text('Too short.'),
        },
      ],
      points: [
        { id: text('listen'), status: 'covered', score: 0.9, evidence: [] },
        { id: text('plan'), status: 'missing', score: 0, evidence: [] },
      ],
      pitfalls: [
        {
          id: text('blames'),
          evidence: [{ start: 31, end: 50, quote: text('They never answered') }],
          reason: text('says that others failed'),
        },
      ],
      judge,
    },
    {
      id: text('a2'),
      question: text('people/deadline'),
      candidate: text('c08'),
      status: 'scored',
      score: 20,
      level: 1,
      ...found,
      flags: [
        { kind: text('keyword-list') as Flag['kind'], reason: text('Few of the words make sentences.') },
      ],
      judge,
    },
    {
      id: text('a3'),
      question: text('people/deadline'),
      status: 'cannot-assess',
      score: null,
      level: null,
      ...found,
      judge,
      cause: text('The answer is empty.'),
    },
  ];
}

export function cohortWith(text: Text = PLAIN): Cohort {
  return {
    kind: 'cohort',
    all: { rows: 4, scored: 2, cannotAssess: 1, errors: 1, mean: 45.72, interval: [0, 100] },
    failed: 0,
    deviation: 36.3756,
    least: 20,
    median: 45.7,
    most: 71.44,
    histogram: Array.from({ length: 20 }, (_, step) => (step === 4 || step === 14 ? 1 : 0)),
    levels: [1, 0, 1, 0],
    questions: {
      listed: [
        { ...named(text('people/conflict'), 1, 71.44), prompt: text('Tell me of a conflict.') },
        { ...named(text('people/deadline'), 2, 20), prompt: text('Tell me of a deadline.') },
      ],
      more: 0,
    },
    criteria: [
      { id: text('story/action'), scored: 1, mean: 85, levels: [0, 0, 0, 1] },
      { id: text('story/result'), scored: 1, mean: 30, levels: [0, 1, 0, 0] },
    ],
    candidates: { listed: [named(text('c07'), 1, 71.44), named(text('c08'), 1, 20)], more: 0 },
    groups: { listed: [named(text('spring'), 1, 71.44)], more: 0 },
    flags: [{ kind: text('keyword-list') as Flag['kind'], rows: 1 }],
    judges: [{ name: text('local'), version: text('1') }],
    rubrics: [{ id: text('story'), hash: text('89e87059dd4b2fd3') }],
    versions: { mockloop: text('0.1.0') },
  };
}

/** A batch of one's own size: every seventh row flagged, scores that go round. */
export function manyRows(count: number): RowResult[] {
  const [, row] = rowsWith();
  return Array.from({ length: count }, (_, index) => ({
    ...row!,
    id: `a${index + 1}`,
    candidate: `c${index % 40}`,
    score: (index * 7) % 101,
    level: ([1, 2, 3, 4] as const)[index % 4]!,
    flags: index % 7 === 0 ? [{ kind: 'echo' as const, reason: 'It says the question again.' }] : [],
  }));
}
