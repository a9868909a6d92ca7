import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cohortShape } from '../../src/content/cohort-shape.ts';
import { reportShape } from '../../src/content/report-shape.ts';
import { resultShape } from '../../src/content/result-shape.ts';
import { SCHEMA_KINDS, schemaText } from '../../src/content/schema.ts';
import { json } from '../../src/reports/cohort/json.ts';
import { resultJson } from '../../src/reports/cohort/jsonl.ts';
import { SIGNALS } from '../../src/scoring/signals/table.ts';
import { anyResult, failed, judged } from '../batch/results.ts';
import { documentOf, SAMPLE_GATES, SAMPLE_ROWS } from '../reports/cohort/sample.ts';

describe('editor schemas', () => {
  test.each(SCHEMA_KINDS)('the committed %s schema is up to date (npm run build)', kind => {
    const committed = readFileSync(new URL(`../../schemas/${kind}.schema.json`, import.meta.url), 'utf8');
    expect(committed).toBe(schemaText(kind));
  });

  test('know every kind of signal', () => {
    const text = schemaText('rubric');
    for (const kind of Object.keys(SIGNALS)) expect(text).toContain(`"const": "${kind}"`);
  });

  test('ask only for what has no default', () => {
    expect(JSON.parse(schemaText('bank')).definitions.Question.required).toEqual(['id', 'prompt']);
  });
});

test('the JSON report has the shape that its schema says, and a report without its rounds has not', () => {
  const golden = JSON.parse(readFileSync(new URL('../reports/golden/report.json', import.meta.url), 'utf8'));
  expect(reportShape.safeParse(golden).error).toBeUndefined();
  expect(reportShape.safeParse({ ...golden, rounds: undefined }).success).toBe(false);
});

describe('the schema of a result', () => {
  test('takes any line of a batch', () => {
    fc.assert(
      fc.property(anyResult(), result => {
        expect(resultShape.safeParse(JSON.parse(resultJson(result))).error).toBeUndefined();
      }),
    );
  });

  test.each<[string, object]>([
    ['a score of an error', { ...failed('Not JSON.'), score: 0 }],
    ['an error without a cause', { ...failed('Not JSON.'), cause: undefined }],
    ['a scored row without a judge', { ...judged(50), judge: null }],
    ['a scored row without a level', { ...judged(50), level: null }],
    ['a score beyond 100', { ...judged(50), score: 101 }],
    ['a row without an id, not even null', { ...judged(50), id: undefined }],
    ['an unknown flag', { ...judged(50), flags: [{ kind: 'rude', reason: '' }] }],
    ['a line 0', failed('Not JSON.', { line: 0 })],
  ])('refuses %s', (_what, result) => {
    expect(resultShape.safeParse(result).success).toBe(false);
  });
});

test('the JSON of many answers has the shape that its schema says, and without its totals has not', () => {
  const document = JSON.parse(documentOf(json, SAMPLE_ROWS, SAMPLE_GATES));
  expect(cohortShape.safeParse(document).error).toBeUndefined();
  expect(cohortShape.safeParse(JSON.parse(documentOf(json, []))).error).toBeUndefined();
  const { all: _, ...without } = document.cohort;
  expect(cohortShape.safeParse({ ...document, cohort: without }).success).toBe(false);
});
