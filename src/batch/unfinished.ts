/** What is kept of a run until it is whole, so that no row is judged (or paid for) twice. */
import { InputError } from '../model/errors.ts';
import { isEmpty, isThere, realPathOf, removeWhole } from '../store/folders.ts';
import { appendingTo } from '../store/lines.ts';
import { type Processes, takeLock } from '../store/lock.ts';
import { joined } from './bytes.ts';
import { type EarlierLines, earlierLines } from './earlier.ts';
import type { JudgedRow } from './judged.ts';

export interface Unfinished {
  /** The file that holds them. */
  path: string;
  /** What was judged before: by an unfinished run, and by a finished one that left result lines. */
  earlier: readonly EarlierLines[];
  /** Keeps what was judged now. */
  keep(rows: readonly JudgedRow[]): void;
  /** The run is whole, and its outputs stand: nothing needs to be kept. */
  finish(): void;
  /** Lets go of the file, and leaves it where it holds anything. */
  close(): void;
}

/** Where what was judged before may lie. */
export interface Places {
  /** The outputs that are files. The name of the first with `.partial` behind it holds what is kept. */
  outs: readonly [string, ...string[]];
  /** An output of result lines, if there is one. */
  lines: string | undefined;
}

export interface UnfinishedInput extends Places {
  resume: boolean;
  processes: Processes;
}

/** Judged now, and not to be judged again. */
const isWorthKeeping = ({ spent, digest }: JudgedRow) => spent !== undefined && digest.status !== 'error';

const partialOf = ([first]: Places['outs']) => `${first}.partial`;

/** What was judged before into these outputs, the unfinished run first. Throws the file system's error. */
export const judgedBefore = ({ outs, lines }: Places): EarlierLines[] =>
  [partialOf(outs), ...(lines === undefined ? [] : [lines])].filter(isThere).map(earlierLines);

/**
 * Takes hold of all outputs, and of what is kept beside the first. Throws InputError while another process judges into one
 * of them, and where an unfinished run is there that nobody asked to continue.
 */
export function unfinishedRun({ outs, lines, resume, processes }: UnfinishedInput): Unfinished {
  const [out] = outs;
  const path = partialOf(outs);
  const locks: (() => void)[] = [];
  const release = () => {
    for (const giveBack of locks) giveBack();
  };
  try {
    for (const it of outs)
      locks.push(takeLock(`${realPathOf(it)}.partial.lock`, processes, `A run into ${it} is going on`));
    if (isThere(path) && !resume)
      throw new InputError(
        `A run into ${out} was not finished.`,
        `Add --resume to go on with it, or remove ${path} to start anew.`,
      );
    const earlier = resume ? judgedBefore({ outs, lines }) : [];
    const kept = appendingTo(path);
    let isOpen = true;
    const close = () => {
      if (!isOpen) return;
      isOpen = false;
      kept.close();
      if (isEmpty(path)) removeWhole(path);
      release();
    };
    return {
      path,
      earlier,
      keep: rows => kept.add(joined(rows.flatMap(it => (isWorthKeeping(it) ? it.line : [])))),
      finish() {
        removeWhole(path);
        close();
      },
      close,
    };
  } catch (error) {
    release();
    throw error;
  }
}
