/** What an error of the file system means to whoever reads or writes. */

const codeOf = (error: unknown): string => ((error ?? {}) as NodeJS.ErrnoException).code ?? '';

/** No room to write: what was there is kept, and one can go on. */
const FULL: Readonly<Record<string, string>> = {
  ENOSPC: 'The disk is full.',
  EDQUOT: 'Your disk quota is used up.',
  EFBIG: 'A file has reached the size limit that is set here (ulimit -f).',
};

/** In one sentence, that there is no room; undefined for another error. */
export function fullDisk(error: unknown): string | undefined {
  const code = codeOf(error);
  return Object.hasOwn(FULL, code) ? FULL[code] : undefined;
}

/** Whether what was to be written into is not there. */
export const isMissing = (error: unknown): boolean => codeOf(error) === 'ENOENT';

/** Whether what was to be made is there already. */
export const isTaken = (error: unknown): boolean => codeOf(error) === 'EEXIST';

/** Whether the reader of a pipe has gone away: it has what it wanted. */
export const isUnread = (error: unknown): boolean => codeOf(error) === 'EPIPE';

/** What to do about a path at which there is nothing. */
export const CHECK_PATH =
  'Check the name. It is looked for from the current folder, unless it begins at the root.';

/** What to do about a path that may not be read. */
export const ASK_PERMISSION = 'Give yourself the right to read it, or name another one.';
