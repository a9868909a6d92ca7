/** Questions and answers in Markdown, in the shapes that people use, mixed as they like (docs/content.md). */
import { InputError } from '../../model/errors.ts';
import { quoted } from '../showing.ts';
import { asks, endsAsQuestion, isNumbered, markedAnswer, markedQuestion, unnumbered } from './asking.ts';
import {
  type Item,
  isJump,
  type Line,
  type List,
  lineOf,
  linesOf,
  markdownOf,
  type Node,
  type Page,
  pageOf,
  plainOf,
} from './blocks.ts';
import { detailsIn } from './details.ts';
import type { Reading } from './found.ts';
import { Gathering, type Shape } from './gathering.ts';
import { holdsMarks, holdsQuestions, isContents, runsOf, shapeOf } from './lists.ts';
import { tableIn } from './tables.ts';
import { tangledLine } from './tangled.ts';

/** Quotations and lists within each other at the head of a line; the parser's time grows with the square of it. */
const TOO_DEEP = /^(?:[ \t]*(?:>|[-*+][ \t]|\d{1,9}[.)][ \t])){40}/m;

/** The questions of a Markdown text. Throws InputError where it is nested too deeply or tangled. */
export function readMarkdown(file: string, text: string): Reading {
  const deep = new InputError(
    `${quoted(file)} is nested too deeply.`,
    'Take the lists and quotations out of each other.',
  );
  if (TOO_DEEP.test(text)) throw deep;
  const line = tangledLine(text);
  if (line !== undefined)
    throw new InputError(
      `${quoted(file)} has too many links, marks and lines in one paragraph: see line ${line}.`,
      'Put blank lines between its parts.',
    );
  try {
    return readPage(pageOf(file, text));
  } catch (error) {
    throw error instanceof RangeError ? deep : error;
  }
}

function readPage(page: Page): Reading {
  const marked = gathered(page, false);
  // Questions that nothing marks but their question mark are looked for only where there are no others.
  return marked.found.length > 0 ? marked : gathered(page, true);
}

function gathered(page: Page, isBare: boolean): Reading {
  const walker: Walker = { page, gathering: new Gathering(), isBare, skipping: undefined };
  for (const block of page.blocks) take(walker, block);
  return walker.gathering.end();
}

interface Walker {
  page: Page;
  gathering: Gathering;
  /** Whether a line that ends in a question mark is a question. */
  isBare: boolean;
  /** Depth of the heading whose section holds no questions, such as the licence. */
  skipping: number | undefined;
}

type Heading = Extract<Node, { type: 'heading' }>;
type Paragraph = Extract<Node, { type: 'paragraph' }>;

const NO_QUESTIONS =
  /^(?:table of )?contents$|^(?:toc|index|licen[cs]e|copyright|contributing|contributors|acknowledge?ments|references|credits|inhalt|inhaltsverzeichnis|lizenz)$/i;
const FURNITURE =
  /^\W*(?:back to|go to|return to|nach) (?:the )?(?:top|contents|index|toc|oben)\W*$|^\W*(?:licen[cs]ed under|copyright|©|\(c\) \d{4})/i;

function take(walker: Walker, block: Node): void {
  const { page, gathering } = walker;
  if (block.type === 'heading') takeHeading(walker, block);
  else if (walker.skipping !== undefined || block.type === 'definition') return;
  else if (block.type === 'list') takeList(walker, block);
  else if (block.type === 'html') takeHtml(gathering, block.value, lineOf(block));
  else if (block.type === 'paragraph') takeParagraph(walker, block);
  else if (block.type === 'thematicBreak') gathering.rule();
  else if (block.type === 'blockquote' && (!gathering.isOpen || beginsMarked(page, block)))
    for (const it of block.children) take(walker, it);
  else gathering.add(markdownOf(page, block));
}

/** Whether a quotation is no quotation but a question or an answer set apart. */
function beginsMarked(page: Page, { children: [first] }: Extract<Node, { type: 'blockquote' }>): boolean {
  const plain = first?.type === 'paragraph' ? linesOf(page, first)[0]!.plain : '';
  return markedQuestion(plain) !== undefined || markedAnswer(plain) !== undefined;
}

function takeParagraph(walker: Walker, block: Paragraph): void {
  if (isJump(block)) return;
  const rows = tableIn(markdownOf(walker.page, block), lineOf(block));
  if (rows) for (const row of rows) walker.gathering.take(row);
  if (rows) return;
  for (const line of linesOf(walker.page, block)) takeLine(walker, line);
}

const headingText = (heading: Heading) => plainOf(heading).replace(/\s+/g, ' ').trim();

