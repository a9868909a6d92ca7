import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reportShape } from '../../src/content/report-shape.ts';
import { SCHEMA_KINDS, schemaText } from '../../src/content/schema.ts';
import { SIGNALS } from '../../src/scoring/signals/table.ts';

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
