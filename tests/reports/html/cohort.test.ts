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
      'Shown are 4 of 104,233 rows: errors, then flagged',
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

test('gates are told with the figure that decides them', () => {
  const page = renderCohortPage(cohortWith(), [], { under: 45, criteria: [{ id: 'result', level: 3 }] });
  const verdicts = [...page.matchAll(/<li><strong[^>]*>(.*?)<\/li>/g)].map(it =>
    it[1]!.replaceAll(/<[^>]*>/g, ''),
  );
  expect(verdicts).toEqual([
    'Met: --fail-under 45, the mean is 45.7',
    'Not met: --fail-criterion result=3, 1 of 1 are below',
  ]);
});