function takeHeading(walker: Walker, heading: Heading): void {
  const { gathering, page } = walker;
  const { depth } = heading;
  const text = headingText(heading);
  if (walker.skipping !== undefined && depth > walker.skipping) return;
  walker.skipping = undefined;
  const underlined = underlinedText(page, heading);
  if (underlined) {
    takeParagraph(walker, underlined);
    gathering.rule();
    return;
  }
  const answer = gathering.isOpen ? markedAnswer(text) : undefined;
  if (markedQuestion(text) === undefined && answer !== undefined) gathering.answer(answer);
  else if (markedQuestion(text) === undefined && gathering.shape === 'details')
    gathering.add(markdownOf(page, heading));
  else if (asks(text) || markedQuestion(text) !== undefined)
    gathering.ask(markedQuestion(text) ?? unnumbered(text), {
      shape: 'heading',
      depth,
      line: lineOf(heading),
    });
  else if (gathering.takesHeading(depth)) gathering.add(markdownOf(page, heading));
  else if (NO_QUESTIONS.test(text)) {
    walker.skipping = depth;
    gathering.close();
  } else gathering.topic(unnumbered(text), depth);
}

/** Text with a line of dashes right below it is a heading to the parser; several lines, or a sentence, are text. */
function underlinedText({ source }: Page, { children, position }: Heading): Paragraph | undefined {
  const [start, last] = [position!.start, children.at(-1)?.position];
  if (!last || source.text[start.offset!] === '#') return undefined;
  const text = source.text.slice(start.offset!, last.end.offset!);
  if (!text.includes('\n') && !/[.;,]$/.test(text)) return undefined;
  return { type: 'paragraph', children, position: { start, end: last.end } };
}

/** A list is questions, each with its answer below it, or part of an answer. */
function takeList(walker: Walker, list: List): void {
  const { gathering, page } = walker;
  if (isContents(list) || plainOf(list).trim() === '') return;
  for (const run of runsOf(page, list)) {
    if (!holdsQuestions(page, run, gathering)) takeOther(walker, run);
    else for (const item of run.children) takeItem(walker, item, shapeOf(run));
    // After several in a row, what follows belongs to none of them.
    if (run.children.length > 1 && gathering.shape === shapeOf(run)) gathering.close();
  }
}

/** Part of an answer; where no question is open, somewhere in it one may be marked. */
function takeOther(walker: Walker, list: List): void {
  if (walker.gathering.isOpen) walker.gathering.add(markdownOf(walker.page, list));
  else
    for (const block of list.children.flatMap(it => it.children))
      if (block.type === 'paragraph' || block.type === 'list') take(walker, block);
}

function takeItem(walker: Walker, item: Item, shape: Shape): void {
  const { gathering, page } = walker;
  const [first, ...rest] = item.children;
  if (first?.type === 'heading') {
    const text = headingText(first);
    gathering.ask(markedQuestion(text) ?? unnumbered(text), { shape, line: lineOf(first) });
  } else if (first?.type === 'paragraph') {
    const [head, ...lines] = linesOf(page, first) as [Line, ...Line[]];
    const { plain, markdown, line } = head;
    const isAnswer = gathering.isOpen && markedAnswer(plain) !== undefined;
    if (isAnswer || markedQuestion(plain) !== undefined) takeLine(walker, head);
    else gathering.ask(unnumbered(plain), { shape, line, markdown });
    for (const it of lines) takeLine(walker, it);
  } else if (first) take(walker, first);
  for (const block of rest) takeBelow(walker, block);
}

/** What stands below a question of a list is its answer, whatever it looks like, unless it is marked. */
function takeBelow(walker: Walker, block: Node): void {
  const { gathering, page } = walker;
  const isAnswer =
    (block.type === 'list' && !holdsMarks(page, block)) ||
    (block.type === 'heading' && markedAnswer(headingText(block)) === undefined);
  if (isAnswer) gathering.add(markdownOf(page, block));
  else take(walker, block);
}

function takeLine(walker: Walker, line: Line): void {
  const { gathering } = walker;
  const { plain, markdown, isBold, isFirst } = line;
  if (FURNITURE.test(plain)) return;
  const marked = markedQuestion(plain);
  if (marked !== undefined) gathering.ask(marked, { shape: 'marked', line: line.line, markdown });
  else if (gathering.isOpen && markedAnswer(plain) !== undefined) gathering.answerIn(markdown);
  else if (beginsQuestion(walker, line))
    gathering.ask(unnumbered(plain), { shape: isBold ? 'bold' : 'bare', line: line.line });
  else gathering.add(markdown, { isNewBlock: isFirst, plain: isBold ? '' : plain });
}

/** A bold or numbered line by itself that asks; within an answer that a heading or a list holds, it is part of it. */
function beginsQuestion({ gathering, isBare }: Walker, { plain, isBold, isFirst }: Line): boolean {
  if (!['', 'bold', 'marked', 'bare'].includes(gathering.shape)) return false;
  if (isNumbered(plain) && endsAsQuestion(plain)) return true;
  return isFirst && ((isBold && asks(plain)) || (isBare && endsAsQuestion(plain)));
}

function takeHtml(gathering: Gathering, html: string, line: number): void {
  for (const { kind, text } of detailsIn(html)) {
    const isFurther = gathering.isOpen && gathering.shape !== 'details';
    if (kind === 'text') gathering.add(text);
    else if (kind === 'end') gathering.endDetails();
    // Below a question that is open, what opens on a click is its answer.
    else if (isFurther && !endsAsQuestion(text)) gathering.answer('');
    else if (markedQuestion(text) !== undefined || asks(text))
      gathering.ask(markedQuestion(text) ?? unnumbered(text), { shape: 'details', line });
  }
}
