/** Lines from a pipe, which come in pieces. */
import { StringDecoder } from 'node:string_decoder';
import type { Taker } from './taker.ts';

/** What ends a line: that of any system. */
const LINE_END = /\r\n|\n|\r/;

/** Reads until it is told to stop. @returns what stops it. */
export function takePieces(input: NodeJS.ReadableStream, taker: Taker): () => void {
  const utf8 = new StringDecoder('utf8');
  /** The last was a carriage return: a newline now is its other half. */
  let afterReturn = false;
  let isOver = false;
  const take = (piece: string) => {
    if (piece === '') return;
    const [first = '', ...rest] = (afterReturn && piece.startsWith('\n') ? piece.slice(1) : piece).split(
      LINE_END,
    );
    afterReturn = piece.endsWith('\r');
    taker.half += first;
    for (const line of rest) {
      taker.endLine();
      taker.half = line;
    }
    taker.told();
  };
  const end = () => {
    if (isOver) return;
    isOver = true;
    take(utf8.end());
    if (taker.half !== '') taker.endLine();
    taker.finish();
  };
  const read = (chunk: Buffer | string) => take(typeof chunk === 'string' ? chunk : utf8.write(chunk));
  input.on('data', read);
  input.on('end', end);
  // Whatever broke it, nothing more comes.
  input.on('error', end);
  input.on('close', end);
  return () => {
    input.off('data', read);
    input.off('end', end);
    input.off('close', end);
    input.pause();
  };
}
