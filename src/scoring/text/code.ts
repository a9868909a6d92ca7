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
    const isFence = /^\s*(?:```|~~~)/.test(line.text);
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
