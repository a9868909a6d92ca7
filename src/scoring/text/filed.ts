/** What notes file under the names of two things: in lines below a head, or in columns of a table. */
import type { Answer, Sentence } from './answer.ts';
import type { Pair, Sayings } from './contrasts.ts';
import { type Cell, gridsOf } from './grid.ts';
import { type Word, wordsOf } from './tokens.ts';

/** Telling words of a head, at most. */
const HEAD = 3;

/** Said of each of a pair, without what is denied or only supposed; undefined where not both of them are heads. */
export function filedUnder(pair: Pair, answer: Answer): Sayings | undefined {
  const columns = columnsOf(pair, answer.text);
  const said: Sayings = { one: [], other: [] };
  const heads = new Set<string>(columns.map(it => it.whose));
  let head: string | undefined;
  for (const [at, sentence] of answer.sentences.entries()) {
    const telling = sentence.words.filter(it => it.weight > 0);
    const named = namedBy(pair, telling);
    if (named !== undefined && telling.length <= HEAD && isHead(answer.text, sentence)) {
      head = named;
      heads.add(head);
    }
    const names = telling.some(it => it.stem === pair.one || it.stem === pair.other);
    const about = names ? named : head;
    for (const [index, word] of sentence.words.entries()) {
      if (word.weight === 0 || sentence.denied[index] || sentence.supposed[index]) continue;
      const whose = columns.find(it => it.cells.some(cell => isWithin(word, cell)))?.whose ?? about;
      if (whose !== undefined && word.stem !== pair.one && word.stem !== pair.other)
        (whose === pair.one ? said.one : said.other).push({ stem: word.stem, sentence: at });
    }
  }
  return heads.size === 2 ? said : undefined;
}

/** Whether a sentence is all of its line, or a colon follows: a short one among others is none. */
function isHead(text: string, { start, end }: Sentence): boolean {
  if (text[end - 1] === ':' || text[end] === ':') return true;
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1).split('\n', 1)[0]!;
  return !/[\p{L}\p{N}]/u.test(line.replace(text.slice(start, end).trim(), ''));
}

interface Column {
  whose: string;
  cells: readonly Cell[];
}

/** The columns of tables whose heads name one of the pair. */
function columnsOf(pair: Pair, text: string): Column[] {
  return gridsOf(text).flatMap(([head = [], ...rows]) =>
    head.flatMap((cell, at) => {
      const whose = namedBy(pair, wordsOf(cell.text));
      return whose === undefined ? [] : [{ whose, cells: rows.flatMap(row => row.slice(at, at + 1)) }];
    }),
  );
}

/** Which of the pair some words name; undefined where they name neither, or both. */
function namedBy({ one, other }: Pair, words: readonly Word[]): string | undefined {
  const [namesOne, namesOther] = [one, other].map(stem => words.some(it => it.stem === stem));
  return namesOne === namesOther ? undefined : namesOne ? one : other;
}

const isWithin = ({ start }: Word, cell: Cell): boolean => cell.start <= start && start < cell.end;
