/** The files of a folder and of those below it, links followed: each real file and folder once. */
import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface Leaf {
  /** Its place in the folder, parted by slashes. */
  name: string;
  /** In bytes; 0 where one cannot tell. */
  size: number;
}

export interface Tree {
  /** By name. A file that has several names here bears the one that is no link. */
  leaves: Leaf[];
  /** The real paths of all folders that were looked into. */
  folders: ReadonlySet<string>;
}

/**
 * The files with wanted names; nothing whose name begins with a dot. What cannot be looked at (a link to nothing, a folder
 * that may not be read) is a leaf too, so that whoever reads it tells why. Throws the file system's error for the folder
 * itself.
 */
export function treeOf(folder: string, isWanted: (name: string) => boolean): Tree {
  const leaves: Leaf[] = [];
  const folders = new Set<string>();
  const files = new Set<string>();
  /** Followed last: what they lead to may have a place of its own. */
  const links: string[] = [];

  const enter = (name: string, entries: readonly Dirent[]) => {
    for (const entry of entries) {
      if (entry.name.startsWith('.')) continue;
      const place = name === '' ? entry.name : `${name}/${entry.name}`;
      if (entry.isSymbolicLink()) links.push(place);
      else visit(place);
    }
  };
  const visit = (name: string) => {
    const path = join(folder, name);
    const there = statOf(path);
    if (there?.isDirectory()) {
      if (!isNew(folders, path)) return;
      const entries = entriesOf(path);
      if (entries) enter(name, entries);
      else leaves.push({ name, size: 0 });
    } else if (!isWanted(name)) return;
    else if (!there) leaves.push({ name, size: 0 });
    else if (there.isFile() && isNew(files, path)) leaves.push({ name, size: there.size });
  };

  isNew(folders, folder);
  enter('', sorted(folder));
  // Grows while links lead to folders with links.
  for (const name of links) visit(name);
  return { leaves: leaves.sort((a, b) => (a.name < b.name ? -1 : 1)), folders };
}

function isNew(seen: Set<string>, path: string): boolean {
  const { size } = seen;
  return seen.add(realpathSync.native(path)).size > size;
}

function statOf(path: string) {
  try {
    return statSync(path);
  } catch {
    return undefined;
  }
}

function entriesOf(path: string): Dirent[] | undefined {
  try {
    return sorted(path);
  } catch {
    return undefined;
  }
}

const sorted = (path: string): Dirent[] =>
  readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
