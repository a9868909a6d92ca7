/** The HTML pages in a real browser. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { scatterOf } from '../../src/batch/calibration/calibrate.ts';
import { candidateSheet } from '../../src/packs/candidate.ts';
import { interviewerSheet } from '../../src/packs/interviewer.ts';
import { logoOf } from '../../src/packs/logo.ts';
import { sheetPage } from '../../src/packs/sheet/html.ts';
import { calibrationPage } from '../../src/reports/calibration/html.ts';
import { renderCohortPage } from '../../src/reports/html/cohort.ts';
import { renderDebriefPage } from '../../src/reports/html/debrief.ts';
import { renderProgressPage } from '../../src/reports/progress/html.ts';
import { kitWith, QUESTIONS } from '../packs/kits.ts';
import { told } from '../reports/calibration/sample.ts';
import { COMING_BACK, FINISHED } from '../reports/fixture.ts';
import { cohortWith, manyRows, rowsWith } from '../reports/html/cohorts.ts';
import { PAYLOADS } from '../reports/html/hostile.ts';
import { reworded } from '../reports/html/interviews.ts';
import { sample } from '../reports/progress/sample.ts';
import { launch, type Opened, open, tornPlots, type View, violations } from './browser.ts';
import { isMissing } from './programs.ts';

const missing = isMissing('chromium');
let browser: Browser;
beforeAll(async () => {
  if (!missing) browser = await launch();
});
afterAll(() => browser?.close());

async function look<Result>(
  html: string,
  view: View,
  act: (opened: Opened) => Promise<Result>,
): Promise<Result> {
  const opened = await open(browser, html, view);
  try {
    return await act(opened);
  } finally {
    await opened.page.context().close();
  }
}

/** Every payload in every place where a text can stand. */
const EVERYTHING = PAYLOADS.join(' ');
const GATES = { under: 50, anyUnder: 10, criteria: [{ id: 'result', level: 2 as const }] };

function calibrationWith(wrap?: (text: string) => string): string {
  const { calibration, rows } = told(wrap);
  return calibrationPage(calibration, scatterOf(rows));
}

/** A pack of these questions, every text of it and of its company worded by `wrap`. */
function kitOf(wrap: (text: string) => string = it => it) {
  const questions = QUESTIONS.map(it => ({ ...it, prompt: wrap(it.prompt), hints: it.hints.map(wrap) }));
  return kitWith(questions, { company: wrap('Example'), title: wrap('Sample interview') });
}

/** Progress in which every name and word is one of these. */
const progressOf = (word?: string) => {
  const { lines, outcomes, plan, ...rest } = sample();
  const named = <It extends object>(them: It[], key: keyof It) =>
    them.map(it => ({ ...it, [key]: word ?? it[key] }));
  return renderProgressPage({
    ...rest,
    lines: { ...lines, competency: named(lines.competency, 'id') },
    outcomes: outcomes.map(it => ({ ...it, company: word ?? it.company, note: word ?? it.note })),
    plan: plan && { ...plan, days: plan.days.map(it => ({ ...it, items: named(it.items, 'question') })) },
  });
};

const PAGES: Readonly<Record<string, { calm: string; hostile: string; plots: number }>> = {
  'many answers': {
    calm: renderCohortPage(cohortWith(), rowsWith(), GATES),
    hostile: renderCohortPage(
      cohortWith(it => EVERYTHING + it),
      rowsWith(it => EVERYTHING + it),
    ),
    plots: 4,
  },
  'an interview': {
    calm: renderDebriefPage(COMING_BACK),
    hostile: renderDebriefPage(reworded(COMING_BACK, EVERYTHING)),
    plots: 4,
  },
  'a pack for the candidate': {
    calm: sheetPage(candidateSheet(kitOf())),
    hostile: sheetPage(candidateSheet(kitOf(it => EVERYTHING + it))),
    plots: 0,
  },
  'a pack for the interviewer': {
    calm: sheetPage(interviewerSheet(kitOf())),
    hostile: sheetPage(interviewerSheet(kitOf(it => EVERYTHING + it))),
    plots: 0,
  },
  progress: { calm: progressOf(), hostile: progressOf(EVERYTHING), plots: 3 },
  'a calibration': {
    calm: calibrationWith(),
    hostile: calibrationWith(it => EVERYTHING + it),
    plots: 1,
  },
};

