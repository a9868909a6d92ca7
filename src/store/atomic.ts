import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface WriteOptions {
  /** Permission bits; the default keeps private what candidates write. */
  mode?: number;
  /** Force it to the disk before returning (about 0.1 to 5 ms); default true. */
  sync?: boolean;
}

/**
 * Replaces a file whole or not at all: a temporary neighbour is written, synced and renamed over it, so that a crash or
 * a full disk leaves the old text. Throws the file system's error, the temporary file removed.
 */
export function writeAtomic(
  path: string,
  text: string,
  { mode = 0o600, sync = true }: WriteOptions = {},
): void {
  const temporary = `${path}.new`;
  const file = openSync(temporary, 'w', mode);
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
