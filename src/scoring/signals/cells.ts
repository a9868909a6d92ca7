/** What the cells of a table stand under: whoever writes `| reach |` above `| 400 |` says that 400 are reached. */
import { isOfTopic } from '../coverage/topic.ts';
import type { Answer, Sentence } from '../text/answer.ts';
import { gridsOf, type Row } from '../text/grid.ts';
import { isFigure } from '../text/language.ts';
import { quantitiesOf } from '../text/numbers.ts';
import { type Word, wordsOf } from '../text/tokens.ts';
import type { Context } from './context.ts';

/** A cell that is not empty. */
interface Cell {
  /** Of its column; one list for all cells below it. */
  head: readonly Word[];
  hasFigure: boolean;
}

interface Table {
  heads: readonly (readonly Word[])[];
  /** Of each row below the heads, by the sentence that is, or begins, the row. */
  rows: ReadonlyMap<Sentence, readonly Cell[]>;
}

const remembered = new WeakMap<Answer, readonly Table[]>();

/** The tables of an answer, in their order. */
function tablesOf(answer: Answer): readonly Table[] {
  const known = remembered.get(answer);
  if (known) return known;
  // Rows and sentences are both in the order of the text.
  let at = 0;
  const tables = gridsOf(answer.text).map(([first, ...rest]): Table => {
    const heads = first!.map(it => wordsOf(it.text));
    const rows = new Map<Sentence, readonly Cell[]>();
    for (const row of rest) {
      while (at < answer.sentences.length && answer.sentences[at]!.end <= row[0]!.start) at++;
      const sentence = answer.sentences[at];
      if (sentence && sentence.start <= row[0]!.start) rows.set(sentence, cellsIn(row, heads));
    }
    return { heads, rows };
  });
  remembered.set(answer, tables);
  return tables;
}

/** A cell beyond the last head has none. */
const cellsIn = (row: Row, heads: Table['heads']): Cell[] =>
  row.flatMap(({ text }, column) =>
    text === '' || column >= heads.length
      ? []
      : [{ head: heads[column]!, hasFigure: quantitiesOf(text).length > 0 }],
  );

/**
 * The rows that are about the question and have a cell below one of some heads.
 * @param figures only cells with a figure in them.
 */
export function rowsBelow(
  { answer, question }: Pick<Context, 'answer' | 'question'>,
  isMeant: (head: readonly Word[]) => boolean,
  figures: boolean,
): ReadonlySet<Sentence> {
  const found = new Set<Sentence>();
  for (const { heads, rows } of tablesOf(answer)) {
    const meant = new Set(heads.filter(isMeant));
    if (meant.size === 0) continue;
    for (const [sentence, cells] of rows) {
      if (!cells.some(it => meant.has(it.head) && (it.hasFigure || !figures))) continue;
      if (sentence.words.some(it => names(it) && isOfTopic(question, it))) found.add(sentence);
    }
  }
  return found;
}

/** A figure or a letter that the question has too is there by chance. */
const names = (word: Word): boolean => word.weight > 0 && !isFigure(word) && word.text.length > 1;
