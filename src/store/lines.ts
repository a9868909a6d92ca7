/** Files of lines that only grow: what was added stays when the process is killed, and a torn last line harms no other. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { writeWhole } from './atomic.ts';

const LINE_FEED = 0x0a;
/** Bytes that are read at a time. */
const BLOCK = 256 * 1024;

export interface Appending {
  /** Adds whole lines; in the file (not yet on the disk) when it returns. Throws the file system's error. */
  add(lines: Uint8Array): void;
  close(): void;
}

/** Opens a file to add lines to it, made with mode 0600 when it is new. A torn last line is closed off. */
export function appendingTo(path: string): Appending {
  const file = openSync(path, 'a+', 0o600);
  if (endsTorn(file)) writeWhole(file, Uint8Array.of(LINE_FEED));
  return { add: lines => writeWhole(file, lines), close: () => closeSync(file) };
}

/** Whether a file of lines ends within one. */
export function endsTorn(file: number): boolean {
  const { size } = fstatSync(file);
  if (size === 0) return false;
  const last = Buffer.alloc(1);
  readSync(file, last, 0, 1, size - 1);
  return last[0] !== LINE_FEED;
}

/**
 * Visits the whole lines of a file in order, each by the bytes of its end (at most `tail`, without the line break) and by
 * where it begins; a torn last line is none. Memory stays the same however large the file is.
 */
export function eachLineEnd(path: string, tail: number, visit: (end: Buffer, start: number) => void): void {
  const file = openSync(path, 'r');
  try {
    let kept = Buffer.alloc(0);
    let start = 0;
    for (let at = 0; ; ) {
      const block = Buffer.alloc(BLOCK);
      const got = readSync(file, block, 0, BLOCK, at);
      if (got === 0) return;
      let from = 0;
      for (let end = block.indexOf(LINE_FEED); end >= 0 && end < got; end = block.indexOf(LINE_FEED, from)) {
        const line = Buffer.concat([kept, block.subarray(Math.max(from, end - tail), end)]);
        visit(line.subarray(-tail), start);
        kept = Buffer.alloc(0);
        from = end + 1;
        start = at + from;
      }
      kept = Buffer.concat([kept, block.subarray(Math.max(from, got - tail), got)]).subarray(-tail);
      at += got;
    }
  } finally {
    closeSync(file);
  }
}

/** Reads single lines of a file by where they begin; undefined where none ends. */
export function lineReader(path: string): { at(start: number): Buffer | undefined; close(): void } {
  const file = openSync(path, 'r');
  return { at: start => lineAt(file, start), close: () => closeSync(file) };
}

function lineAt(file: number, start: number): Buffer | undefined {
  const blocks: Buffer[] = [];
  for (let at = start; ; ) {
    const block = Buffer.alloc(LINE);
    const got = readSync(file, block, 0, LINE, at);
    const end = block.subarray(0, got).indexOf(LINE_FEED);
    if (end >= 0) return Buffer.concat([...blocks, block.subarray(0, end + 1)]);
    if (got === 0) return undefined;
    blocks.push(block.subarray(0, got));
    at += got;
  }
}

/** Most result lines are shorter. */
const LINE = 8 * 1024;
