/** Folders that get what belongs into them whole or not at all. */
import { chmodSync, readdirSync, renameSync, rmdirSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isThere, makeFolders, removeWhole } from './folders.ts';

/** A folder that is filled bit by bit. Every call throws the file system's error. */
export interface NewFolder {
  /** @param name with slashes for folders within it. */
  add(name: string, bytes: Uint8Array): void;
  /** Puts all that was added in its place; what was added first comes last, so that it can say that the rest is there. */
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
  const moved: string[] = [];
  const make = (folder: string) => makeFolders(folder, isPrivate ? 0o700 : undefined);
  removeWhole(draft);
  make(draft);
  return {
    add(name, bytes) {
      const file = join(draft, name);
      make(dirname(file));
      writeFileSync(file, bytes, isPrivate ? { mode: 0o600 } : {});
      names.add(name.split('/')[0]!);
    },
    commit() {
      // mkdir's mode is masked.
      if (isPrivate) chmodSync(isFilled ? path : draft, 0o700);
      if (!isFilled) return renameSync(draft, path);
      for (const name of [...names].reverse()) {
        renameSync(join(draft, name), join(path, name));
        moved.push(name);
      }
      rmdirSync(draft);
    },
    abandon() {
      for (const name of moved) removeWhole(join(path, name));
      removeWhole(draft);
    },
  };
}
