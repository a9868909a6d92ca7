/** Changing the profile: in the user's own editor, or by questions where they have none. */
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { readProfile } from '../content/files.ts';
import { formatProblems } from '../content/format.ts';
import { profileText, STARTER } from '../content/profile.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { counted } from '../model/prose.ts';
import { writeAtomic } from '../store/atomic.ts';
import { isThere, makePrivateFolder, textOf, withTilde } from '../store/folders.ts';
import { openInEditor } from '../terminal/editor/processes.ts';
import { choose } from '../terminal/menus.ts';
import { askProfile } from '../terminal/profile.ts';
import type { Screen } from '../terminal/screen.ts';
import type { CommonOptions } from './command.ts';
import { type Io, isInteractive, write } from './io.ts';
import type { ProfilePlaces } from './profile-file.ts';
import { screenFor } from './screen.ts';

/**
 * Lets the user write the profile and takes it over when it is right; until then it is a file of its own, so that
 * nothing typed is lost and the profile before stays. Throws InputError where nobody can be asked.
 */
export async function editProfile(io: Io, options: CommonOptions, places: ProfilePlaces): Promise<number> {
  const { path, draft } = places;
  if (!isInteractive(io))
    throw new InputError('There is no terminal to edit in.', `Edit the file itself: ${withTilde(path)}`);
  const screen = screenFor(io, options);
  makePrivateFolder(dirname(path));
  if (screen.editorCommand !== undefined) return editInEditor(io, screen, screen.editorCommand, places);
  if (isThere(path) || isThere(draft))
    throw new InputError(
      'No editor is named in VISUAL or EDITOR.',
      `Set one, as in EDITOR=nano mockloop profile edit, or edit the file itself: ${withTilde(isThere(draft) ? draft : path)}`,
    );
  writeAtomic(draft, profileText(await askProfile(screen)));
  return (await taken(io, places)) ?? left(places);
}

async function editInEditor(io: Io, screen: Screen, command: string, places: ProfilePlaces): Promise<number> {
  const { path, draft } = places;
  const kept = textOf(draft);
  const before = kept ?? textOf(path) ?? STARTER;
  if (kept === undefined) writeAtomic(draft, before);
  else await write(io.stderr, `Going on with what could not be taken over before: ${withTilde(draft)}\n`);
  for (;;) {
    const problem = await edited(io, command, draft);
    const isSame = textOf(draft) === before;
    if (isSame && kept === undefined) {
      rmSync(draft, { force: true });
      if (problem !== undefined) throw new InputError(`The editor failed. ${problem}`, 'Nothing is changed.');
      await write(io.stderr, 'Nothing was changed.\n');
      return EXIT.done;
    }
    if (problem !== undefined)
      throw new InputError(`The editor failed. ${problem}`, `What it saved is in ${withTilde(draft)}.`);
    const done = await taken(io, places);
    if (done !== undefined) return done;
    const again = await choose(screen, 'It cannot be taken over like this.', [
      { name: 'Edit it again', value: true },
      { name: 'Leave it for now', value: false },
    ]);
    if (!again) return left(places);
  }
}

/** Lends the terminal to the editor. Ctrl-C there is the editor's. @returns what went wrong with it. */
async function edited(io: Io, command: string, path: string): Promise<string | undefined> {
  const notOurs = () => {};
  io.signals.on('SIGINT', notOurs);
  try {
    return await openInEditor(command, '', { path, read: () => '', remove: () => {} }).done;
  } finally {
    io.signals.off('SIGINT', notOurs);
  }
}

/** Makes the draft the profile when it is right; otherwise tells what is wrong. @returns the exit code of the former. */
async function taken(io: Io, { path, draft }: ProfilePlaces): Promise<number | undefined> {
  const read = await readProfile(draft);
  if (!read) throw new InputError(`${withTilde(draft)} is gone.`, 'The profile is as it was.');
  if ('problems' in read) {
    await write(io.stderr, `${formatProblems(read.problems)}\n\n`);
    return undefined;
  }
  writeAtomic(path, read.text);
  rmSync(draft, { force: true });
  const { length } = read.profile.projects;
  const count = length === 0 ? 'no project yet' : counted(length, 'project');
  await write(io.stderr, `Kept, with ${count}: ${withTilde(path)}\n`);
  return EXIT.done;
}

function left({ path, draft }: ProfilePlaces): never {
  throw new InputError(
    isThere(path) ? 'The profile is as it was.' : 'There is no profile yet.',
    `What you wrote is in ${withTilde(draft)}; \`mockloop profile edit\` goes on with it.`,
  );
}
