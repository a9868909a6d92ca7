/** Markdown as blocks and lines that know their source. The parser loads only when there is Markdown. */
import { fromMarkdown } from 'mdast-util-from-markdown';
import { placeOf, type Source, sourceOf } from '../source.ts';
import { endsAsQuestion, markedQuestion } from './asking.ts';

type Root = ReturnType<typeof fromMarkdown>;
export type Node = Root['children'][number];
export type List = Extract<Node, { type: 'list' }>;
export type Item = List['children'][number];
type Paragraph = Extract<Node, { type: 'paragraph' }>;

/** A Markdown text, parsed. */
export interface Page {
  source: Source;
  blocks: readonly Node[];
}

/** A stretch of the source that is one line, or bold or code over several. */
export interface Line {
  /** As it reads, without markup. */
  plain: string;
  /** As it is written. */
  markdown: string;
  isBold: boolean;
  /** Whether it begins its paragraph. */
  isFirst: boolean;
  line: number;
}

/** A page without its front matter. */
export function pageOf(file: string, text: string): Page {
  // Blank lines in its place leave the numbers of lines as they are.
  const front = frontOf(text);
  const source = sourceOf(file, front.replace(/[^\n]/g, '') + text.slice(front.length));
  return { source, blocks: fromMarkdown(source.text).children };
}

function frontOf(text: string): string {
  const end = /^---[ \t]*\n/.test(text) ? text.indexOf('\n---', 3) : -1;
  if (end < 0) return '';
  const front = text.slice(0, end + '\n---'.length);
  const isList = front.split('\n').some(it => markedQuestion(it) !== undefined || endsAsQuestion(it));
  return isList ? '' : front;
}

/** The line of the file in which a node begins. */
export const lineOf = (node: Node): number => node.position!.start.line;

/** A node as it is written, the lines after the first without the indentation of the list it may stand in. */
export function markdownOf({ source }: Page, node: Node): string {
  const { start, end } = node.position!;
  const margin = new RegExp(`^[ ]{0,${start.column - 1}}`, 'gm');
  const [first = '', ...rest] = source.text.slice(start.offset!, end.offset!).split('\n');
  return [first, ...rest.map(it => it.replaceAll('\t', '    ').replace(margin, ''))].join('\n');
}

/** The text of a node as it reads. */
export function plainOf(node: object): string {
  if ('children' in node) return (node.children as object[]).map(plainOf).join('');
  const { type, value } = node as { type: string; value?: string };
  if (type === 'break') return '\n';
  if (type === 'html') return /^<br\b/i.test(value ?? '') ? '\n' : '';
  return value ?? '';
}

/** Whether a node is a link to a place in the same page and nothing else, as in a table of contents. */
export function isJump(node: Node): boolean {
  const parts = 'children' in node ? (node.children as Node[]) : [];
  const said = parts.filter(it => plainOf(it).trim() !== '');
  return (
    said.length > 0 &&
    said.every(
      it =>
        (it as { type: string; url?: string }).type === 'link' &&
        /^#/.test((it as { url?: string }).url ?? ''),
    )
  );
}

/** The lines of a paragraph. What is bold or code over several lines is one. */
export function linesOf({ source }: Page, paragraph: Paragraph): Line[] {
  const end = paragraph.position!.end.offset!;
  const rows = rowsOf(source.text, paragraph);
  return rows.map(({ start, parts }, at) => ({
    plain: parts.map(plainOf).join('').trim(),
    markdown: source.text.slice(start, rows[at + 1]?.start ?? end).trim(),
    isBold: isAllBold(parts),
    isFirst: at === 0,
    line: placeOf(source, start).line,
  }));
}

interface Part {
  type: string;
  value?: string;
}

/** The parts of a paragraph line by line: it breaks between them and within plain text, not within bold or code. */
function rowsOf(text: string, { children, position }: Paragraph): { start: number; parts: Part[] }[] {
  const rows: { start: number; parts: Part[] }[] = [{ start: position!.start.offset!, parts: [] }];
  for (const child of children) {
    const [start, end] = [child.position!.start.offset!, child.position!.end.offset!];
    if (child.type === 'break') rows.push({ start: end, parts: [] });
    else if (child.type === 'text') {
      const feeds = [...text.slice(start, end).matchAll(/\n/g)].map(it => start + it.index + 1);
      const values = child.value.split('\n');
      // A line feed that was written as an entity is no line of the source.
      const isPlain = values.length === feeds.length + 1;
      rows.at(-1)!.parts.push({ type: 'text', value: isPlain ? values[0]! : child.value });
      if (isPlain)
        for (const [at, feed] of feeds.entries())
          rows.push({ start: feed, parts: [{ type: 'text', value: values[at + 1]! }] });
    } else rows.at(-1)!.parts.push(child);
  }
  return rows;
}

function isAllBold(parts: readonly Part[]): boolean {
  const said = parts.filter(it => !/^[^\p{L}\p{N}]*$/u.test(plainOf(it)));
  return said.length > 0 && said.every(it => it.type === 'strong');
}
