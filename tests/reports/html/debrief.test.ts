import { describe, expect, test } from 'vitest';
import type { Debrief } from '../../../src/model/debrief.ts';
import { renderDebriefPage } from '../../../src/reports/html/debrief.ts';
import { STYLE } from '../../../src/reports/html/style.ts';
import { COMING_BACK, FINISHED, SAMPLE } from '../fixture.ts';
import { PAYLOADS, skeleton } from './hostile.ts';
import { reworded } from './interviews.ts';

/** The page without its style sheet, which no text can change, and without its hash. */
const body = (page: string) => page.replace(STYLE, '').replaceAll(/sha256-[\w+/=]+/g, 'sha256-');

const PAGE = renderDebriefPage(COMING_BACK);

const sections = (page: string) => [...page.matchAll(/<section id="([\w-]+)"/g)].map(it => it[1]);
const words = (page: string) =>
  page
    .slice(page.indexOf('<body>'))
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ');

describe('the page of an interview', () => {
  test('is the golden one', async () => {
    await expect(body(PAGE)).toMatchFileSnapshot('golden/debrief.html');
  });

  test('has no script and no address of elsewhere', () => {
    expect(PAGE).toContain('script-src &#39;none&#39;');
    expect(PAGE).not.toMatch(/<script|<[^>]*\s(style|on\w+)=/);
    expect([...PAGE.matchAll(/(?:href|src)="([^"]*)"/g)].filter(it => !it[1]!.startsWith('#'))).toEqual([]);
  });

  test('every link leads to a place on the page, and no id is there twice', () => {
    const ids = [...PAGE.matchAll(/\sid="([^"]*)"/g)].map(it => it[1]!);
    expect(new Set(ids).size).toBe(ids.length);
    const targets = [...PAGE.matchAll(/href="#([^"]*)"/g)].map(it => it[1]!);
    expect(targets.length).toBeGreaterThan(20);
    for (const target of targets) expect(ids).toContain(target);
  });

  test.each(PAYLOADS)('shows %j as text wherever a text can stand', payload => {
    const page = (put: string) => skeleton(body(renderDebriefPage(reworded(COMING_BACK, put))));
    expect(page(payload)).toEqual(page('x'));
  });

  test('the fixture of the hostile texts marks words in answers', () =>
    expect(renderDebriefPage(reworded(FINISHED, '<b>'))).toMatch(
      /<mark class="line-1-\d">&lt;b&gt;Goroutines are/,
    ));

  test('says nothing of how it went while a real interview runs', () => {
    const sealed: Debrief = { ...SAMPLE, mode: 'real' };
    expect(sections(renderDebriefPage(sealed))).toEqual(['sealed']);
    expect(renderDebriefPage(sealed)).not.toContain(String(SAMPLE.score));
  });

  test('has a debrief only where there was one, and progress only with earlier interviews', () => {
    expect(sections(renderDebriefPage({ ...FINISHED, outcome: null }))).not.toContain('debrief');
    expect(sections(PAGE)).toEqual(expect.arrayContaining(['debrief', 'progress']));
    expect(sections(renderDebriefPage(FINISHED))).not.toContain('progress');
  });

  test('tells every question, follow-up, probe and closing by its number', () => {
    const numbers = [...PAGE.matchAll(/<article class="asked" id="q-([\d.]+)"/g)].map(it => it[1]);
    expect(numbers).toEqual(expect.arrayContaining(['1.1', '1.1.1', '1.1.2', '2.1', '2.2.1']));
  });

  test('says what could not be judged, and what the judge said of it', () => {
    expect(words(PAGE)).toContain('the judge failed (the server said &lt;h1&gt;503&lt;/h1&gt; | try again)');
    expect(words(PAGE)).toContain('it could not be assessed (The answer is not in English.)');
  });

  test('folds earlier tries and says what the last one changed', () => {
    expect(PAGE).toMatch(/<details class="earlier"><summary>Try 1 of 2: 12<\/summary>/);
    expect(words(PAGE)).toContain('Changed against try 1 Score: 12 to 71.4');
  });

  test('draws scores against the bar of the decision', () => {
    const outcome = { ...FINISHED.outcome!, bar: { level: 'L9', below: null, cuts: [20, 64, 90] as const } };
    const page = renderDebriefPage({ ...FINISHED, outcome });
    expect(words(page)).toContain('the dashed line is at 64, the bar of L9');
    const card = page.slice(page.indexOf('id="scorecard"'), page.indexOf('id="work"'));
    expect(new Set([...card.matchAll(/class="limit" x1="([^"]*)"/g)].map(it => it[1]))).toEqual(
      new Set(['64%']),
    );
  });
});