describe.skipIf(missing).each(Object.entries(PAGES))('the page of %s', (_name, { calm, hostile, plots }) => {
  test.each([
    ['calm', calm],
    ['hostile', hostile],
  ])('%s, makes no noise, even opened and clicked all over', (_kind, html) =>
    look(html, {}, async ({ page, noise }) => {
      for (const summary of await page.locator('summary').all())
        if (await summary.isVisible()) await summary.click();
      await page.keyboard.press('Tab');
      await page.waitForTimeout(100);
      expect(noise).toEqual([]);
      expect(
        await page.locator('script:not(body > script:last-child), img, iframe, object, base').count(),
      ).toBe(0);
    }),
  );

  test.each(['light', 'dark'] as const)('has no serious violation of accessibility in %s', scheme =>
    look(calm, { scheme }, async ({ page }) => {
      await page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
      expect(await violations(page)).toEqual([]);
    }),
  );

  test.each([
    ['calm', calm],
    ['hostile', hostile],
  ])('%s, needs no scrolling sideways on a phone', (_kind, html) =>
    look(html, { width: 360 }, async ({ page }) => {
      await page.evaluate("document.querySelectorAll('details').forEach(it => { it.open = true; })");
      // What reaches beyond the page is named, so that a failure says what is to be mended.
      const wide = `(() => {
        const texts = document.createNodeIterator(document.body, NodeFilter.SHOW_TEXT);
        const found = [];
        for (let it = texts.nextNode(); it; it = texts.nextNode()) {
          const range = document.createRange();
          range.selectNode(it);
          const { right } = range.getBoundingClientRect();
          if (right > 361) found.push(it.parentElement.outerHTML.slice(0, 80) + ' reaches to ' + Math.round(right));
        }
        return found.slice(0, 5);
      })()`;
      const width = await page.evaluate('document.documentElement.scrollWidth');
      if (width !== 360) expect(await page.evaluate(wide)).toEqual([]);
      expect(width).toBe(360);
    }),
  );

  test('has its headings in order', () =>
    look(calm, {}, async ({ page }) => {
      const levels = (await page.evaluate(
        "[...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(it => Number(it.tagName[1]))",
      )) as number[];
      expect(levels[0]).toBe(1);
      for (const [index, level] of levels.entries())
        expect(level).toBeLessThanOrEqual((levels[index - 1] ?? 0) + 1);
    }));

  test('on paper has no torn plot', () =>
    look(calm, {}, async ({ page }) => {
      const found = await tornPlots(page);
      expect(found.plots).toBeGreaterThanOrEqual(plots);
      expect(found.torn).toEqual([]);
    }));
});

test.skipIf(missing)('progress on a phone has bars as wide as the page, and all its figures', () =>
  look(progressOf(), { width: 360 }, async ({ page }) => {
    const plot = await page.locator('.standings svg.cell').first().boundingBox();
    expect(plot!.width).toBeGreaterThan(250);
    const time = await page.locator('.standings tbody td:last-child').first().boundingBox();
    expect(time!.x + time!.width).toBeLessThanOrEqual(360);
  }),
);

describe.skipIf(missing)('on paper', () => {
  const long = renderCohortPage(cohortWith(), manyRows(150));

  test('no plot of a long page is torn', () =>
    look(long, {}, async ({ page }) => {
      const { plots, torn, sheets } = await tornPlots(page);
      expect(plots).toBeGreaterThan(150);
      expect(sheets).toBeGreaterThan(3);
      expect(torn).toEqual([]);
    }));

  test('a plot that may be torn is found to be', () =>
    look(long.replace(/<meta http-equiv[^>]*>/, ''), {}, async ({ page }) => {
      await page.addStyleTag({ content: 'tr { height: 7cm; break-inside: auto !important; }' });
      expect((await tornPlots(page)).torn.length).toBeGreaterThan(10);
    }));
});

