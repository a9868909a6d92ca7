import { describe, expect, test } from 'vitest';
import { renderJson } from '../../src/reports/json.ts';
import { SAMPLE } from './fixture.ts';

/** The same data with the keys of every object the other way round. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, it]) => [key, reversed(it)]),
  );
}

describe('the JSON report', () => {
  test('is the golden one', async () => {
    await expect(renderJson(SAMPLE)).toMatchFileSnapshot('golden/report.json');
  });

  test('holds the debrief, no more and no less', () => {
    expect(JSON.parse(renderJson(SAMPLE))).toEqual(JSON.parse(JSON.stringify(SAMPLE)));
  });

  test('is the same whatever order the keys came in', () => {
    expect(renderJson(reversed(SAMPLE) as typeof SAMPLE)).toBe(renderJson(SAMPLE));
  });

  test('begins with its kind, is indented by two and ends in one newline', () => {
    expect(renderJson(SAMPLE)).toMatch(/^\{\n {2}"kind": "debrief",\n[\s\S]*[^\n]\n$/);
  });

  test('has no character that steers a terminal', () => {
    expect(renderJson(SAMPLE)).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]/);
  });
});
