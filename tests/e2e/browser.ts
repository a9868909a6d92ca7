/** A real browser without a window, and what it says of a page. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium, type Page } from 'playwright-core';
import { pathOf } from './programs.ts';

export interface View {
  width?: number;
  scheme?: 'light' | 'dark';
  /** False: a browser in which scripts are turned off. */
  script?: boolean;
}

export interface Opened {
  page: Page;
  /** Everything that a calm page has none of: console messages, errors, dialogs, requests beside its own file. */
  noise: string[];
}

/** Debian's browser; its sandbox cannot be had by root, as in containers. */
export function launch(): Promise<Browser> {
  return chromium.launch({ executablePath: pathOf('chromium'), args: ['--no-sandbox'] });
}

/** Opens a page from a file of its own, as somebody would who was sent it. */
export async function open(browser: Browser, html: string, view: View = {}): Promise<Opened> {
  const { width = 1280, scheme = 'light', script = true } = view;
  const folder = mkdtempSync(join(tmpdir(), 'page-'));
  const file = join(folder, 'page.html');
  writeFileSync(file, html);
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: scheme,
    javaScriptEnabled: script,
  });
  context.on('close', () => rmSync(folder, { recursive: true, force: true }));
  const page = await context.newPage();
  const noise: string[] = [];
  const address = pathToFileURL(file).href;
  page.on('console', it => noise.push(`console: ${it.text()}`));
  page.on('pageerror', it => noise.push(`error: ${it.message}`));
  page.on('request', it => {
    if (it.url() !== address) noise.push(`request: ${it.url()}`);
  });
  page.on('dialog', it => {
    noise.push(`dialog: ${it.message()}`);
    return it.dismiss();
  });
  context.on('page', it => noise.push(`window: ${it.url()}`));
  await page.goto(address);
  return { page, noise };
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe-core finds serious or critical, in a line each. */
export async function violations(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const { violations } = (await page.evaluate('axe.run()')) as {
    violations: { id: string; impact: string; nodes: { html: string; failureSummary: string }[] }[];
  };
  return violations
    .filter(it => ['serious', 'critical'].includes(it.impact))
    .flatMap(({ id, nodes }) => nodes.map(it => `${id}: ${it.html.slice(0, 120)} ${it.failureSummary}`));
}

/**
 * Prints the page and says which plots were torn: a link is put at the upper and the lower edge of each, and in a PDF a
 * link knows its sheet.
 */
export async function tornPlots(page: Page): Promise<{ plots: number; torn: number[]; sheets: number }> {
  const plots = (await page.evaluate(LINK_EDGES)) as number;
  const sheets = linksBySheet((await page.pdf({ format: 'A4' })).toString('latin1'));
  const on = (link: string) => sheets.findIndex(it => it.includes(`https://plot.example/${link}`));
  const torn = Array.from({ length: plots }, (_, index) => index).filter(index => {
    const [top, bottom] = [on(`${index}/top`), on(`${index}/bottom`)];
    return top < 0 || top !== bottom;
  });
  return { plots, torn, sheets: sheets.length };
}

/** Runs in the page, where it is text: these sources know no browser. */
const LINK_EDGES = `(() => {
  const plots = [...document.querySelectorAll('figure, tr:has(svg)')].filter(it => it.checkVisibility());
  for (const [index, plot] of plots.entries())
    for (const edge of ['top', 'bottom']) {
      const link = document.createElement('a');
      link.href = 'https://plot.example/' + index + '/' + edge;
      link.textContent = '.';
      Object.assign(link.style, { position: 'absolute', left: 0, [edge]: 0, fontSize: '4px', lineHeight: '4px' });
      const within = plot.cells?.[0] ?? plot;
      within.style.position = 'relative';
      within.append(link);
    }
  return plots.length;
})()`;

/** The addresses on each sheet of a PDF as Chromium writes it: its objects are plain text, only streams are packed. */
function linksBySheet(pdf: string): string[][] {
  const objects = new Map(
    [...pdf.matchAll(/(?:^|\n)(\d+) 0 obj\s([\s\S]*?)\nendobj/g)].map(it => [it[1]!, it[2]!]),
  );
  return [...objects.values()]
    .filter(it => /\/Type\s*\/Page\b/.test(it))
    .map(sheet => {
      const [, references = ''] = /\/Annots\s*\[([^\]]*)\]/.exec(sheet) ?? [];
      return [...references.matchAll(/(\d+) 0 R/g)].flatMap(it => {
        const [, address] = /\/URI\s*\(([^)]*)\)/.exec(objects.get(it[1]!) ?? '') ?? [];
        return address === undefined ? [] : [address];
      });
    });
}
