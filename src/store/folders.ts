import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  openAsBlob,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { isMissing, isTaken } from '../model/disk.ts';
import { InputError, messageOf } from '../model/errors.ts';

/**
 * Makes a folder with those that it lies in, one by one: where a file system takes no folders, as /proc, the recursive call
 * of Node 20 tries for ever. What is there stays as it is. Throws the file system's error.
 * @param mode of each that is made; masked.
 */
export function makeFolders(path: string, mode = 0o777): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolders(parent, mode);
  try {
    mkdirSync(path, { mode });
  } catch (error) {
    // Somebody else may have made it meanwhile.
    if (!isFolder(path)) throw error;
  }
}

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

/** Makes a folder that only its owner can look into, with its parents. Throws InputError when it cannot be made. */
export function makePrivateFolder(path: string): void {
  if (!existsSync(path)) makeFolder(path, true);
}

/** The same in a folder that is there. @returns false where something has that name already. Throws as that does. */
export function makeNewFolder(path: string): boolean {
  return makeFolder(path, false);
}

/** False where it is there already and no parents were to be made. */
function makeFolder(path: string, recursive: boolean): boolean {
  try {
    if (recursive) makeFolders(path, 0o700);
    else mkdirSync(path, { mode: 0o700 });
    // mkdir's mode is masked.
    chmodSync(path, 0o700);
    return true;
  } catch (error) {
    if (!recursive && isTaken(error)) return false;
    throw new InputError(
      `Cannot make the folder ${withTilde(path)}: ${messageOf(error)}`,
      'Choose another with --data DIR or MOCKLOOP_DATA.',
    );
  }
}

/** Names of the folders inside a folder, sorted; none when it does not exist. */
export function foldersIn(path: string): string[] {
  if (!existsSync(path)) return [];
  return readdirSync(path, { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(entry => entry.name)
    .sort();
}

/** A file as a folder lists it. */
export interface Listed {
  path: string;
  bytes: number;
  /** When it was last written, Unix time in milliseconds. */
  written: number;
}

/** The regular files inside a folder, in no order; none when it does not exist. What vanishes meanwhile is left out. */
export function filesIn(path: string): Listed[] {
  if (!existsSync(path)) return [];
  const names = readdirSync(path, { withFileTypes: true }).filter(entry => entry.isFile());
  return names.flatMap(({ name }) => {
    const file = join(path, name);
    const there = statSync(file, { throwIfNoEntry: false });
    return there ? [{ path: file, bytes: there.size, written: there.mtimeMs }] : [];
  });
}

/** A file's text, or undefined when there is none. */
export function textOf(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/** A file to be read bit by bit by whoever sends it. Rejects with the file system's error. */
export const blobOf = (path: string): Promise<Blob> => openAsBlob(path);

/** Whether a file or folder has that name. */
export const isThere = (path: string): boolean => existsSync(path);

/** Whether what has that name is a link to something else, or to nothing. */
export const isLink = (path: string): boolean =>
  lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;

/** Whether there is a file of that name with nothing in it. */
export const isEmpty = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.size === 0;

/** Whether a path is a regular file or nothing yet, and no device or pipe. */
export const isReplaceable = (path: string): boolean =>
  statSync(path, { throwIfNoEntry: false })?.isFile() ?? true;

/** The path of a file or folder without links; of one that is not there yet, by its folder. Throws where that is missing. */
export function realPathOf(path: string): string {
  if (existsSync(path)) return realpathSync.native(path);
  return join(realpathSync.native(dirname(path)), basename(path));
}

/** Whether a path is a folder or lies in it, links looked through. Throws where the folder that the path is in is missing. */
export function isWithin(folder: string, path: string): boolean {
  const from = relative(realPathOf(folder), realPathOf(path));
  return from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from);
}

/**
 * One text for all names of a regular file, links of both kinds. Of what is not there yet its path without links; of a
 * device or a pipe its path as it is: it may be one for reading and for writing, and not every one has another path.
 */
export function identityOf(path: string): string {
  const there = statSync(path, { throwIfNoEntry: false, bigint: true });
  if (!there) return realPathOf(path);
  return there.isFile() ? `${there.dev}:${there.ino}` : resolve(path);
}

export function removeWhole(path: string): void {
  rmSync(path, { recursive: true, force: true });
}

/** A path as people write it, with ~ for their home; what is in its names is not made safe to print. */
export function withTilde(path: string): string {
  const home = homedir();
  return path.startsWith(`${home}/`) ? `~${path.slice(home.length)}` : path;
}
