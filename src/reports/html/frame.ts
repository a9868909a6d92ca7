/** The frame of every page: one file that asks nobody for anything. */
import { createHash } from 'node:crypto';
import { html, type Markup, verbatim } from './markup.ts';
import { STYLE } from './style.ts';

export interface Page {
  /** Of the window and the heading. */
  title: string;
  /** Under the heading: what the page is about, in a line or two. */
  lead: Markup;
  /** Sections with an id, in order; each becomes a line of the contents. */
  sections: readonly Section[];
  /** What the figures come from. */
  foot: Markup;
  /** Plain JavaScript of ours; the page must do without it. */
  script?: string;
  /** More of our own style, after that of every page. */
  style?: string;
  /** Whether pictures stand in the page, as data: addresses. */
  embedsImages?: boolean;
}

export interface Section {
  id: string;
  title: string;
  body: Markup;
}

/** The whole document. Its policy allows its own style and script, by their hashes, and nothing else. */
export function renderPage(page: Page): string {
  const { title, lead, sections, foot, script, style = '' } = page;
  const sheet = STYLE + style;
  const links = sections.map(it => html`<li><a href="#${it.id}">${it.title}</a></li>`);
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy(page, sheet)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="generator" content="mockloop">
<title>${title}</title>
<style>${verbatim(sheet)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the content</a>
<header>
<h1>${title}</h1>
${lead}
</header>
<nav aria-label="Contents"><ul>${links}</ul></nav>
<main id="content">
${sections.map(sectionOf)}</main>
<footer>${foot}</footer>
${script !== undefined && verbatim(`<script>${script}</script>\n`)}</body>
</html>
`;
  return document.source;
}

function sectionOf({ id, title, body }: Section): Markup {
  return html`<section id="${id}" aria-labelledby="${id}-title">
<h2 id="${id}-title">${title}</h2>
${body}
</section>
`;
}

/** https://www.w3.org/TR/CSP3/: what a hash names may run, and nothing is fetched from anywhere. */
function policy({ script, embedsImages }: Page, sheet: string): string {
  return [
    "default-src 'none'",
    `style-src ${hashOf(sheet)}`,
    `script-src ${script === undefined ? "'none'" : hashOf(script)}`,
    ...(embedsImages ? ['img-src data:'] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
