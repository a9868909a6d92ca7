/** A sheet as Markdown (GitHub's kind). A logo needs a page: here the company has its name alone. */
import * as md from '../../reports/markdown-text.ts';
import type { Block, Sheet, SheetSection } from './sheet.ts';

/** The whole document, ending in a newline. */
export function sheetMarkdown({ title, company, lead, sections, foot }: Sheet): string {
  const head = [
    ...(company === undefined ? [] : [md.inline(company)]),
    `# ${md.inline(title)}`,
    ...(lead.length > 0 ? [lead.map(md.inline).join('\\\n')] : []),
  ];
  return `${[...head, ...sections.map(sectionOf), '---', md.inline(foot)].join('\n\n')}\n`;
}

function sectionOf({ title, blocks }: SheetSection): string {
  return [`## ${md.inline(title)}`, ...blocks.flatMap(it => blockOf(it) || [])].join('\n\n');
}

/** Empty for what has no place in Markdown. */
function blockOf(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `${'#'.repeat(block.depth)} ${md.inline(block.text)}`;
    case 'prose':
      return block.quiet ? md.quoted(md.prose(block.text)) : md.prose(block.text);
    case 'list':
      return block.items.map(({ text, depth = 0 }) => `${'  '.repeat(depth)}- ${md.inline(text)}`).join('\n');
    case 'code':
      return md.fenced(block.text, block.language);
    case 'table':
      return [
        ...(block.caption === undefined ? [] : [md.inline(block.caption)]),
        md.table(
          block.head.map(md.cell),
          block.rows.map(row => row.map(md.cell)),
        ),
      ].join('\n\n');
    case 'lines':
      return '';
  }
}
