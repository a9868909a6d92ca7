/** Results of rows, as tests need them: by hand, and any there may be. */
import fc from 'fast-check';
import type { RowResult } from '../../src/model/cohort.ts';
import { type AnswerScore, FLAG_KINDS } from '../../src/model/score.ts';
import { scored } from '../reports/building.ts';

/** A row that a judge has seen; null makes it one that could not be assessed. */
export function judged(score: number | null, rest: Partial<RowResult> = {}): RowResult {
  const cause = score === null ? { cause: 'The answer is empty.' } : {};
  return { id: 'a1', ...scored(score), question: 'go/race', ...cause, ...rest };
}

/** A row that could not be used. */
export function failed(cause: string, rest: Partial<RowResult> = {}): RowResult {
  const place = { file: 'answers.jsonl', line: 7 };
  return {
    ...judged(null),
    id: null,
    question: null,
    status: 'error',
    judge: null,
    cause,
    ...place,
    ...rest,
  };
}

/** What a terminal acts upon, or what makes it show something else than there is. */
export const TERMINAL_SEQUENCES: Readonly<Record<string, string>> = {
  colour: '\u001b[31m',
  'clear the screen': '\u001b[2J\u001b[H',
  'cursor up': '\u001b[5A',
  'other screen': '\u001b[?1049h',
  'window title': '\u001b]0;owned\u0007',
  hyperlink: '\u001b]8;;https://evil.example\u001b\\click\u001b]8;;\u001b\\',
  clipboard: '\u001b]52;c;ZXZpbA==\u0007',
  'device control': '\u001bP+q544e\u001b\\',
  'application command': '\u001b_evil\u001b\\',
  'privacy message': '\u001b^evil\u001b\\',
  'ask who is there': '\u001b[c',
  reset: '\u001bc',
  'line drawing': '\u001b(0',
  'C1 sequence': '\u009b31m',
  'C1 command': '\u009d0;owned\u009c',
  overstrike: 'good\b\b\b\bevil',
  overwrite: 'a long line\revil',
  'turned round': '\u202egnp.exe\u2066',
};

/** None of these may stand in what is shown; a line break may. */
export const ACTS = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** What a spreadsheet would calculate, or run. */
export const FORMULAS = [
  '=1+1',
  '+1+1',
  '-1+1',
  '@SUM(1)',
  '\t=1+1',
  '\r=1+1',
  '\n=1+1',
  ' =1+1',
  '"=1+1',
  '＝1+1',
  "=cmd|' /C calc'!A0",
  'a;=1+1',
  'a;"=1+1;b',
  'a\n=1+1',
  '","=1+1","',
];

/** Any text, much of it hostile. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(...Object.values(TERMINAL_SEQUENCES), ...FORMULAS, '<b>|"&\u0000\ufffe\ud800', ''),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
);

/** Of this process alone, whatever else the machine has to do. */
export function secondsSince(began: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(began);
  return (user + system) / 1e6;
}

/** 0 to 100 with one decimal. */
export const anyScore = fc.integer({ min: 0, max: 1000 }).map(it => it / 10);

/** What all rows have, with names from a few, so that tables have something to add up. */
const common = (texts: fc.Arbitrary<string>) =>
  fc.record(
    {
      id: fc.option(texts),
      question: fc.oneof(fc.constantFrom('go/race', 'go/scheduler'), texts),
      candidate: fc.oneof(fc.constantFrom('c1', 'c2', 'c3'), texts),
      group: fc.constantFrom('one', 'two'),
      flags: fc.array(fc.record({ kind: fc.constantFrom(...FLAG_KINDS), reason: texts }), { maxLength: 2 }),
    },
    { requiredKeys: ['id', 'question', 'flags'] },
  );

const anyCriterion = fc.record({
  id: fc.constantFrom('coverage', 'depth', 'story/result'),
  score: fc.option(anyScore),
});

/** @param texts whatever people write. */
export function anyResult(texts: fc.Arbitrary<string> = anyText): fc.Arbitrary<RowResult> {
  const scoredRow = fc
    .record({ rest: common(texts), score: anyScore, found: fc.array(anyCriterion, { maxLength: 3 }), texts })
    .map(({ rest, score, found, texts: reason }) =>
      judged(score, { ...rest, criteria: found.map(it => criterionOf(it, reason)) }),
    );
  const unassessed = fc.record({ rest: common(texts), cause: texts });
  return fc.oneof(
    { weight: 3, arbitrary: scoredRow },
    unassessed.map(({ rest, cause }) => judged(null, { ...rest, cause })),
    unassessed.map(({ rest, cause }) => failed(cause, { ...rest, file: cause })),
  );
}

function criterionOf({ id, score }: { id: string; score: number | null }, reason: string) {
  const level = score === null ? null : scored(score).level;
  const status: AnswerScore['status'] = score === null ? 'cannot-assess' : 'scored';
  return { id, status, score, level, confidence: 0.5, evidence: [], missing: [], reason };
}
