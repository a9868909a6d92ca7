/** A file of cards, read with every problem in its place. */
import type { Problem } from '../model/problem.ts';
import type { CardFile } from '../model/progress.ts';
import { cardsShape } from './cards-shape.ts';
import { readOneFile } from './one-file.ts';

/** The cards, or everything that is wrong with the file. Never throws for what it holds. @param now Unix time, ms. */
export function parseCards(
  file: string,
  bytes: Uint8Array,
  now: number,
): { cards: CardFile } | { problems: Problem[] } {
  const shape = cardsShape(now);
  const right = shape.safeParse(json(bytes));
  if (right.success) return { cards: right.data };
  // Places are told by the reader of YAML, which takes JSON for what it is, and seconds for a long one.
  const read = readOneFile(file, bytes, shape, 'Write one with `mockloop review --export FILE`.');
  return 'value' in read ? { cards: read.value } : read;
}

function json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return undefined;
  }
}
