/** Lines of program code within an answer, fenced or not. */
import { BRANCH, isTree } from './drawn.ts';

export interface Block {
  start: number;
  end: number;
  /** Lines that are neither blank nor comments, fences apart. */
  lines: number;
}

/** Signs of code at either end of a line, in the languages that interviews use. */
const OPENS =
  /^\s*(?:func|package|import|type|var|const|let|if|for|switch|select|case|default:|go|defer|return|def|class|async|await|public|private|static|else|try|catch|while|\}|\{|\)|\/\/|#include|@\w+)\b|^\s*[}\])]/;
const CLOSES = /(?:[{};]|\):|=>|\(\))\s*(?:\/\/[^\n]*)?$|^\s*[}\])]+[,;)]*$/;
const INSIDE = /:=|<-|\w\(.{0,200}\)\s*(?:[{;,]|$)|!=|==|&&|\|\||\w\+\+|=>/;
const COMMENT = /^\s*(?:\/\/|#\s|\/\*|\*\s)/;

const FENCE = /^\s*(?:```|~~~)/;

function looksLikeCode(line: string): boolean {
  if (CLOSES.test(line)) return true;
  return INSIDE.test(line) && (OPENS.test(line) || /^\s{2,}|\t/.test(line) || !/[.!?]\s*$/.test(line));
}

interface Line {
  start: number;
  end: number;
  text: string;
}

/** The code of a text: fenced blocks whole, and runs of two or more lines that read like code. */
export function codeBlocks(text: string): Block[] {
  if (!/[{};`]|\):|:=/.test(text)) return [];
  const blocks: Block[] = [];
  let run: Line[] = [];
  let fence: Line[] | undefined;
  const close = () => {
    while (run.length > 0 && run.at(-1)!.text.trim() === '') run.pop();
    const telling = run.filter(line => looksLikeCode(line.text)).length;
    if (telling >= 2) blocks.push(blockOf(run));
    run = [];
  };
  for (const line of linesOf(text)) {
    const isFence = FENCE.test(line.text);
    if (fence) {
      fence.push(line);
      if (!isFence) continue;
      if (!isTree(fence.map(it => it.text))) blocks.push(blockOf(fence));
      fence = undefined;
    } else if (isFence) {
      close();
      fence = [line];
    } else if (looksLikeCode(line.text) && !BRANCH.test(line.text)) run.push(line);
    else if (
      run.length > 0 &&
      (line.text.trim() === '' || COMMENT.test(line.text) || /^(?:\t| {2,})\S/.test(line.text))
    )
      run.push(line);
    else close();
  }
  if (fence && !isTree(fence.map(it => it.text))) blocks.push(blockOf(fence));
  else close();
  return blocks;
}

/** Where a comment begins in a line of code. */
const COMMENT_WITHIN = /(?:^|\s)(?:\/\/|#|--\s)|\/\*|^\s*(?:\*|""")/;

/** Index of the comment in a line of code, in the languages of coding questions; the line's length where it has none. */
export function commentIn(line: string): number {
  const at = line.search(COMMENT_WITHIN);
  return at < 0 ? line.length : at;
}

/** What decides, repeats, selects, sends or computes, and is no name that is given. */
const DOES =
  /\b(?:if|for|while|switch|select|match|case|yield|lambda|insert|update|delete)\b(?! ?:?= )|[\w)\]]\s(?:[-+*/%<>&|^?]|[<>=!]=|===|!==|&&|\|\|)\s|\w[+*%]\w|[-+*/|&]=|\+\+|--|<-/i;
/** What is called with something, or taken out of something, or a function in a line. */
const TAKES = /[\w>\])][([]\s*[^\s()\]]|=> *[^\s{]/;
const RETURNS = /\breturn\b/;
/** The head of a function, or of whatever else has a body. */
const HEAD = /[{:]\s*$/;
const TEXT = /"[^"]*"|'[^']*'|`[^`]*`/g;

/** With more words than this beside one of code, it is what is told in comments and texts in quotes that counts. */
const TOLD = 0.5;

/**
 * Whether a piece of code does anything, comments and texts in quotes apart. Whatever decides, repeats, computes or returns
 * what it calls does; other calls do where they are no mere dress of what is told beside them; names alone do not.
 */
export function doesSomething(text: string, { start, end }: Block): boolean {
  let [code, told] = [0, 0];
  let takes = false;
  for (const { text: line } of linesOf(text.slice(start, end))) {
    if (FENCE.test(line)) continue;
    const bare = line.slice(0, commentIn(line)).replace(TEXT, '"');
    const calls = !HEAD.test(bare) && TAKES.test(bare);
    if (DOES.test(bare) || (calls && RETURNS.test(bare))) return true;
    takes ||= calls;
    const words = wordsIn(bare);
    code += words;
    told += wordsIn(line) - words;
  }
  return takes && told <= TOLD * code;
}

const wordsIn = (line: string): number => line.match(/\w+/g)?.length ?? 0;

/** Whether some comment in a piece of code tells a result in figures: `// s is now [1 2 99 4]`. */
export function toldResult(text: string, { start, end, lines }: Block): boolean {
  return (
    lines > 0 &&
    linesOf(text.slice(start, end)).some(({ text: line }) => /\d/.test(line.slice(commentIn(line))))
  );
}

function blockOf(lines: readonly Line[]): Block {
  const written = lines.filter(({ text }) => !/^\s*(?:$|```|~~~)/.test(text) && !COMMENT.test(text));
  return { start: lines[0]!.start, end: lines.at(-1)!.end, lines: written.length };
}

export function linesOf(text: string): Line[] {
  if (!/[\r\n]/.test(text)) return [{ start: 0, end: text.length, text }];
  const lines: Line[] = [];
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\n|\r|$)/g)) {
    if (match[0] === '' && lines.length > 0) break;
    const bare = match[0].replace(/[\r\n]+$/, '');
    lines.push({ start: match.index, end: match.index + bare.length, text: bare });
  }
  return lines;
}
