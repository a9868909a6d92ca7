/** A sheet as one HTML page, made for paper: it asks nobody for anything, and a logo stands in the page itself. */
import { renderPage } from '../../reports/html/frame.ts';
import { html, type Markup } from '../../reports/html/markup.ts';
import type { Block, Logo, Sheet, SheetSection } from './sheet.ts';

/** The whole document. */
export function sheetPage({ title, company, logo, lead, sections, foot }: Sheet): string {
  return renderPage({
    title,
    lead: html`${logo && html`<p><img class="logo" src="${dataAddress(logo)}" alt="${company ?? 'Logo'}"></p>`}${
      company !== undefined && html`<p><b>${company}</b></p>`
    }${lead.map(it => html`<p>${it}</p>`)}`,
    sections: sections.map(it => ({ id: it.id, title: it.title, body: bodyOf(it) })),
    foot: html`<p>${foot}</p>`,
    style: STYLE + newPages(sections),
    embedsImages: logo !== undefined,
  });
}

const TYPES = { png: 'image/png', jpg: 'image/jpeg', svg: 'image/svg+xml' } as const;

/** As an image an SVG runs no script and fetches nothing: https://www.w3.org/TR/SVG2/conform.html#secure-static-mode. */
function dataAddress({ type, bytes }: Logo): string {
  return `data:${TYPES[type]};base64,${Buffer.from(bytes).toString('base64')}`;
}

function bodyOf({ blocks }: SheetSection): Markup {
  return html`${blocks.map(blockOf)}`;
}

function blockOf(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return headingOf(block.depth, block.text);
    case 'prose':
      return html`${paragraphs(block.text).map(it =>
        block.quiet ? html`<p class="said quiet">${it}</p>\n` : html`<p class="said">${it}</p>\n`,
      )}`;
    case 'list':
      return html`<ul class="steps">${block.items.map(
        it => html`<li class="in-${Math.min(4, it.depth ?? 0)}">${it.text}</li>`,
      )}</ul>\n`;
    case 'code':
      return html`<pre tabindex="0"><code>${block.text}</code></pre>\n`;
    case 'table':
      return tableOf(block);
    case 'lines':
      return html`<div class="lines" aria-hidden="true">${Array.from({ length: block.count }, () => html`<i></i>`)}</div>\n`;
  }
}

function headingOf(depth: 3 | 4 | 5, text: string): Markup {
  if (depth === 3) return html`<h3>${text}</h3>\n`;
  return depth === 4 ? html`<h4>${text}</h4>\n` : html`<h5>${text}</h5>\n`;
}

const paragraphs = (text: string) => text.split(/\n\s*\n/).filter(it => it.trim() !== '');

function tableOf({ caption, head, rows, isWhole }: Extract<Block, { kind: 'table' }>): Markup {
  return html`<div class="${isWhole ? 'wide whole' : 'wide'}" tabindex="0"><table>${caption !== undefined && html`<caption>${caption}</caption>`}
<thead><tr>${head.map(it => html`<th scope="col">${it}</th>`)}</tr></thead>
<tbody>${rows.map(
    ([first = '', ...rest]) =>
      html`<tr><th scope="row">${first}</th>${rest.map(it => html`<td>${it}</td>`)}</tr>\n`,
  )}</tbody></table></div>\n`;
}

const STYLE = `
.logo { max-height: 4rem; max-width: 14rem; }
.said { white-space: pre-line; }
.steps { list-style: none; padding-left: 0; }
.steps li { padding-left: 1.1rem; text-indent: -1.1rem; margin: .2rem 0; max-width: 44rem; }
.steps li::before { content: "–"; display: inline-block; width: 1.1rem; text-indent: 0; color: var(--quiet); }
.in-1 { margin-left: 1.4rem !important; } .in-2 { margin-left: 2.8rem !important; }
.in-3 { margin-left: 4.2rem !important; } .in-4 { margin-left: 5.6rem !important; }
pre { background: var(--raised); padding: .7rem .9rem; overflow-x: auto; white-space: pre-wrap; overflow-wrap: anywhere; }
td, tbody th { overflow-wrap: anywhere; min-width: 2.2rem; }
table:has(thead th:first-child:not(:empty)) tbody th { min-width: 5.6rem; }
.lines i { display: block; height: 1.9rem; border-bottom: 1px solid var(--line); }
@media print { pre, .lines, li, .whole { break-inside: avoid; } .said:has(+ .lines), pre:has(+ .lines) { break-after: avoid; } .said:has(+ .lines) { break-inside: avoid; } }
`;

/** Ids of sections are ours. */
function newPages(sections: readonly SheetSection[]): string {
  const ids = sections.filter(it => it.onNewPage).map(it => `#${it.id}`);
  return ids.length > 0 ? `@media print { ${ids.join(', ')} { break-before: page; } }\n` : '';
}
