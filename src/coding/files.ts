/** The folders of a coding question: the one that the candidate works in, and the one that a run of tests has. */
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, isAbsolute, join } from 'node:path';
import { writeAtomic } from '../store/atomic.ts';
import { makePrivateFolder, withTilde } from '../store/folders.ts';

/** Files by their names, which have no slash. */
export type Named = Readonly<Record<string, string>>;

/** Makes a folder with these files, its owner's alone; what is there already stays as it is. */
export function layOut(folder: string, files: Named): void {
  makePrivateFolder(folder);
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    if (!existsSync(path)) writeAtomic(path, text);
  }
}

/** Bytes of a file of code. More is a mistake, and would be read every second. */
const MOST_CODE = 1024 * 1024;

/** To read or to write a pipe or a device would wait for ever. */
const isCode = (there: Stats) => there.isFile() && there.size <= MOST_CODE;

/**
 * A file's text with plain line ends, without a byte order mark and other controls than tabs; undefined while there is
 * none, and for what is no file, or one over 1 MB.
 */
export function codeIn(path: string): string | undefined {
  try {
    if (!isCode(statSync(path))) return undefined;
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n')
      .replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, '');
  } catch {
    // While an editor replaces its file there may be none for a moment.
    return undefined;
  }
}

/** Replaces a file of code whole, in a folder that is made again if it is gone. Throws for what is none and in the way. */
export function writeCode(path: string, text: string, flush: boolean): void {
  makePrivateFolder(dirname(path));
  const there = statSync(path, { throwIfNoEntry: false });
  if (there && !isCode(there)) throw new Error(`in the way is no file, or one over 1 MB: ${withTilde(path)}`);
  writeAtomic(path, text, { sync: flush });
}

export interface Scratch {
  folder: string;
  remove(): void;
}

/** A folder for one run, its owner's alone, with these files and a place for temporary ones. */
export function scratchWith(files: Named): Scratch {
  // Some systems reach their temporary folder by a link, and programs print where it leads.
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mockloop-run-')));
  mkdirSync(join(folder, 'tmp'));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 });
  return {
    folder,
    // A test may have left what cannot be removed at once.
    remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Where a program is on a PATH; undefined when it is not. Only absolute folders count: the working folder is no place for one. */
export function locate(program: string, path: string): string | undefined {
  const names = [program, `${program}.exe`];
  const places = path.split(delimiter).filter(isAbsolute);
  return places.flatMap(folder => names.map(name => join(folder, name))).find(isProgram);
}

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}
