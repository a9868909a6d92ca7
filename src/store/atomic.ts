/** Files that stand under their name only when they are whole. */
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isTaken, isUnread } from '../model/disk.ts';
import { InputError } from '../model/errors.ts';

export interface WriteOptions {
  /** Permission bits; the default keeps private what candidates write. */
  mode?: number;
  /** Force it to the disk before returning (about 0.1 to 5 ms); default true. */
  sync?: boolean;
}

/** A file that is written bit by bit. Every call throws the file system's error. */
export interface Replacement {
  write(bytes: Uint8Array): void;
  /** Writes over what was written at a place; on a device that cannot go back nothing happens. */
  writeAt(bytes: Uint8Array, position: number): void;
  /** Gives it its name, in place of what had it. Throws InputError where another process has begun to write it since. */
  commit(): void;
  /** Removes it: what had the name stays. Of no effect once it has its name. */
  abandon(): void;
}

/** Hidden, and no name that anybody else would give; a link of that name is not followed. */
const temporaryFor = (path: string) => join(dirname(path), `.${basename(path)}.mockloop-new`);
const ANEW = constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | (constants.O_NOFOLLOW ?? 0);

/**
 * Replaces a file whole or not at all, so that a crash or a full disk leaves the old text; of several processes that do so at
 * once, the text of the one that began last stays. The reader of a pipe may go away. Throws any other error of the file
 * system, the temporary file removed.
 */
export function writeAtomic(named: string, text: string, options: WriteOptions = {}): void {
  const replacement = replacing(named, options);
  try {
    replacement.write(Buffer.from(text));
    replacement.commit();
  } catch (error) {
    replacement.abandon();
    if (!isUnread(error) && !(error instanceof Overtaken)) throw error;
  }
}

/**
 * Begins to replace a file: a temporary neighbour is written, and in the end synced and renamed over it. A link is
 * followed to its file; a device or a pipe is written to as it is. Throws the file system's error.
 */
export function replacing(named: string, options: WriteOptions = {}): Replacement {
  const there = statSync(named, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw folderInTheWay(named);
  if (there && !there.isFile()) return onDevice(named);
  return neighbourOf(there ? realpathSync(named) : named, options);
}

function folderInTheWay(path: string): NodeJS.ErrnoException {
  return Object.assign(new Error(`EISDIR: ${path} is a folder`), { code: 'EISDIR', path });
}

function onDevice(path: string): Replacement {
  const file = openSync(path, 'w');
  const close = once(() => closeSync(file));
  return { write: bytes => writeWhole(file, bytes), writeAt: () => {}, commit: close, abandon: close };
}

function neighbourOf(path: string, { mode = 0o600, sync = true }: WriteOptions): Replacement {
  const temporary = temporaryFor(path);
  const file = openAnew(temporary, mode);
  const { ino } = fstatSync(file, { bigint: true });
  const isOurs = () => statSync(temporary, { bigint: true, throwIfNoEntry: false })?.ino === ino;
  const close = once(() => closeSync(file));
  // The mode given to open is masked.
  fchmodSync(file, mode);
  return {
    write: bytes => writeWhole(file, bytes),
    writeAt: (bytes, position) => writeWhole(file, bytes, position),
    commit() {
      if (sync) fsyncSync(file);
      close();
      if (!isOurs())
        throw new Overtaken(`${path} is written by another process too.`, 'Let one of them end first.');
      renameSync(temporary, path);
      if (sync) syncFolder(dirname(path));
    },
    abandon: once(() => {
      if (isOurs()) rmSync(temporary, { force: true });
      close();
    }),
  };
}

/** Another process began to write the same file later. */
class Overtaken extends InputError {}

/** A file of our own, in place of a leftover or of one that another process is still writing: that one finds it gone. */
function openAnew(path: string, mode: number): number {
  for (;;) {
    rmSync(path, { force: true });
    try {
      return openSync(path, ANEW, mode);
    } catch (error) {
      if (!isTaken(error)) throw error;
    }
  }
}

function once(act: () => void): () => void {
  let isDone = false;
  return () => {
    if (isDone) return;
    isDone = true;
    act();
  };
}

/** Writes all bytes; a nearly full disk may take fewer at a time without an error. @param position default: where the file stands. */
export function writeWhole(file: number, bytes: Uint8Array, position: number | null = null): void {
  for (let done = 0; done < bytes.length; )
    done += writeSync(file, bytes, done, bytes.length - done, position === null ? null : position + done);
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