describe.skipIf(missing)('a pack on paper', () => {
  const svg = Buffer.from(
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><script>alert(1)</script><image href="https://plot.example/x.png"/><rect width="40" height="20"/></svg>',
  );
  const kit = { ...kitOf(), logo: logoOf('logo.svg', svg) };

  test('begins a page with the questions and one with the anchors', () =>
    look(sheetPage(interviewerSheet(kit)), {}, async ({ page }) => {
      const { sheets } = await tornPlots(page);
      expect(sheets).toBeGreaterThanOrEqual(3);
    }));

  test('leaves lines to write on, and no row of marks is torn', () =>
    look(sheetPage(interviewerSheet(kit)), {}, async ({ page }) => {
      expect(await page.locator('.lines i').count()).toBe(8);
      await page.emulateMedia({ media: 'print' });
      const breaks = "[...document.querySelectorAll('tr')].map(it => getComputedStyle(it).breakInside)";
      expect(new Set((await page.evaluate(breaks)) as string[])).toEqual(new Set(['avoid']));
    }));

  test('shows a logo, which runs nothing and asks nobody', () =>
    look(sheetPage(candidateSheet(kit)), {}, async ({ page, noise }) => {
      expect(await page.evaluate("document.querySelector('img.logo').naturalWidth")).toBe(40);
      await page.waitForTimeout(100);
      expect(noise.filter(it => !it.startsWith('request: data:'))).toEqual([]);
    }));
});

describe.skipIf(missing)('an answer with marks', () => {
  test('leads from a finding to its words and back', () =>
    look(renderDebriefPage(FINISHED), {}, async ({ page }) => {
      const asked = page.locator('#q-1\\.1');
      await asked.locator('details.earlier > summary').click();
      await asked.getByRole('link', { name: '“Goroutines are threads”' }).click();
      const words = page.locator('span:target + mark');
      expect(await words.textContent()).toBe('Goroutines are threads');
      expect(
        await page.evaluate("getComputedStyle(document.querySelector('mark')).backgroundImage"),
      ).toContain('gradient');
      await asked.getByRole('link', { name: 'proves the pitfall' }).first().click();
      expect(await page.locator('li:target').textContent()).toContain(
        'Every goroutine has its own OS thread.',
      );
    }));
});

describe.skipIf(missing)('the rows', () => {
  const html = renderCohortPage(cohortWith(), manyRows(140));
  const shown = '.rows tbody tr:not([hidden])';

  test('are narrowed by words, level and flag', () =>
    look(html, {}, async ({ page }) => {
      const count = () => page.locator(shown).count();
      expect(await count()).toBe(140);
      await page.getByLabel('Search').fill('c7 CONFLICT');
      await expect.poll(count).toBe(4);
      await page.getByLabel('Search').fill('');
      await page.getByLabel('Level').selectOption('2');
      await expect.poll(count).toBe(35);
      await page.getByLabel('Flag', { exact: true }).selectOption('echo');
      await expect.poll(count).toBe(5);
      expect(await page.locator('output').textContent()).toBe('5 of 140 rows');
    }));

  test('are ordered by score and put back', () =>
    look(html, {}, async ({ page }) => {
      const first = () => page.locator(`${shown} >> nth=0 >> th`).textContent();
      await page.getByLabel('Order').selectOption('high');
      expect(await first()).toBe('a73');
      await page.getByLabel('Order').selectOption('');
      expect(await first()).toBe('a1');
    }));

  test('open where they are clicked', () =>
    look(html, {}, async ({ page }) => {
      const quote = page.getByText('I called her the same evening').first();
      expect(await quote.isVisible()).toBe(false);
      await page.locator(`${shown} >> nth=0 >> td >> nth=1`).click();
      expect(await quote.isVisible()).toBe(true);
    }));

  test('are a plain table without scripts, each to be opened', () =>
    look(html, { script: false }, async ({ page }) => {
      expect(await page.getByRole('search').isVisible()).toBe(false);
      expect(await page.getByRole('row').count()).toBeGreaterThan(140);
      await page.locator('.rows summary').first().click();
      expect(await page.getByText('I called her the same evening').first().isVisible()).toBe(true);
    }));
});
