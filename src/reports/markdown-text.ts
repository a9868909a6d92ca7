/** What people wrote, as Markdown (GitHub's kind) that shows it and does nothing else. */
import { visible } from '../model/unseen.ts';
import { oneLine } from './one-line.ts';

/**
 * Text for the middle of a line, a list item, a heading or a table cell: no character of it is markup, and it is one
 * line. Addresses become code, because backslashes do not keep GitHub from making links of them.
 */
export function inline(text: string): string {
  const line = escapeLine(oneLine(text));
  // Hashes at the end of a heading would vanish.
  return line.replace(/(?<=\s#*)#$/, '\\#');
}

/** Text of a table's cell: nothing begins a line there, so that `-0.61` stands as it is. */
export function cell(text: string): string {
  return escapeLine(oneLine(text), false);
}

/** Text to be copied, as code on one line: without backticks, so that none can end it. */
export function code(text: string): string {
  return `\`${visible(text)
    .replace(/[`\s]+/g, ' ')
    .trim()}\``;
}

/** What GitHub makes a link of: with a scheme, beginning with www., or with an at sign. */
const ADDRESS = /:\/\/|www\.|mailto:|xmpp:|@/i;

/** Word by word, so that the time stays in proportion to the text; backticks and pipes never stand in code. */
function escapeLine(line: string, startsLine = true): string {
  return line.replace(/[^\s`|]+|[`|]/g, (word, at) =>
    ADDRESS.test(word) ? `\`${word}\`` : escapeWord(word, startsLine && at === 0),
  );
}

/** Backslashes before what means something anywhere, and before what means something where a line begins. */
function escapeWord(word: string, atStart: boolean): string {
  const everywhere = word.replace(/[\\`*_[\]<>|~$]|&(?=[#\w])/g, '\\$&');
  if (!atStart) return everywhere;
  return everywhere.replace(/^([#+=:-])/, '\\$1').replace(/^(\d+)([.)])$/, '$1\\$2');
}

/** Several lines of prose, every line break kept. */
export function prose(text: string): string {
  return paragraphs(text).map(linesOf).join('\n\n');
}

function paragraphs(text: string): string[] {
  return visible(text)
    .split(/\n[ \t]*\n\s*/)
    .filter(it => it.trim() !== '');
}

function linesOf(paragraph: string): string {
  const lines = paragraph.split('\n').map(inline);
  return lines.filter(line => line !== '').join('\\\n');
}

/** An answer as it was written: prose as a block quote; what is laid out with spaces or fences, as code is, fenced. */
export function answerBlock(text: string): string {
  return LAID_OUT.test(visible(text)) ? fenced(text) : quoted(prose(text));
}

const LAID_OUT = /^[ \t]+\S|^(?:```|~~~)/m;

/** Puts Markdown, already escaped, into a block quote. */
export function quoted(markdown: string): string {
  return markdown
    .split('\n')
    .map(line => `> ${line}`.trimEnd())
    .join('\n');
}

/** A code block whose fence is longer than any run of backticks inside. */
export function fenced(text: string, language = ''): string {
  const body = visible(text).trimEnd();
  const longest = Math.max(2, ...[...body.matchAll(/`+/g)].map(run => run[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${body}\n${fence}`;
}

/** A table; the cells are already Markdown for one line. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A list; the items are already Markdown for one line. */
export function list(items: readonly string[]): string {
  return items.map(item => `- ${item}`).join('\n');
}

/** Blocks of a list and the title above it, which is Markdown too; none where there are no items. */
export function titledList(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [`**${title}**`, list(items)];
}
