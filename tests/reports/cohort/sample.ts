/** A small run with everything that a cohort must tell, hostile text in all of it; and any run there may be. */
import fc from 'fast-check';
import { cohortFold, digestOf } from '../../../src/batch/cohort.ts';
import type { Cohort, Gates, RowResult } from '../../../src/model/cohort.ts';
import type { ResultFormat } from '../../../src/reports/cohort/format.ts';
import { anyResult, FORMULAS, failed, judged, TERMINAL_SEQUENCES } from '../../batch/results.ts';
import { criterion, pointScore } from '../building.ts';
import { HOSTILE } from '../fixture.ts';

export const SAMPLE_GATES: Gates = { under: 60, anyUnder: 30, criteria: [{ id: 'depth', level: 2 }] };

export const SAMPLE_ROWS: RowResult[] = [
  judged(71.4, {
    id: 'a1',
    candidate: 'c1',
    group: 'north',
    criteria: [criterion('coverage', 80, 4, 'Four of five points.'), criterion('depth', 40, 2, 'One why.')],
    points: [
      pointScore('roles', 'covered'),
      pointScore('stealing', 'missing'),
      pointScore('handoff', 'missing'),
    ],
    input: '0123456789abcdef',
  }),
  judged(12, {
    id: 'a2',
    candidate: 'c2',
    group: 'south',
    criteria: [criterion('coverage', 10, 1, 'None of five points.'), criterion('depth', 20, 1, 'No why.')],
    pitfalls: [{ id: 'one-to-one', evidence: [], reason: 'Says that a goroutine is a thread.' }],
    flags: [
      { kind: 'echo', reason: 'It repeats the question.' },
      { kind: 'repetition', reason: 'It says one thing five times.' },
    ],
    input: '00000000000000aa',
  }),
  judged(null, { id: 'a3', candidate: 'c1', group: 'north', question: 'go/scheduler' }),
  judged(88.8, {
    id: '=cmd|calc',
    candidate: HOSTILE,
    question: 'people/conflict',
    criteria: [{ ...criterion('coverage', 0, 1), status: 'cannot-assess', score: null, level: null }],
    judge: { name: 'llm <x>', version: '2|3', rubric: { id: 'story', hash: 'def' }, fingerprint: 'f' },
  }),
  failed('There is no question "go/rase". Is it "go/race"?', { id: 'a5', line: 5 }),
  failed(HOSTILE, { file: '-', line: 6 }),
];

export const SAMPLE_COHORT: Cohort = cohortOf(SAMPLE_ROWS, SAMPLE_GATES);

/** Prompts are as hostile as all else that people write. */
export function cohortOf(results: readonly RowResult[], gates: Gates = {}, prompt = HOSTILE): Cohort {
  const fold = cohortFold();
  for (const it of results) fold.add(digestOf(it, gates));
  return fold.cohort(it => (it === 'go/race' ? 'What is a data race?' : prompt), '1.2.3');
}

/** A whole document, as a run writes it. */
export function documentOf(format: ResultFormat, results: readonly RowResult[], gates: Gates = {}): string {
  const cohort = cohortOf(results, gates);
  const rows = results.map(it => format.row(it, gates)).join(format.separator);
  return format.head(cohort, gates) + rows + format.tail(cohort, gates);
}

/** Each thing that must not get through, in every place where a row can hold text. */
export const HOSTILE_ROWS: readonly RowResult[] = [...Object.values(TERMINAL_SEQUENCES), ...FORMULAS].flatMap(
  text => [
    failed(text, { id: text, file: text, candidate: text, group: text }),
    judged(50, {
      id: text,
      question: text,
      candidate: text,
      group: text,
      criteria: [criterion(text, 20, 1, text)],
      points: [pointScore(text, 'missing')],
      pitfalls: [{ id: text, evidence: [], reason: text }],
      keywords: [{ term: text, use: 'dropped' }],
      flags: [{ kind: 'echo', reason: text }],
      judge: { name: text, version: text, rubric: { id: text, hash: text }, fingerprint: text },
    }),
  ],
);

export const anyRun = fc.array(anyResult(), { maxLength: 8 });
