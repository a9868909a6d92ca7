import { buildAlone, loadLibrary } from '../content/files.ts';
import { shown } from '../content/showing.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { counted } from '../model/prose.ts';
import { visible } from '../model/unseen.ts';
import { checkPack, type PackFinding } from '../packs/check.ts';
import { readPack } from '../packs/files.ts';
import { type Io, write, writeJson } from './io.ts';
import type { PackOptions } from './pack-options.ts';
import { contentFolders } from './places.ts';
import { VERSION } from './version.ts';

/** Tells what is wrong with a pack on stdout, and what is new since it was built. @returns 0, or 1 for problems. */
export async function check(io: Io, options: PackOptions, paths: readonly string[]): Promise<number> {
  const [path, another] = paths;
  if (path === undefined || another !== undefined)
    throw new InputError('Which pack? Name one folder.', 'Like this: mockloop pack check pack/.');
  const folder = readPack(path);
  const built = await buildAlone(path);
  const today = await loadLibrary({ folders: contentFolders(io, options) });
  const { problems, news } = checkPack(folder, built, today, VERSION);
  if (options.json) await writeJson(io, { problems, news });
  else await write(io.stdout, [...problems, ...(options.quiet ? [] : news)].map(lineOf).join(''));
  if (!options.quiet && !options.json) await write(io.stderr, `${summaryOf(problems)}\n`);
  return problems.length > 0 ? EXIT.no : EXIT.done;
}

/** Problems of content name their file themselves. */
function lineOf({ kind, file, message }: PackFinding): string {
  if (kind === 'content') return `${visible(message)}\n`;
  return `${shown(file)}: ${kind === 'new' ? 'new: ' : ''}${shown(message)}\n`;
}

function summaryOf(problems: readonly PackFinding[]): string {
  if (problems.length === 0)
    return 'The pack is sound: nothing is missing or changed, and the copy for candidates gives nothing away.';
  return `${counted(problems.length, 'problem')}. Do not use the pack like this.`;
}
