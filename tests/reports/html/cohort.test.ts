import { describe, expect, test } from 'vitest';
import { renderCohortPage } from '../../../src/reports/html/cohort.ts';
import { STYLE } from '../../../src/reports/html/style.ts';
import { cohortWith, manyRows, named, rowsWith } from './cohorts.ts';
import { PAYLOADS, skeleton } from './hostile.ts';

/** The page without its style sheet, which no text can change, and without the hashes of sheet and script. */
const body = (page: string) => page.replace(STYLE, '').replaceAll(/sha256-[\w+/=]+/g, 'sha256-');

const PAGE = renderCohortPage(cohortWith(), rowsWith());

/** The words of a page, tags and entities taken away. */
const words = (page: string) =>
  page
    .slice(page.indexOf('<body>'), page.lastIndexOf('<script>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the page of many answers', () => {
  test('is the golden one', async () => {
    await expect(body(PAGE)).toMatchFileSnapshot('golden/cohort.html');
  });

  test('is the same every time', () => expect(renderCohortPage(cohortWith(), rowsWith())).toBe(PAGE));

  test.each(PAYLOADS)('shows %j as text wherever a text can stand', payload => {
    // Words that are told apart by their number must stay so.
    let number = 0;
    const text = (plain: string) => (/[/]/.test(plain) ? `${payload}/${number++}` : `${payload}${number++}`);
    const hostile = renderCohortPage(cohortWith(text), rowsWith(text));
    number = 0;
    const calm = (plain: string) => (/[/]/.test(plain) ? `x/${number++}` : `x${number++}`);
    expect(skeleton(body(hostile))).toEqual(
      skeleton(body(renderCohortPage(cohortWith(calm), rowsWith(calm)))),
    );
  });

  test('has no attribute of style, no handler and no address of elsewhere', () => {
    expect(body(PAGE)).not.toMatch(/<[^>]*\s(style|on\w+)=/);
    expect([...PAGE.matchAll(/(?:href|src)="([^"]*)"/g)].map(it => it[1]![0])).toSatisfy((all: string[]) =>
      all.every(it => it === '#'),
    );
  });

  test('says that not all rows are shown, and only then', () => {
    expect(words(PAGE)).not.toContain('Shown are');
    const all = { ...cohortWith().all, rows: 104_233 };
    expect(words(renderCohortPage({ ...cohortWith(), all }, rowsWith()))).toContain(
      'Shown are 4 of 104,233 rows: errors first',
    );
  });

  test('says how many belong to names that are not listed', () => {
    const questions = { ...cohortWith().questions, more: 17 };
    expect(words(renderCohortPage({ ...cohortWith(), questions }, rowsWith()))).toContain(
      'Only the first 2 questions are listed; 17 answers belong to others.',
    );
  });

  test('leaves out what there is nothing of', () => {
    const none = { listed: [], more: 0 };
    const page = renderCohortPage(
      { ...cohortWith(), candidates: none, groups: none, flags: [], criteria: [] },
      rowsWith(),
    );
    expect([...page.matchAll(/<section id="(\w+)"/g)].map(it => it[1])).toEqual([
      'glance',
      'questions',
      'rows',
    ]);
  });

  test('stands without a single answer', () => {
    const all = { rows: 0, scored: 0, cannotAssess: 0, errors: 0, mean: null, interval: null };
    const nothing = { deviation: null, least: null, median: null, most: null, levels: [0, 0, 0, 0] as const };
    const empty = { ...cohortWith(), all, ...nothing, histogram: Array(20).fill(0), flags: [] };
    expect(words(renderCohortPage(empty, []))).not.toMatch(/NaN|Infinity|undefined|null/);
  });

  test('tells candidates from the highest mean, those without one last', () => {
    const listed = [named('low', 2, 10), named('none', 1, null), named('high', 2, 90)];
    const page = renderCohortPage({ ...cohortWith(), candidates: { listed, more: 0 } }, rowsWith());
    const told = page.slice(page.indexOf('id="candidates"'), page.indexOf('id="groups"'));
    expect([...told.matchAll(/class="name">(\w+)/g)].map(it => it[1])).toEqual(['high', 'low', 'none']);
  });

  test('of 2,000 rows is a few megabytes', () => {
    expect(renderCohortPage(cohortWith(), manyRows(2_000)).length).toBeLessThan(6_000_000);
  });

  test('a row of endless texts stays short', () => {
    const long = 'endless '.repeat(200_000);
    expect(
      renderCohortPage(
        cohortWith(),
        rowsWith(it => (it === 'keyword-list' ? it : long)),
      ).length,
    ).toBeLessThan(80_000);
  });
});

describe('gates', () => {
  const verdicts = (gates: Parameters<typeof renderCohortPage>[2], cohort = cohortWith()) =>
    [...renderCohortPage(cohort, [], gates).matchAll(/<li><strong[^>]*>(.*?):<\/strong> (.*?)<\/li>/g)].map(
      it => `${it[1]}: ${it[2]}`,
    );

  test('say what was asked for and what was found', () => {
    expect(verdicts({ under: 45, anyUnder: 20, criteria: [{ id: 'result', level: 3 }] })).toEqual([
      'Met: mean at least 45; it is 45.7',
      'Not met: every score at least 20; the lowest is 20, and 2 have none',
      'Not met: result at level 3 or above; 1 of 1 below it',
    ]);
  });

  test('take the rubric with the criterion, or without', () => {
    expect(verdicts({ criteria: [{ id: 'story/action', level: 4 }] })).toEqual([
      'Met: story/action at level 4 or above; 0 of 1 below it',
    ]);
  });

  test('nothing is met by nothing', () => {
    const all = { rows: 1, scored: 0, cannotAssess: 0, errors: 1, mean: null, interval: null };
    expect(
      verdicts(
        { under: 0, anyUnder: 0, criteria: [{ id: 'result', level: 1 }] },
        { ...cohortWith(), all, least: null, criteria: [] },
      ),
    ).toEqual([
      'Not met: mean at least 0; it is –',
      'Not met: every score at least 0; the lowest is –, and 1 have none',
      'Not met: result at level 1 or above; 0 of 0 below it',
    ]);
  });
});
