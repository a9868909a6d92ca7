/** Prose that was wrapped by hand or by an editor, as the one line that it is. */
import { type Block, linesOf } from './code.ts';
import { BRANCH } from './drawn.ts';
import { BULLET, HEADING, LABELLED } from './sentences.ts';

/** Columns of the narrowest text that anybody wraps: shorter lines are ended on purpose. */
const NARROWEST = 60;

/** Narrower still, if line after line says so. */
const NARROW = 40;
const MANY = 4;

type Line = ReturnType<typeof linesOf>[number];

/** What is laid out by lines: tables, quotes, rules, and breaks that Markdown keeps. */
const LAID_OUT = /^\s*(?:[|>]|[-=*_]{3,}\s*$)/;
const KEPT_BREAK = /(?: {2}|\\)$/;

/**
 * The text with a space in place of each line break that only wraps a paragraph: the first word of the next line would
 * not have fitted into the widest one. Otherwise the same, at the same offsets. How wide a window was says nothing of an
 * answer, and a `not` must reach what it denies.
 */
export function unwrapped(text: string, code: readonly Block[]): string {
  if (!/[\r\n]/.test(text)) return text;
  const flat: string[] = [];
  let from = 0;
  for (const lines of paragraphsOf(text, code))
    for (const { end, next } of softBreaks(lines)) {
      flat.push(text.slice(from, end), ' '.repeat(next - end));
      from = next;
    }
  return from === 0 ? text : flat.join('') + text.slice(from);
}

/** Lines of prose between blank lines, code and whatever else is laid out by lines. */
function paragraphsOf(text: string, code: readonly Block[]): Line[][] {
  const paragraphs: Line[][] = [];
  let open: Line[] = [];
  let block = 0;
  const close = () => {
    if (open.length > 1) paragraphs.push(open);
    open = [];
  };
  for (const line of linesOf(text)) {
    while (block < code.length && code[block]!.end < line.end) block++;
    const inCode = block < code.length && line.start >= code[block]!.start;
    if (inCode || line.text.trim() === '' || LAID_OUT.test(line.text) || HEADING.test(line.text)) {
      close();
      continue;
    }
    if (BULLET.test(line.text) || BRANCH.test(line.text) || LABELLED.test(line.text)) close();
    open.push(line);
  }
  close();
  return paragraphs;
}

function softBreaks(lines: readonly Line[]): { end: number; next: number }[] {
  const width = lines.reduce((most, it) => Math.max(most, it.text.trimEnd().length), 0);
  const breaks = lines.slice(1).map((next, at) => ({ line: lines[at]!, next }));
  const wrapped = breaks.filter(it => isFull(it.line.text, it.next.text, width));
  const regular = lines.length >= MANY && wrapped.length === breaks.length;
  if (width < (regular ? NARROW : NARROWEST)) return [];
  return wrapped.map(({ line, next }) => ({ end: line.end, next: next.start }));
}

function isFull(line: string, next: string, width: number): boolean {
  const [word = ''] = next.trimStart().split(/\s/, 1);
  return !KEPT_BREAK.test(line) && line.trimEnd().length + 1 + word.length > width;
}
