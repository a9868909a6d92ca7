/** Packs and lists of questions on the disk. A pack is data: nothing in it runs, and nothing outside its folder is read. */
import { lstatSync, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { ContentError } from '../content/content-error.ts';
import { parsePack } from '../content/pack.ts';
import { quoted } from '../content/showing.ts';
import { CHECK_PATH } from '../model/disk.ts';
import { InputError } from '../model/errors.ts';
import type { Pack } from '../model/pack.ts';
import { MANIFEST, type PackFiles } from './build.ts';

/** More files, or more bytes in all of them, no pack has. */
const MOST_FILES = 5000;
const MOST_BYTES = 32 * 1024 * 1024;

/** A folder that says that it is a pack. */
export interface PackFolder {
  folder: string;
  pack: Pack;
  /** All files but pack.yaml. */
  files: PackFiles;
}

/** Throws InputError for a folder that is no pack or has links in it, ContentError for a broken pack.yaml. */
export function readPack(folder: string): PackFolder {
  const files = new Map<string, Uint8Array>();
  if (!isPack(folder))
    throw new InputError(`${quoted(folder)} is no pack: ${whyNone(folder)}.`, remedyFor(folder));
  walk(folder, '', files, MOST_BYTES);
  const parsed = parsePack(join(folder, MANIFEST), files.get(MANIFEST)!);
  if ('problems' in parsed) throw new ContentError(parsed.problems, 'The pack');
  files.delete(MANIFEST);
  return { folder, pack: parsed.pack, files };
}

/** Who built several forms may name the folder that they lie in. */
function remedyFor(path: string): string {
  const inside = isFolder(path) ? packsIn(path, 1) : [];
  if (inside.length === 0) return 'Make one with `mockloop pack build --out DIR`.';
  const more = inside.length > MOST_NAMED ? ' and others' : '';
  return `Name one of those in it: ${inside.slice(0, MOST_NAMED).join(', ')}${more}.`;
}

const MOST_NAMED = 8;

const isFolder = (path: string) => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;

const isPack = (folder: string) =>
  isFolder(folder) && statSync(join(folder, MANIFEST), { throwIfNoEntry: false })?.isFile() === true;

const whyNone = (path: string) => (isFolder(path) ? `it has no ${MANIFEST}` : 'there is no such folder');

/** @returns how many of the bytes that may be read are left. */
function walk(root: string, below: string, files: Map<string, Uint8Array>, bytes: number): number {
  let left = bytes;
  for (const name of readdirSync(join(root, below)).sort()) {
    const path = below === '' ? name : `${below}/${name}`;
    const full = join(root, path);
    const kind = lstatSync(full);
    if (kind.isSymbolicLink())
      throw new InputError(
        `${quoted(full)} is a link; a pack has none, so that nothing outside of it is read.`,
        'Put the file itself in its place.',
      );
    if (kind.isDirectory()) left = walk(root, path, files, left);
    else if (!kind.isFile() || kind.size > left || files.size >= MOST_FILES)
      throw new InputError(`${quoted(full)} is too much for a pack: no pack has such files, or so many.`);
    else {
      files.set(path, readFileSync(full));
      left -= kind.size;
    }
  }
  return left;
}

/**
 * The questions that a path keeps out, as `bank/question`: those of a pack, of every pack in a folder, or of a list with
 * one name a line (what follows a # is a comment). Throws InputError for anything else.
 */
export function questionsUsedIn(path: string): string[] {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (!kind) throw new InputError(`There is no file or folder ${quoted(path)} to exclude.`, CHECK_PATH);
  if (!kind.isDirectory()) return listed(path, kind.size);
  const packs = packsIn(path);
  if (packs.length > 0) return packs.flatMap(it => readPack(it).pack.questions);
  throw new InputError(
    `There is no pack in ${quoted(path)}.`,
    `--exclude takes a pack, a folder of packs, or a list of questions.`,
  );
}

/** Packs lie in a folder, or one folder deeper: the forms of one build. */
function packsIn(folder: string, depth = 2): string[] {
  if (isPack(folder)) return [folder];
  if (depth === 0) return [];
  const names = readdirSync(folder, { withFileTypes: true }).filter(it => it.isDirectory());
  return names
    .map(it => it.name)
    .sort()
    .flatMap(it => packsIn(join(folder, it), depth - 1));
}

const MOST_LISTED = 1024 * 1024;

function listed(path: string, size: number): string[] {
  if (size > MOST_LISTED) throw new InputError(`${quoted(path)} is too long for a list of questions.`);
  return readFileSync(path, 'utf8')
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .flatMap((line, at) => {
      const name = line.replace(/#.*/, '').trim();
      if (name === '') return [];
      if (/^[a-z0-9][a-z0-9-]*\/[a-z0-9][a-z0-9-]*$/.test(name)) return [name];
      throw new InputError(
        `${quoted(path)}, line ${at + 1}: ${quoted(name)} is no question.`,
        'Write one question a line, as bank/question.',
      );
    });
}

/** A file that a person named, no longer than `most` bytes. Throws InputError where it cannot be read. */
export function readNamed(path: string, most: number): Uint8Array {
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isDirectory())
    throw new InputError(`${quoted(path)} is a folder, not a file.`, 'Name the files in it that are meant.');
  if (!kind?.isFile()) throw new InputError(`There is no file ${quoted(path)}.`);
  if (kind.size > most)
    throw new InputError(`${quoted(path)} is longer than ${Math.floor(most / 1024)} KB.`, 'Make it smaller.');
  return readFileSync(realpathSync(path));
}
