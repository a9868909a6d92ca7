import { expect, test } from 'vitest';
import { PAGE_FORMATS, RESULT_FORMATS } from '../../../src/reports/cohort/table.ts';
import { documentOf, SAMPLE_COHORT, SAMPLE_GATES, SAMPLE_ROWS } from './sample.ts';

test('every format of rows is listed, has an ending of its own, and its head keeps its length', () => {
  expect(Object.keys(RESULT_FORMATS)).toEqual(['jsonl', 'csv', 'json', 'junit']);
  expect(Object.values(RESULT_FORMATS).map(it => it.extension)).toEqual(['jsonl', 'csv', 'json', 'xml']);
  for (const format of Object.values(RESULT_FORMATS)) {
    const heads = [null, SAMPLE_COHORT].map(it => Buffer.byteLength(format.head(it, SAMPLE_GATES)));
    expect(heads[0]).toBe(heads[1]);
    expect(documentOf(format, SAMPLE_ROWS, SAMPLE_GATES)).toMatch(/[^\n]\n$/);
  }
});

test('every page is listed by its ending and ends in one newline', async () => {
  expect(Object.keys(PAGE_FORMATS)).toEqual(['md', 'html']);
  for (const [name, load] of Object.entries(PAGE_FORMATS)) {
    const { page, extension } = await load();
    expect(extension).toBe(name);
    expect(page(SAMPLE_COHORT, SAMPLE_ROWS, SAMPLE_GATES)).toMatch(/[^\n]\n$/);
  }
});
