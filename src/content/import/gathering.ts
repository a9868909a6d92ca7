/** Questions as they are gathered from top to bottom: the one that is open takes what follows, until the next. */
import { withoutAnswerMark } from './asking.ts';
import type { Found, Reading } from './found.ts';

/** How a question was marked as one. */
export type Shape = 'heading' | 'marked' | 'numbered' | 'bullet' | 'bold' | 'bare' | 'details';

interface Open {
  prompt: string;
  shape: Shape;
  line: number;
  /** Of the heading, 1 to 6; 0 for other shapes. */
  depth: number;
  topic: string | undefined;
  /** What followed, each part with the line feeds before it. */
  parts: string[];
  /** From which part on it is the answer: from the first, or from where the answer is marked. */
  from: number;
  isMarked: boolean;
  /** Of the first heading within the answer, 1 to 6. */
  within?: number;
}

/** An answer in the line of its question: `Q: ...? A: ...`. */
const BOTH = /[?？][*_]{0,3}[ \t]+(?=[*_]{0,3}(?:a|ans|answer|antwort)[*_]{0,3}\s*[:：])/i;
/** The same without a mark: `...? - because`. */
const DASHED = /[?？][*_]{0,3}[ \t]+[-–—→]+[ \t]+(?=[^?？\n]+$)/;
const RULE = '\n\n---';

export class Gathering {
  private readonly found: Found[] = [];
  private open: Open | undefined;
  private heading: { text: string; depth: number } | undefined;
  private title: string | undefined;

  get isOpen(): boolean {
    return this.open !== undefined;
  }
  get shape(): Shape | '' {
    return this.open?.shape ?? '';
  }
  get depth(): number {
    return this.open?.depth ?? 0;
  }
  get hasAnswer(): boolean {
    return this.open !== undefined && this.open.parts.length > this.open.from;
  }

  /** Begins a question. @param markdown its line, where the answer may stand in the same. */
  ask(prompt: string, at: { shape: Shape; line: number; depth?: number; markdown?: string }): void {
    this.close();
    const { shape, line, depth = 0, markdown = '' } = at;
    this.open = {
      prompt,
      shape,
      line,
      depth,
      topic: this.topicAt(depth),
      parts: [],
      from: 0,
      isMarked: false,
    };
    const marked = BOTH.exec(markdown);
    const both = marked ?? DASHED.exec(markdown);
    if (!both) return;
    const end = (BOTH.exec(prompt) ?? DASHED.exec(prompt))?.index ?? prompt.length;
    this.open.prompt = prompt.slice(0, end + 1);
    const rest = markdown.slice(both.index + both[0].length);
    this.answer(marked ? withoutAnswerMark(rest) : rest);
  }

  /** A question that is known whole, such as a row of a table. */
  take(found: Found): void {
    this.close();
    const topic = this.topicAt(0);
    this.found.push({ ...found, ...(topic !== undefined && { topic }) });
  }

  /** Adds to the open question; without one it is no matter. @param plain how a line reads that may go on with a prompt. */
  add(
    markdown: string,
    { isNewBlock = true, plain = '' }: { isNewBlock?: boolean; plain?: string } = {},
  ): void {
    const { open } = this;
    if (!open || markdown.trim() === '') return;
    const isWaiting = open.prompt === '' && open.parts.length === 0;
    if (isWaiting) open.prompt = plain || markdown;
    else if (!isNewBlock && goesOn(open)) open.prompt += ` ${plain || markdown}`;
    else open.parts.push(`${isNewBlock ? '\n\n' : '\n'}${markdown}`);
  }

  /** The answer begins here, and what came before belongs to the question; a second mark is part of the answer. */
  answer(markdown: string): void {
    const { open } = this;
    if (open && !(open.isMarked && this.hasAnswer)) {
      open.isMarked = true;
      open.from = open.parts.length;
    }
    this.add(markdown);
  }

  /** The same for a line with its mark. */
  answerIn(markdown: string): void {
    if (this.open?.isMarked && this.hasAnswer) this.add(markdown);
    else this.answer(withoutAnswerMark(markdown));
  }

  /** A line across the page: part of an answer only where the answer goes on below it. */
  rule(): void {
    if (this.hasAnswer) this.open!.parts.push(RULE);
  }

  /** A heading that asks nothing. The first one is the title; at depth 1 it is no topic. */
  topic(text: string, depth: number): void {
    this.close();
    const isTitle = this.title === undefined && this.found.length === 0;
    if (isTitle) this.title = text;
    this.heading = isTitle && depth === 1 ? undefined : { text, depth };
  }

  /** What a question stands under; one that is a heading itself, only under higher ones. */
  private topicAt(depth: number): string | undefined {
    return this.heading && (depth === 0 || depth > this.heading.depth) ? this.heading.text : undefined;
  }

  /** Whether a heading of this depth that asks nothing is part of the answer: below its question, or where one began. */
  takesHeading(depth: number): boolean {
    const { open } = this;
    if (!open) return false;
    if (open.shape === 'heading') return depth > open.depth;
    const isFirst = open.isMarked && !this.hasAnswer;
    if (isFirst) open.within = depth;
    return isFirst || (open.within !== undefined && depth >= open.within);
  }

  endDetails(): void {
    if (this.shape === 'details') this.close();
  }

  close(): void {
    if (!this.open) return;
    const { prompt, line, topic, parts, from, isMarked } = this.open;
    this.open = undefined;
    const asked = isMarked ? joined(parts.slice(0, from)) : '';
    const answer = joined(parts.slice(from));
    this.found.push({
      prompt: (asked === '' ? prompt : `${prompt}\n\n${asked}`).trim(),
      line,
      ...(answer !== '' && { answer }),
      ...(topic !== undefined && topic !== '' && { topic }),
    });
  }

  end(): Reading {
    this.close();
    return { found: this.found, notices: [], ...(this.title && { title: this.title }) };
  }
}

/** A prompt that goes on in the next line of its paragraph. */
function goesOn({ prompt, shape, parts, isMarked }: Open): boolean {
  const mayBreak = shape === 'marked' || shape === 'numbered' || shape === 'bullet';
  return mayBreak && parts.length === 0 && !isMarked && !/[?.!:？…][)"”»*_]*$/.test(prompt);
}

function joined(parts: readonly string[]): string {
  const last = parts.findLastIndex(it => it !== RULE);
  return parts
    .slice(0, last + 1)
    .join('')
    .replace(/^\n+/, '');
}
