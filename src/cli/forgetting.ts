/** Forgetting for good: one interview, or everything in the data folder that is mockloop's. */
import { rmdirSync } from 'node:fs';
import { join } from 'node:path';
import { sessionFolder, sessionsFolder } from '../interview/journal.ts';
import { fullDisk } from '../model/disk.ts';
import { EXIT, InputError } from '../model/errors.ts';
import { counted } from '../model/prose.ts';
import { visible } from '../model/unseen.ts';
import { attempt } from '../store/attempt.ts';
import { isLink, isThere, removeWhole, withTilde } from '../store/folders.ts';
import { refuseHeld, takeLock } from '../store/lock.ts';
import type { CommonOptions } from './command.ts';
import { dataFolder } from './data-folder.ts';
import { type Io, isInteractive, write } from './io.ts';
import { chooseSession } from './kept.ts';
import { KEPT_REPLIES, namesIn, ownNames, ownSessions } from './owned.ts';

export interface ForgetOptions extends CommonOptions {
  /** Without being asked. */
  yes?: boolean;
}

/** Removes one interview with all that is kept of it. Throws InputError for a name that is none, and for one that runs. */
export async function forgetSession(io: Io, options: ForgetOptions, name: string): Promise<number> {
  const data = dataFolder(io, options);
  const id = chooseSession(data, name);
  refuseLinks(data, ['sessions']);
  const folder = sessionFolder(data, id);
  const release = lockOf(io, folder);
  try {
    if (!(await isSure(io, options, `Forget ${id} for good?`))) return EXIT.done;
    removeWhole(folder);
  } finally {
    release();
  }
  await write(io.stderr, `Forgotten: ${visible(id)}\n`);
  const replies = join(data, KEPT_REPLIES);
  if (isThere(replies)) await write(io.stderr, visible(repliesLeft(withTilde(replies))));
  return EXIT.done;
}

const repliesLeft = (folder: string) =>
  `Left is what models replied: it is kept by question and answer, so that none can be told to be of this interview, and
may quote its answers. To be rid of it, remove ${folder}: judging by a model then costs anew.
`;

/**
 * Removes all interviews, decisions, the profile, and what was kept of models. Files that are not mockloop's stay, and are
 * named. Throws InputError where an interview runs: then nothing is removed.
 */
export async function forgetAll(io: Io, options: ForgetOptions): Promise<number> {
  const data = dataFolder(io, options);
  const names = ownNames(data);
  refuseLinks(data, ['sessions', 'llm', ...names]);
  const ids = ownSessions(data);
  const told = [counted(ids.length, 'interview'), ...names].join(', ');
  const locks: (() => void)[] = [];
  try {
    for (const id of ids) locks.push(lockOf(io, sessionFolder(data, id), `The interview ${id} runs`));
    if (ids.length + names.length === 0) return nothing(io, data);
    if (!(await isSure(io, options, `Forget everything for good (${told})?`))) return EXIT.done;
    for (const it of [...ids.map(id => sessionFolder(data, id)), ...names.map(it => join(data, it))])
      removeWhole(it);
  } finally {
    for (const release of locks) release();
  }
  for (const it of [sessionsFolder(data), join(data, 'llm'), data]) attempt(() => rmdirSync(it));
  // Said when it is done: whoever reads it may look.
  await write(io.stderr, visible(`Forgotten: ${told}\n`));
  if (isThere(data))
    await write(io.stderr, visible(`Left in ${withTilde(data)}, as not mockloop's: ${leftIn(data)}\n`));
  return EXIT.done;
}

/** What a link leads to is not in the data folder, and perhaps not mockloop's. Throws InputError where one of these is one. */
function refuseLinks(data: string, names: readonly string[]): void {
  const [link] = names.map(it => join(data, it)).filter(isLink);
  if (link === undefined) return;
  throw new InputError(
    `${withTilde(link)} is a link, and what lies behind it is not removed. Nothing was forgotten.`,
    'Remove that yourself, then the link, and give the command again.',
  );
}

/** The lock of a session, so that nobody goes on with it meanwhile. A full disk is what one forgets things for. */
function lockOf({ processes }: Io, folder: string, meaning = 'This interview is open elsewhere'): () => void {
  const path = join(folder, 'lock');
  try {
    return takeLock(path, processes, meaning);
  } catch (error) {
    if (fullDisk(error) === undefined) throw error;
    refuseHeld(path, processes, meaning);
    return () => {};
  }
}

async function nothing(io: Io, data: string): Promise<number> {
  await write(io.stderr, visible(`There is nothing to forget in ${withTilde(data)}.\n`));
  return EXIT.done;
}

function leftIn(data: string): string {
  const names = namesIn(data).flatMap(it =>
    it === 'sessions' ? namesIn(sessionsFolder(data)).map(id => `sessions/${id}`) : [it],
  );
  return names.join(', ');
}

/** Whether the user means it. Throws InputError, naming --yes, where nobody can be asked. */
async function isSure(io: Io, options: ForgetOptions, question: string): Promise<boolean> {
  if (options.yes) return true;
  if (!isInteractive(io))
    throw new InputError(
      'Nobody is there to confirm it, and it cannot be undone.',
      'Add --yes if you mean it.',
    );
  const { choose } = await import('../terminal/menus.ts');
  const { screenFor } = await import('./screen.ts');
  const sure = await choose(screenFor(io, options), visible(question), [
    { name: 'No, keep it', value: false },
    { name: 'Yes, forget it', value: true },
  ]);
  if (!sure) await write(io.stderr, 'Nothing was forgotten.\n');
  return sure;
}
