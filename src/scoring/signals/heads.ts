/** What the cells of a table stand under: whoever writes `| reach |` above `| 400 |` says that 400 are reached. */
import type { Answer, Sentence } from '../text/answer.ts';
import { gridsOf, type Row } from '../text/grid.ts';
import { quantitiesOf } from '../text/numbers.ts';
import { type Word, wordsOf } from '../text/tokens.ts';

/** The head of a cell that is not empty. */
export interface Head {
  words: readonly Word[];
  /** Whether there is a figure below it. */
  hasFigure: boolean;
}

const remembered = new WeakMap<Answer, ReadonlyMap<Sentence, readonly Head[]>>();

/** The heads of the cells in each sentence that is, or begins, a row of a table below its first. */
export function headsOf(answer: Answer): ReadonlyMap<Sentence, readonly Head[]> {
  const known = remembered.get(answer);
  if (known) return known;
  const heads = new Map<Sentence, readonly Head[]>();
  remembered.set(answer, heads);
  // Rows and sentences are both in the order of the text.
  let at = 0;
  for (const [first, ...rows] of gridsOf(answer.text)) {
    const words = first!.map(it => wordsOf(it.text));
    for (const row of rows) {
      while (at < answer.sentences.length && answer.sentences[at]!.end <= row[0]!.start) at++;
      const sentence = answer.sentences[at];
      if (sentence && sentence.start <= row[0]!.start) heads.set(sentence, headsIn(row, words));
    }
  }
  return heads;
}

/** A cell beyond the last head has none. */
const headsIn = (row: Row, heads: readonly (readonly Word[])[]): Head[] =>
  row.flatMap(({ text }, column) =>
    text === '' || column >= heads.length
      ? []
      : [{ words: heads[column]!, hasFigure: quantitiesOf(text).length > 0 }],
  );
