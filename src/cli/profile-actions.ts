/** What `mockloop profile` can do: show the profile, remove it, say where it is, or lead to an editor. */
import { rmSync } from 'node:fs';
import { ContentError } from '../content/content-error.ts';
import { readProfile } from '../content/files.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { visible } from '../model/unseen.ts';
import { isThere, withTilde } from '../store/folders.ts';
import type { CommonOptions } from './command.ts';
import { type Io, isInteractive, write, writeExact, writeJson } from './io.ts';
import { type ProfilePlaces, profilePlaces } from './profile-file.ts';

export type ProfileAction = 'show' | 'edit' | 'path' | 'remove';

/** Does what was asked for; without an action shows the profile, or makes one where there is somebody to ask. */
export async function doWithProfile(
  io: Io,
  options: CommonOptions,
  action: ProfileAction | undefined,
): Promise<number> {
  const places = profilePlaces(io, options);
  if (action === 'path') {
    await writeExact(io, `${places.path}\n`);
    return EXIT.done;
  }
  if (action === 'remove') return remove(io, places);
  const wanted = action ?? (isThere(places.path) || !isInteractive(io) ? 'show' : 'edit');
  if (wanted === 'show') return show(io, options, places.path);
  const { editProfile } = await import('./profile-edit.ts');
  return editProfile(io, options, places);
}

async function show(io: Io, options: CommonOptions, path: string): Promise<number> {
  const read = await readProfile(path);
  if (!read) throw noProfile(path);
  if ('problems' in read)
    throw new ContentError(read.problems, 'Your profile', 'Mend it with `mockloop profile edit`.');
  const { text, profile } = read;
  await (options.json ? writeJson(io, profile) : write(io.stdout, visible(text)));
  return EXIT.done;
}

async function remove(io: Io, { path, draft }: ProfilePlaces): Promise<number> {
  if (!isThere(path) && !isThere(draft)) throw noProfile(path);
  for (const it of [path, draft]) rmSync(it, { force: true });
  await write(io.stderr, `Removed: ${withTilde(path)}\n`);
  return EXIT.done;
}

function noProfile(path: string): InputError {
  return new InputError(
    'There is no profile.',
    `Make one in a terminal with \`mockloop profile\`, or write ${withTilde(path)}; \`mockloop schema profile\` tells its keys.`,
  );
}
