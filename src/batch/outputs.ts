/** Where results go while they are judged: each output takes the rows in order, and stands only when it is whole. */
import { extname } from 'node:path';
import { quoted } from '../content/showing.ts';
import type { Cohort, Gates, RowResult } from '../model/cohort.ts';
import { isUnread } from '../model/disk.ts';
import { InputError } from '../model/errors.ts';
import type { PageFormat, ResultFormat } from '../reports/cohort/format.ts';
import { replacing } from '../store/atomic.ts';
import { joined } from './bytes.ts';
import { type JudgedRow, resultIn } from './judged.ts';

/** The ending of a file's name, in small letters; what an output is chosen by. */
export const endingOf = (path: string): string => extname(path).slice(1).toLowerCase();

/** The output that a file's ending asks for. Throws InputError for another ending, and the file system's error. */
export async function outputFor(path: string, gates: Gates): Promise<Output> {
  const ending = endingOf(path);
  // Result lines are there already.
  if (ending === 'jsonl') return lineFile(path);
  const { PAGE_FORMATS, RESULT_FORMATS } = await import('../reports/cohort/table.ts');
  const formats = Object.values(RESULT_FORMATS);
  const format = formats.find(it => it.extension === ending);
  if (format) return resultFile(path, format, gates);
  const page = Object.entries(PAGE_FORMATS).find(([name]) => name === ending)?.[1];
  if (page) return pageFile(path, await page(), gates);
  const endings = [...formats.map(it => it.extension), ...Object.keys(PAGE_FORMATS)];
  throw new InputError(
    `The name of ${quoted(path)} does not tell a format of results.`,
    `Endings: .${endings.join(', .')} (xml is JUnit).`,
  );
}

export interface Output {
  /** Takes the next rows; resolves when more can come. Throws where they cannot be written. */
  add(rows: readonly JudgedRow[]): Promise<void>;
  /** The run is whole. @param shown the rows that a page shows. */
  finish(cohort: Cohort, shown: readonly RowResult[]): void | Promise<void>;
  /** The run is not: what had the name before stays. */
  abandon(): void;
}

/**
 * Several outputs as one. A pipe whose reader has gone away takes no more, and the others go on; when there are no others,
 * the error of that pipe is thrown (isUnread).
 */
export function together(all: readonly Output[]): Output {
  let taking = all;
  const each = async (act: (output: Output) => void | Promise<void>) => {
    for (const output of taking) {
      try {
        await act(output);
      } catch (error) {
        output.abandon();
        taking = taking.filter(it => it !== output);
        if (!isUnread(error) || taking.length === 0) throw error;
      }
    }
  };
  return {
    add: rows => each(it => it.add(rows)),
    finish: (cohort, shown) => each(it => it.finish(cohort, shown)),
    abandon() {
      for (const output of all) output.abandon();
    },
  };
}

/** Result lines to a stream. @param write resolves when the bytes are taken. */
export function lineOutput(write: (bytes: Uint8Array) => Promise<void>): Output {
  return { add: rows => write(linesOf(rows)), finish: () => {}, abandon: () => {} };
}

/** Result lines to a file. Throws at once where it cannot be written. */
export function lineFile(path: string): Output {
  const file = replacing(path);
  return {
    add: async rows => file.write(linesOf(rows)),
    finish: () => file.commit(),
    abandon: () => file.abandon(),
  };
}

/** A document of rows. Its head is written twice: first to take its room, in the end with what only then is known. */
function resultFile(path: string, format: ResultFormat, gates: Gates): Output {
  const file = replacing(path);
  let isFirst = true;
  file.write(Buffer.from(format.head(null, gates)));
  return {
    async add(rows) {
      const told = rows.map(it => format.row(resultIn(it), gates));
      if (told.length === 0) return;
      file.write(Buffer.from((isFirst ? '' : format.separator) + told.join(format.separator)));
      isFirst = false;
    },
    finish(cohort) {
      file.write(Buffer.from(format.tail(cohort, gates)));
      file.writeAt(Buffer.from(format.head(cohort, gates)), 0);
      file.commit();
    },
    abandon: () => file.abandon(),
  };
}

/** A page of figures and of the rows that are worth a look. */
function pageFile(path: string, format: PageFormat, gates: Gates): Output {
  const file = replacing(path);
  return {
    add: async () => {},
    finish(cohort, shown) {
      file.write(Buffer.from(format.page(cohort, shown, gates)));
      file.commit();
    },
    abandon: () => file.abandon(),
  };
}

const linesOf = (rows: readonly JudgedRow[]) => joined(rows.map(it => it.line));
