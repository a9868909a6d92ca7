import fc from 'fast-check';
import { expect, test } from 'vitest';
import { json } from '../../../src/reports/cohort/json.ts';
import { ACTS } from '../../batch/results.ts';
import { anyRun, cohortOf, documentOf, HOSTILE_ROWS, SAMPLE_ROWS } from './sample.ts';

test('the document is rows and cohort, whatever the rows', () => {
  fc.assert(
    fc.property(anyRun, results => {
      const document = documentOf(json, results);
      expect(JSON.parse(document)).toEqual({ rows: results, cohort: cohortOf(results) });
      expect(document).toMatch(/[^\n]\n$/);
    }),
  );
});

test('a row is a line', () => {
  expect(documentOf(json, SAMPLE_ROWS).trimEnd().split('\n')).toHaveLength(SAMPLE_ROWS.length + 2);
});

test('nothing of it acts on a terminal', () => {
  expect(documentOf(json, HOSTILE_ROWS)).not.toMatch(ACTS);
});
