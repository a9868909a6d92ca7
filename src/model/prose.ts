/** Prose as authors write it: by its paragraphs and fenced code, as they wrap it at a margin of their own; and as a part of ours. */

export interface Passage {
  kind: 'prose' | 'code';
  /** Prose: one paragraph in one line. Code: as it stands, without the fences. */
  text: string;
  /** What the opening fence names. */
  language: string;
}

const FENCE = /^\s*(?:```|~~~)\s*(\S*)/;

/** Laid out by hand: joining its lines would spoil it. */
const LAID_OUT = /^(?:\t| {2,})\S/;

/** The passages of a text, in order; blank ones are left out, and a fence that is never closed goes to the end. */
export function passagesOf(text: string): Passage[] {
  const passages: Passage[] = [];
  let lines: string[] = [];
  let fence: string | undefined;
  const close = (within: Passage['kind'], language = '') => {
    const kind = lines.some(it => LAID_OUT.test(it)) ? 'code' : within;
    const body = kind === 'code' ? lines.join('\n') : lines.map(it => it.trim()).join(' ');
    if (body.trim() !== '') passages.push({ kind, text: body, language });
    lines = [];
  };
  for (const line of text.split(/\r\n?|\n/)) {
    const mark = FENCE.exec(line);
    if (mark) {
      close(fence === undefined ? 'prose' : 'code', fence);
      fence = fence === undefined ? (mark[1] ?? '') : undefined;
    } else if (fence === undefined && line.trim() === '') close('prose');
    else lines.push(line);
  }
  close(fence === undefined ? 'prose' : 'code', fence);
  return passages;
}

/** A sentence without the blank around it and its full stop, for the middle of a line. */
export const withoutStop = (sentence: string): string => sentence.trim().replace(/\.$/, '');

/** `once`, `twice`, `12 times`. */
export function times(count: number): string {
  return count === 1 ? 'once' : count === 2 ? 'twice' : `${count} times`;
}

/** `1 row`, `12 rows`, `7.5 minutes`. */
export function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
