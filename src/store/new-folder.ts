/** Folders that get what belongs into them when all of it is on the disk. */
import {
  chmodSync,
  closeSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmdirSync,
  statSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { syncFolder, writeWhole } from './atomic.ts';
import { isThere, makeFolders, removeWhole } from './folders.ts';

/** A folder that is filled bit by bit. Every call throws the file system's error. */
export interface NewFolder {
  /** @param name with slashes for folders within it. */
  add(name: string, bytes: Uint8Array): void;
  /**
   * Puts all that was added in its place. A new folder appears whole or not at all. One that was there gets name after
   * name, so that a crash may leave some of them; what was added first comes last: where it is, all the rest is.
   */
  commit(): void;
  /** Removes all of it. */
  abandon(): void;
}

const DRAFT = '.mockloop-new';

/** Whether a folder can be made here: there is nothing yet, or a folder with nothing in it. */
export function isFreeFor(path: string): boolean {
  if (!isThere(path)) return true;
  return statSync(path).isDirectory() && readdirSync(path).every(it => it === DRAFT);
}

/**
 * The folder of a path that is free. One that is there already stays itself and is filled: it may be where somebody's
 * shell is, a mount, or a link.
 * @param isPrivate whether nobody but its owner may look into it, as with what candidates wrote.
 */
export function newFolder(path: string, { isPrivate }: { isPrivate: boolean }): NewFolder {
  const isFilled = isThere(path);
  const draft = isFilled ? join(path, DRAFT) : join(dirname(path), `.${basename(path)}${DRAFT}`);
  const names = new Set<string>();
  const folders = new Set([draft]);
  const moved: string[] = [];
  const make = (folder: string) => makeFolders(folder, isPrivate ? 0o700 : undefined);
  removeWhole(draft);
  make(draft);
  const fill = () => {
    for (const name of [...names].reverse()) {
      // The last one says that the rest is there: it must not be on the disk sooner.
      if (moved.length === names.size - 1) syncFolder(path);
      renameSync(join(draft, name), join(path, name));
      moved.push(name);
    }
    rmdirSync(draft);
  };
  return {
    add(name, bytes) {
      const file = join(draft, name);
      make(dirname(file));
      writeSynced(file, bytes, isPrivate ? 0o600 : undefined);
      for (let it = dirname(file); it !== draft; it = dirname(it)) folders.add(it);
      names.add(name.split('/')[0]!);
    },
    commit() {
      // mkdir's mode is masked.
      if (isPrivate) chmodSync(isFilled ? path : draft, 0o700);
      for (const it of folders) syncFolder(it);
      if (isFilled) fill();
      else renameSync(draft, path);
      syncFolder(isFilled ? path : dirname(path));
    },
    abandon() {
      for (const name of moved) removeWhole(join(path, name));
      removeWhole(draft);
    },
  };
}

function writeSynced(path: string, bytes: Uint8Array, mode?: number): void {
  const file = openSync(path, 'w', mode);
  try {
    writeWhole(file, bytes);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}
