/** Lines of program code within an answer, fenced or not. */

export interface Block {
  start: number;
  end: number;
  /** Lines that are neither blank nor comments, fences apart. */
  lines: number;
}

/** Signs of code at either end of a line, in the languages that interviews use. */
const OPENS =
  /^\s*(?:func|package|import|type|var|const|let|if|for|switch|select|case|default:|go|defer|return|def|class|async|await|public|private|static|else|try|catch|while|\}|\{|\)|\/\/|#include|@\w+)\b|^\s*[}\])]/;
const CLOSES = /(?:[{};]|\):|=>|\(\))\s*(?:\/\/.*)?$|^\s*[}\])]+[,;)]*$/;
const INSIDE = /:=|<-|\w\(.*\)\s*(?:[{;,]|$)|!=|==|&&|\|\||\w\+\+|=>/;
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
      blocks.push(blockOf(fence));
      fence = undefined;
    } else if (isFence) {
      close();
      fence = [line];
    } else if (looksLikeCode(line.text)) run.push(line);
    else if (
      run.length > 0 &&
      (line.text.trim() === '' || COMMENT.test(line.text) || /^(?:\t| {2,})\S/.test(line.text))
    )
      run.push(line);
    else close();
  }
  if (fence) blocks.push(blockOf(fence));
  else close();
  return blocks;
}

/** Where a comment begins in a line of code. */
const COMMENT_WITHIN = /(?:^|\s)(?:\/\/|#)|\/\*|^\s*\*/;

/** Index of the comment in a line of code, in the languages of coding questions; the line's length where it has none. */
export function commentIn(line: string): number {
  const at = line.search(COMMENT_WITHIN);
  return at < 0 ? line.length : at;
}

/** What decides, repeats, selects, sends or computes, and is no name that is given. */
const DOES =
  /\b(?:if|for|while|switch|select|match|case|yield|lambda|SELECT|INSERT|UPDATE|DELETE)\b(?! ?:?= )|\s(?:[-+*/%<>&|^?]|[<>=!]=|===|!==|&&|\|\|)\s|\w[+*%]\w|[-+*/|&]=|\+\+|--|<-/;
/** What gives back a value, and what in it is called or taken out of something: a plain name or value is none. */
const GIVES = /\breturn\b|=>(?! *\{)/;
const TAKES = /[\w)\]][[(]/;
const TEXT = /"[^"]*"|'[^']*'|`[^`]*`/g;

/**
 * Whether some line of a piece of code does anything, comments and texts in quotes apart: calls and names alone do not.
 * Whatever else code may do, it decides, repeats, computes, selects, or returns what it called.
 */
export function doesSomething(text: string, { start, end }: Block): boolean {
  return linesOf(text.slice(start, end)).some(({ text: line }) => !FENCE.test(line) && does(line));
}

function does(line: string): boolean {
  const code = line.slice(0, commentIn(line)).replace(TEXT, '');
  if (DOES.test(code)) return true;
  const at = code.search(GIVES);
  return at >= 0 && TAKES.test(code.slice(at));
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
