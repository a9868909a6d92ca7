import { expect, test } from 'vitest';
import { REPORTS } from '../../src/reports/table.ts';
import { SAMPLE } from './fixture.ts';

test('every format is listed under its own name, renders, and ends in one newline', async () => {
  expect(Object.keys(REPORTS)).toEqual(['md', 'json', 'html']);
  for (const [name, report] of Object.entries(REPORTS)) {
    expect(report.format).toBe(name);
    expect(report.extension).toBe(name);
    expect(await report.render(SAMPLE)).toMatch(/[^\n]\n$/);
  }
});
