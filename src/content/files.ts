/** Content from the disk. The YAML and shape packages load only when there is something beside the shipped content. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, realpathSync, statSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import type { Library } from '../model/content.ts';
import { ASK_PERMISSION, CHECK_PATH } from '../model/disk.ts';
import { InputError } from '../model/errors.ts';
import type { Problem } from '../model/problem.ts';
import type { Profile } from '../model/profile.ts';
import type { CardFile } from '../model/progress.ts';
import { counted } from '../model/prose.ts';
import type { Script } from '../model/session.ts';
import type { Beside } from './coding-files.ts';
import { compiledLibrary, compiledText } from './compiled.ts';
import { ContentError } from './content-error.ts';
import { MAX_BYTES } from './decode.ts';
import type { Built } from './library.ts';
import type { ContentFile } from './parse.ts';
import { SHIPPED_LIBRARY } from './shipped.ts';
import { described, quoted } from './showing.ts';

export { formatProblem } from './format.ts';

/** A folder given by mistake (the home folder, a disk) should not be read for minutes. */
const MAX_FILES = 5000;

export interface Places {
  /** Path of the compiled library; default: the one in this package. */
  shipped?: string;
  /** Folders or single files on top of it, the last one winning. */
  folders?: readonly string[];
}

/** All content. Throws ContentError with every problem, and InputError for a path that cannot be read. */
export async function loadLibrary({
  shipped = SHIPPED_LIBRARY,
  folders = [],
}: Places = {}): Promise<Library> {
  checkPaths(folders);
  const base = readCompiled(shipped);
  if (folders.length === 0) return base;
  const { buildLibrary } = await import('./library.ts');
  const { library, problems } = buildLibrary(folders.map(filesIn), base);
  if (problems.some(it => it.severity === 'error')) throw new ContentError(problems);
  return library;
}

/**
 * The shipped banks, loops and rubrics with `content` (files or folders) on top, the last one winning. Throws ContentError
 * with every problem, and InputError for a path that cannot be read.
 */
export const openLibrary = (content: readonly string[] = []): Promise<Library> =>
  loadLibrary({ folders: content });

/** Throws InputError for what is no list of paths: a program without types may hand over anything. */
function checkPaths(paths: unknown): void {
  const remedy = "Give a list of paths: openLibrary(['my-bank.yaml']).";
  if (!Array.isArray(paths))
    throw new InputError(`Content is a list of files and folders, not ${described(paths)}.`, remedy);
  const strange = paths.findIndex(it => typeof it !== 'string');
  if (strange >= 0)
    throw new InputError(
      `Path ${strange + 1} of the content is no text, but ${described(paths[strange])}.`,
      remedy,
    );
}

/**
 * The problems of files and folders, and how many files there were. The paths are checked together, as one folder, on
 * top of the shipped content and of `folders`. Throws InputError for an unreadable path.
 * @param strict whether to add what the lints warn of, where there is no error.
 */
export async function checkContent({
  shipped = SHIPPED_LIBRARY,
  folders = [],
  paths,
  strict = false,
}: Places & { paths: readonly string[]; strict?: boolean }): Promise<{
  problems: Problem[];
  counts: string;
}> {
  const { buildLibrary } = await import('./library.ts');
  const built = buildLibrary([...folders.map(filesIn), paths.flatMap(filesIn)], readCompiled(shipped));
  const problems = strict ? await withWarnings(built) : built.problems;
  return {
    problems,
    counts: `${counted(built.files.length, 'file')}, ${counted(problems.length, 'problem')}`,
  };
}

/** The errors; where there is none, what the lints say: they judge content that can be used. */
async function withWarnings({ problems, library, files }: Built): Promise<Problem[]> {
  if (problems.length > 0) return problems;
  const { lint } = await import('./lint/lint.ts');
  const { localJudge } = await import('../scoring/judges/local.ts');
  return lint(files, { library, judge: localJudge });
}

/** What the build writes: folders that belong together, as the text of a compiled library, or their problems. */
export async function compileLibrary(
  folders: readonly string[],
): Promise<{ json: string; problems: Problem[] }> {
  const { buildLibrary } = await import('./library.ts');
  const { library, problems } = buildLibrary([folders.flatMap(filesIn)]);
  return { json: compiledText(library), problems };
}

const readCompiled = (path: string): Library => compiledLibrary(readShipped(path));

function readShipped(path: string): string {
  try {
    // It is ASCII (compiled.ts), which is read sooner when it need not be looked for.
    return readFileSync(path, 'latin1');
  } catch (error) {
    throw new InputError(
      'The shipped content is not there.',
      'Run `npm run build`, or install mockloop again.',
      { cause: error },
    );
  }
}

/** The answers of a scripted interview. Throws ContentError with every problem, InputError for an unreadable path. */
export async function readScript(path: string): Promise<Script> {
  const bytes = reading(path, () => readCapped(path));
  const { parseScript } = await import('./script.ts');
  return parseScript(path, bytes);
}

/** The bytes of a file of any kind, or a little more of it than content may have. Throws InputError for one that cannot be read. */
export const readFile = (path: string): Uint8Array => reading(path, () => readCapped(path));

/** A profile as far as it is right, and its file as text. */
export type ReadProfile = { text: string } & ({ profile: Profile } | { problems: Problem[] });

/** The profile in a file; undefined when there is none. Throws InputError for one that cannot be read. */
export async function readProfile(path: string): Promise<ReadProfile | undefined> {
  if (!statSync(path, { throwIfNoEntry: false })) return undefined;
  const bytes = reading(path, () => readCapped(path));
  const { parseProfile } = await import('./profile.ts');
  return { text: Buffer.from(bytes).toString('utf8'), ...parseProfile(path, bytes) };
}

