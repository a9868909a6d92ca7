/** Notes beside a journal, which only spare reading it again: made anew when what they are of has changed, and may be deleted. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { writeAtomic } from '../store/atomic.ts';
import { attempt } from '../store/attempt.ts';
import { textOf } from '../store/folders.ts';
import { decode, encode } from '../store/log.ts';

/** Of which files something is made: taken before they are read, for an interview may go on meanwhile. */
export function stampOf(folder: string, names: readonly string[]): string {
  const files = names.map(it => {
    const there = statSync(join(folder, it), { throwIfNoEntry: false });
    return there ? `${there.size} ${there.mtimeMs}` : '';
  });
  return files.join('|');
}

/** The note of a name as it was written; undefined where there is none, or a byte of it has changed. */
export const readNote = <Note extends object>(folder: string, name: string): Note | undefined =>
  attempt(() => decode(textOf(join(folder, name))?.trimEnd() ?? '')) as Note | undefined;

/** Keeps it; where that cannot be, what it tells is made anew each time. */
export function writeNote(folder: string, name: string, note: object): void {
  attempt(() => writeAtomic(join(folder, name), `${encode(note)}\n`, { sync: false }));
}
