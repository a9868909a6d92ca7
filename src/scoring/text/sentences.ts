/** A text as units of meaning: sentences, list items, headings, and pieces of code. */
import { gathered } from '../gathered.ts';
import { type Block, codeBlocks, linesOf } from './code.ts';
import { BRANCH } from './drawn.ts';

export type UnitKind = 'sentence' | 'item' | 'heading' | 'code';

export interface Unit {
  kind: UnitKind;
  /** UTF-16 offsets, without the white space and the bullet around it. */
  start: number;
  end: number;
  /** Number of the paragraph, from 0; what stands between blank lines belongs together. */
  paragraph: number;
  /** Indentation of a list item in columns, else 0. */
  indent: number;
}

/** What begins a list item, and what a heading. */
export const BULLET = /^([ \t]*)(?:[-*•‣–—+]|\(?\d{1,2}[.)]|\(?[a-zA-Z]\))\s+(?=\S)/;
export const HEADING = /^\s*#{1,6}\s+(?=\S)/;

/** A full stop after these ends nothing. */
const ABBREVIATION = /(?:^|[\s(])(?:e\.g|i\.e|etc|vs|approx|cf|dr|mr|mrs|ms|no|fig|incl|resp|ca|est)$/i;

/** A line this short that ends without a stop was ended on purpose. */
const SHORT_LINE = 60;

/** A line that names in front what it is about was begun on purpose: `Result: ...`, `**Task**: ...`. */
export const LABELLED =
  /^\s{0,8}(?:(?:\*\*|__)\p{Lu}\p{L}{0,20}:?(?:\*\*|__)|\p{Lu}\p{L}{0,20}):?(?<=:|_|\*)\s/u;

/** A row of a table, however wide, is a line by itself. */
const ROW = /^\s{0,8}\|/;

/** With a dash the same, where no wrapping ended the line before: in the text as it was wrapped it may go on with a name. */
const DASHED = /^\s{0,8}\p{Lu}\p{L}{0,20}\s[-–—]\s/u;

/** Lines of code that make one unit: about a statement with what it encloses. */
const CODE_LINES = 6;

interface Stretch {
  kind: UnitKind;
  start: number;
  end: number;
  indent: number;
  paragraph: number;
}

/** The units of a text, in order; they never overlap, and each is exactly a slice. */
export function unitsOf(text: string, blocks: readonly Block[] = codeBlocks(text)): Unit[] {
  return gathered(stretchesOf(text, blocks), stretch =>
    stretch.kind === 'code'
      ? [trimmed(text, stretch, stretch.start, stretch.end)]
      : sentencesIn(text, stretch),
  );
}

/** Runs of lines that belong together: wrapped prose, one list item, one heading, a piece of code. */
function stretchesOf(text: string, blocks: readonly Block[]): Stretch[] {
  const stretches: Stretch[] = [];
  let open: Stretch | undefined;
  let paragraph = 0;
  let codeLines = 0;
  let next = 0;
  for (const line of linesOf(text)) {
    while (next < blocks.length && blocks[next]!.end < line.end) next++;
    const inCode = next < blocks.length && line.start >= blocks[next]!.start;
    if (line.text.trim() === '') {
      if (open) paragraph++;
      open = undefined;
      continue;
    }
    const [kind, skipped, indent] = lineKind(line.text, inCode);
    const goesOn: boolean =
      open !== undefined &&
      continues(text, open, kind, skipped, codeLines) &&
      !LABELLED.test(line.text) &&
      !ROW.test(line.text) &&
      !DASHED.test(line.text);
    if (goesOn && open) {
      open.end = line.end;
      codeLines++;
      continue;
    }
    codeLines = 1;
    open = { kind, start: line.start + skipped, end: line.end, indent, paragraph };
    stretches.push(open);
  }
  return stretches;
}

function lineKind(line: string, inCode: boolean): [kind: UnitKind, skipped: number, indent: number] {
  if (inCode) return ['code', 0, 0];
  const heading = HEADING.exec(line);
  if (heading) return ['heading', heading[0].length, 0];
  const bullet = BULLET.exec(line) ?? BRANCH.exec(line);
  return bullet ? ['item', bullet[0].length, bullet[1]!.length] : ['sentence', 0, 0];
}

function continues(text: string, open: Stretch, kind: UnitKind, skipped: number, codeLines: number): boolean {
  if (kind === 'code') return open.kind === 'code' && codeLines < CODE_LINES;
  if (open.kind === 'heading' || open.kind === 'code' || skipped > 0 || kind !== 'sentence') return false;
  const lastLine = text.slice(lineStart(text, open), open.end);
  if (/[:;]\s*$/.test(lastLine)) return false;
  return lastLine.length >= SHORT_LINE || /[,\-–(]\s*$/.test(lastLine) || goesOnSmall(text, open.end);
}

/** Where the last line of a stretch begins. */
function lineStart(text: string, { start, end }: Stretch): number {
  let at = end;
  while (at > start && text[at - 1] !== '\n' && text[at - 1] !== '\r') at--;
  return at;
}

/** Looked for at its place, because to cut the rest off at every line takes time with its square. */
const SMALL = /\s*\p{Ll}/uy;

function goesOnSmall(text: string, from: number): boolean {
  SMALL.lastIndex = from;
  return SMALL.test(text);
}

/** Where a sentence may end: stops with what closes them, before a space or the end. */
const END = /(?<![.!?…。！？])[.!?…。！？]+["'”’)\]*_]*(?=\s|$)|[。！？]+/gu;

function sentencesIn(text: string, stretch: Stretch): Unit[] {
  const { start, end } = stretch;
  const body = text.slice(start, end);
  const units: Unit[] = [];
  let from = 0;
  let blank = 0;
  END.lastIndex = 0;
  for (let match = END.exec(body); match !== null; match = END.exec(body)) {
    const to = match.index + match[0].length;
    if (match[0] === '.' && ABBREVIATION.test(body.slice(Math.max(0, match.index - 8), match.index)))
      continue;
    // A list number on a line of its own, or the dots of an ellipsis in mid sentence.
    if (!/[\p{L}\p{N}]/u.test(body.slice(Math.max(from, blank), match.index))) {
      blank = match.index;
      continue;
    }
    if (/^(?:\.{2,}|…)$/.test(match[0]) && /^\s+\p{Ll}/u.test(body.slice(to))) continue;
    units.push(trimmed(text, stretch, start + from, start + to));
    from = to;
  }
  if (body.slice(from).trim() !== '') units.push(trimmed(text, stretch, start + from, end));
  return units;
}

function trimmed(text: string, { kind, paragraph, indent }: Stretch, start: number, end: number): Unit {
  const slice = text.slice(start, end);
  const left = slice.length - slice.trimStart().length;
  return { kind, start: start + left, end: start + slice.trimEnd().length, paragraph, indent };
}
