import {
  chmodSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

export interface WriteOptions {
  /** Permission bits; the default keeps private what candidates write. */
  mode?: number;
  /** Force it to the disk before returning (about 0.1 to 5 ms); default true. */
  sync?: boolean;
}

/** Hidden, and no name that anybody else would give; a link of that name is not followed. */
const temporaryFor = (path: string) => join(dirname(path), `.${basename(path)}.mockloop-new`);
const REPLACE = constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0);

/**
 * Replaces a file whole or not at all: a temporary neighbour is written, synced and renamed over it, so that a crash or
 * a full disk leaves the old text. A link is followed to its file; a device or a pipe is written to. Throws the file
 * system's error, the temporary file removed.
 */
export function writeAtomic(named: string, text: string, options: WriteOptions = {}): void {
  const there = statSync(named, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw folderInTheWay(named);
  if (there && !there.isFile()) writeFileSync(named, text);
  else replace(there ? realpathSync(named) : named, text, options);
}

function folderInTheWay(path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`EISDIR: ${path} is a folder`), { code: 'EISDIR', path });
}

function replace(path: string, text: string, { mode = 0o600, sync = true }: WriteOptions): void {
  const temporary = temporaryFor(path);
  const file = openSync(temporary, REPLACE, mode);
  try {
    try {
      // The mode given to open is masked, and ignored for a leftover of the same name.
      chmodSync(temporary, mode);
      writeWhole(file, Buffer.from(text));
      if (sync) fsyncSync(file);
    } finally {
      closeSync(file);
    }
    renameSync(temporary, path);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  if (sync) syncFolder(dirname(path));
}

/** Writes all bytes; a nearly full disk may take fewer at a time without an error. */
export function writeWhole(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}

/** A rename or a new file lasts only once its folder is on the disk too. */
export function syncFolder(path: string): void {
  try {
    const folder = openSync(join(path, '.'), 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  } catch {
    // Some platforms cannot open or sync a folder; the file itself is synced.
  }
}
