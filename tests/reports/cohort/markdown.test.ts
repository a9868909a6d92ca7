import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_NAMES } from '../../../src/model/cohort.ts';
import { cohortMarkdown } from '../../../src/reports/cohort/markdown.ts';
import { ACTS, judged } from '../../batch/results.ts';
import { anyRun, cohortOf, HOSTILE_ROWS, SAMPLE_COHORT, SAMPLE_GATES, SAMPLE_ROWS } from './sample.ts';

describe('the page', () => {
  test('is the golden one', async () => {
    await expect(cohortMarkdown(SAMPLE_COHORT, SAMPLE_ROWS, SAMPLE_GATES)).toMatchFileSnapshot(
      'golden/cohort.md',
    );
  });

  test('has tables with as many cells in each row as in their head, and no markup of others', () => {
    const check = (page: string) => {
      const bare = page.replace(/\\[!-/:-@[-`{-~]|`[^`]*`/g, '·');
      expect(bare).not.toMatch(/[<>[\]$~_`]|&[#\w]|:\/\//);
      for (const table of bare
        .trimEnd()
        .split('\n\n')
        .filter(it => it.startsWith('|'))) {
        const cells = table.split('\n').map(row => row.split('|').length);
        expect(new Set(cells).size).toBe(1);
      }
      expect(page).not.toMatch(ACTS);
      expect(page).toMatch(/[^\n]\n$/);
    };
    fc.assert(
      fc.property(anyRun, fc.string({ unit: 'binary' }), (results, prompt) =>
        check(cohortMarkdown(cohortOf(results, {}, prompt), results, SAMPLE_GATES)),
      ),
    );
    check(cohortMarkdown(cohortOf(HOSTILE_ROWS), HOSTILE_ROWS, {}));
  });

  test('of no rows says so and nothing more', () => {
    expect(cohortMarkdown(cohortOf([]), [], {})).not.toContain('##');
    expect(cohortMarkdown(cohortOf([]), [], {})).toContain('no row was scored');
  });

  test('says which rows are shown where not all are, and how many names are not listed', () => {
    const results = Array.from({ length: MOST_NAMES + 7 }, (_, at) => judged(50, { candidate: `c${at}` }));
    const page = cohortMarkdown(cohortOf(results), results.slice(0, 3), {});
    expect(page).toContain('3 of 2007 rows:');
    expect(page).toContain('Only 2000 names are listed; others have 7 rows');
  });

  test('lists what went worst first', () => {
    const results = [judged(90, { question: 'x/good' }), judged(null, { question: 'x/none' })];
    const page = cohortMarkdown(cohortOf([...results, judged(10, { question: 'x/bad' })]), [], {});
    expect(page.match(/x\/(good|none|bad)/g)).toEqual(['x/bad', 'x/good', 'x/none']);
  });
});
