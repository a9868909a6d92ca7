/** Where things are: the folders of content and of reports. */
import { statSync } from 'node:fs';
import { dirname } from 'node:path';
import { loadLibrary } from '../content/files.ts';
import { quoted } from '../content/showing.ts';
import type { Library } from '../model/content.ts';
import { InputError } from '../model/errors.ts';
import { isThere, makeFolders } from '../store/folders.ts';
import type { CommonOptions } from './command.ts';
import type { Io } from './io.ts';

/** Makes the folder of --out, if one was given, before an interview begins: an hour later is too late for a wrong path. */
export function makeReportFolder({ out }: { out?: string }): void {
  if (out !== undefined) makeFolders(out);
}

/** The shipped content with what --content and MOCKLOOP_CONTENT add. Throws ContentError with every problem. */
export function libraryFor(io: Io, options: CommonOptions, more: string[] = []): Promise<Library> {
  return loadLibrary({ folders: [...contentFolders(io, options), ...more] });
}

/** MOCKLOOP_CONTENT, then each --content: what comes later overrides what was before. */
export function contentFolders(io: Io, options: CommonOptions): string[] {
  return [...(io.env.MOCKLOOP_CONTENT ? [io.env.MOCKLOOP_CONTENT] : []), ...(options.content ?? [])];
}

/** What is said of a file that would be written over. */
export const alreadyThere = (path: string): InputError =>
  new InputError(`${quoted(path)} is there already.`, 'Add --force to replace it, or name another file.');

/** Throws InputError where the folder that a file or folder is to be made in is not there. */
export function checkFolderOf(path: string): void {
  const folder = dirname(path);
  if (!isThere(folder))
    throw new InputError(`There is no folder ${quoted(folder)} to write into.`, 'Make it first.');
}

/** A name is a path when it contains a slash or is there on the disk. */
export function isPath(name: string): boolean {
  return /[/\\]/.test(name) || statSync(name, { throwIfNoEntry: false }) !== undefined;
}

/** TZ where it names a zone, else that of the system. */
export function zoneOf({ env }: Io): string {
  try {
    if (env.TZ) return new Intl.DateTimeFormat('en', { timeZone: env.TZ }).resolvedOptions().timeZone;
  } catch {
    // TZ may hold what only the C library reads, such as `:/etc/localtime`; the system knows it.
  }
  return new Intl.DateTimeFormat('en').resolvedOptions().timeZone;
}