/** A file of cards. Throws ContentError with every problem, InputError for an unreadable path. @param now Unix time, ms. */
export async function readCards(path: string, now: number): Promise<CardFile> {
  const { parseCards } = await import('./cards.ts');
  const read = parseCards(path, readFile(path), now);
  if ('cards' in read) return read.cards;
  throw new ContentError(read.problems, 'The file of cards', 'Nothing was taken over.');
}

/** A folder checked on top of nothing: whether it holds all that it names. Throws InputError for an unreadable path. */
export async function buildAlone(folder: string): Promise<Built> {
  const { buildLibrary } = await import('./library.ts');
  return buildLibrary([filesIn(folder)]);
}

/**
 * Every *.yaml and *.yml in a folder and below, by name; or the one file that the path names, whatever its ending. Of a
 * practice pack, what is in its content/.
 */
export function filesIn(path: string): ContentFile[] {
  const names = reading(path, () => (statSync(path).isDirectory() ? namesBelow(contentOf(path)) : [path]));
  if (names.length === 0) throw new InputError(`There are no .yaml files in ${quoted(path)}.`);
  return names.map(file => ({
    file,
    bytes: reading(file, () => readCapped(file)),
    beside: besideOf(file),
  }));
}

/** The folder that holds the content: of a pack, the one that it keeps for that, which must be its own. */
function contentOf(folder: string): string {
  const manifest = join(folder, 'pack.yaml');
  if (!statSync(manifest, { throwIfNoEntry: false })?.isFile()) return folder;
  if (!/^kind:\s*pack\b/m.test(Buffer.from(readCapped(manifest)).toString('utf8'))) return folder;
  const content = join(folder, 'content');
  within(realpathSync(folder), content);
  return content;
}

function namesBelow(root: string): string[] {
  const bounds = realpathSync(root);
  const seen = new Set<string>();
  const names: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true }).sort((a, b) =>
      a.name < b.name ? -1 : 1,
    )) {
      const path = join(folder, entry.name);
      if (entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (!/\.ya?ml$/.test(entry.name) && entry.isFile()) continue;
      const real = entry.isSymbolicLink() ? within(bounds, path) : join(realpathSync(folder), entry.name);
      if (seen.has(real)) continue;
      seen.add(real);
      const kind = statSync(real);
      if (kind.isDirectory()) visit(path);
      else if (kind.isFile() && /\.ya?ml$/.test(entry.name)) names.push(path);
      if (names.length > MAX_FILES)
        throw new InputError(
          `There are more than ${MAX_FILES} .yaml files in ${quoted(root)}.`,
          'Name the folder that holds the content.',
        );
    }
  };
  visit(root);
  return names;
}

/** Where a link leads, which must not be outside of the folder that was given. */
function within(bounds: string, link: string): string {
  const real = reading(link, () => realpathSync(link));
  if (isWithin(bounds, real)) return real;
  throw new InputError(
    `${quoted(link)} is a link that leads out of the content folder.`,
    'Copy the file instead.',
  );
}

/** Code of an interview is short; what is longer is no code, or no interview. */
const MAX_CODE = 128 * 1024;

/** Reads code beside a bank: links that lead out of the bank's folder are not followed. */
function besideOf(bank: string): Beside {
  return path => {
    const full = join(dirname(bank), path);
    if (!statSync(full, { throwIfNoEntry: false })?.isFile())
      return { wrong: `There is no file ${quoted(path)} beside the bank.` };
    if (!isWithin(realpathSync(dirname(bank)), realpathSync(full)))
      return {
        wrong: `The file ${quoted(path)} is a link that leads out of the bank's folder.`,
        hint: 'Copy the file instead.',
      };
    const bytes = readCapped(full);
    if (bytes.length > MAX_CODE) return { wrong: `The file ${quoted(path)} is longer than 128 KB.` };
    const text = Buffer.from(bytes).toString('utf8');
    return Buffer.from(text).equals(bytes) && !text.includes('\0')
      ? { text }
      : { wrong: `The file ${quoted(path)} is no text in UTF-8.` };
  };
}

const isWithin = (bounds: string, real: string) => real === bounds || real.startsWith(bounds + sep);

/** The file, or a little more of it than is allowed: devices and huge files are not read to their end. */
function readCapped(path: string): Uint8Array {
  const file = openSync(path, 'r');
  try {
    const chunks: Buffer[] = [];
    for (let left = MAX_BYTES + 1; left > 0; left -= chunks.at(-1)!.length) {
      const chunk = Buffer.alloc(Math.min(left, CHUNK));
      const got = readSync(file, chunk);
      if (got === 0) break;
      chunks.push(chunk.subarray(0, got));
    }
    return Buffer.concat(chunks);
  } finally {
    closeSync(file);
  }
}

const CHUNK = 64 * 1024;

/** Codes of the file system: what is wrong with a path, and what to do about it. */
const CAUSES: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  ENOENT: ['There is no file or folder', CHECK_PATH],
  EACCES: ['No permission to read', ASK_PERMISSION],
  EISDIR: ['This is a folder:', 'Name a file.'],
  ENOTDIR: ['There is no file or folder', CHECK_PATH],
  ELOOP: ['Links lead round in a circle:', 'Name the file that they were to lead to.'],
};

function reading<Result>(path: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    const { code = '', path: at = path } = error as NodeJS.ErrnoException;
    const [what, remedy] = CAUSES[code] ?? [`Cannot read (${code || 'unknown cause'})`];
    throw new InputError(`${what} ${quoted(at)}.`, remedy, { cause: error });
  }
}
