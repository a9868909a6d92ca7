/** Cuts what comes down into lines, and keeps no more than one of them. */
import { CallFailure, disconnected } from '../failure.ts';
import { LARGEST_REPLY } from '../fetch.ts';

const LINE_FEED = 0x0a;

/** Throws CallFailure where the connection breaks, and for a line that is longer than any reply. */
export async function* linesOf(body: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let kept: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of body) {
      let from = 0;
      for (let end = part.indexOf(LINE_FEED); end >= 0; end = part.indexOf(LINE_FEED, from)) {
        yield textOf([...kept, part.subarray(from, end)]);
        [kept, size, from] = [[], 0, end + 1];
      }
      kept.push(part.subarray(from));
      size += part.length - from;
      if (size > LARGEST_REPLY)
        throw new CallFailure('too-large', `A reply is longer than ${LARGEST_REPLY / 1024 / 1024} MB.`);
    }
  } catch (error) {
    throw error instanceof CallFailure ? error : disconnected(error);
  }
  yield textOf(kept);
}

const textOf = (parts: readonly Uint8Array[]): string => Buffer.concat(parts).toString('utf8');
