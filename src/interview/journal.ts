/** A session on disk: its journal, its draft and its lock, in a folder of its own. */
import { join } from 'node:path';
import { isMissing } from '../model/disk.ts';
import { InputError, messageOf } from '../model/errors.ts';
import type { Draft, Plan, Session, SessionEvent } from '../model/session.ts';
import { writeAtomic } from '../store/atomic.ts';
import { foldersIn, makeNewFolder, makePrivateFolder, removeWhole, textOf } from '../store/folders.ts';
import { type Processes, takeLock } from '../store/lock.ts';
import { type Damage, openLog, readLog } from '../store/log.ts';
import type { Keeper } from './conduct.ts';
import { after, sessionFrom } from './session.ts';

/** A session that is open for writing. */
export interface Journal extends Keeper, Loaded {
  folder: string;
  close(): void;
}

export const sessionsFolder = (data: string) => join(data, 'sessions');
export const sessionFolder = (data: string, id: string) => join(sessionsFolder(data), id);

/** Names of all sessions, the oldest first. */
export function sessionIds(data: string): string[] {
  return foldersIn(sessionsFolder(data));
}

/** Opens a new session: its folder is made, its plan is on the disk. Where that fails nothing is left of it. */
export function beginJournal(
  data: string,
  plan: Plan,
  version: string,
  now: number,
  processes: Processes,
): Journal {
  const id = freshId(data, plan.loop.id, now);
  const folder = sessionFolder(data, id);
  const opened: SessionEvent = { at: now, type: 'opened', session: id, version, plan };
  try {
    const release = takeLock(join(folder, 'lock'), processes);
    return keep(folder, { session: sessionFrom([opened])!, damage: [] }, opened, release);
  } catch (error) {
    // On a full disk: nothing was said yet, and a folder without a beginning would be told as damaged ever after.
    removeWhole(folder);
    throw error;
  }
}

/** Opens a session to go on with. Throws InputError when there is none, it cannot be read, or it is open elsewhere. */
export function resumeJournal(data: string, id: string, now: number, processes: Processes): Journal {
  const folder = sessionFolder(data, id);
  if (!sessionIds(data).includes(id)) throw noSession(id);
  const release = takeLock(join(folder, 'lock'), processes, `The interview ${id} is open elsewhere`);
  try {
    return keep(folder, loadSession(data, id), { at: now, type: 'resumed' }, release);
  } catch (error) {
    release();
    throw error;
  }
}

const journalIn = (folder: string) => join(folder, 'journal.jsonl');

export interface Loaded {
  session: Session;
  /** Lines of an earlier crash or a bad disk that were skipped. */
  damage: Damage[];
}

/** Reads a session without opening it. Throws InputError when there is none, or its journal has no beginning. */
export function loadSession(data: string, id: string): Loaded {
  const path = journalIn(sessionFolder(data, id));
  const { entries, damage } = readEntries(path, id);
  const session = sessionFrom(entries);
  if (session) return { session, damage };
  throw new InputError(
    `The journal of ${id} has lost its beginning, so there is nothing to go on with.`,
    `Your answers, as far as they were kept, are lines of ${path}.`,
  );
}

function readEntries(path: string, id: string): { entries: SessionEvent[]; damage: Damage[] } {
  try {
    return readLog<SessionEvent>(path);
  } catch (error) {
    if (isMissing(error)) throw noSession(id);
    throw new InputError(`Cannot read ${path}: ${messageOf(error)}`);
  }
}

function noSession(id: string): InputError {
  return new InputError(`There is no session "${id}".`, 'See `mockloop sessions` for those there are.');
}

function keep(folder: string, loaded: Loaded, first: SessionEvent, release: () => void): Journal {
  const log = openLog<SessionEvent>(journalIn(folder));
  const draftPath = join(folder, 'draft.json');
  log.append(first);
  return {
    folder,
    damage: loaded.damage,
    session: after(loaded.session, first),
    record: event => log.append(event),
    draft: () => readDraft(draftPath),
    saveDraft: (draft, flush) => writeAtomic(draftPath, JSON.stringify(draft), { sync: flush }),
    // Emptied, not removed: the answer is in the journal, and a leftover must not be taken for a new draft.
    dropDraft: () => writeAtomic(draftPath, '{}', { sync: false }),
    close() {
      log.close();
      release();
    },
  };
}

function readDraft(path: string): Draft | undefined {
  try {
    const draft = JSON.parse(textOf(path) ?? '{}') as Partial<Draft>;
    const { key, attempt, text, seconds } = draft;
    if (typeof key !== 'string' || typeof text !== 'string') return undefined;
    return { key, text, attempt: Number(attempt) || 0, seconds: Number(seconds) || 0 };
  } catch {
    // Atomic writes leave no half draft; one damaged by other means is as good as none.
    return undefined;
  }
}

/**
 * Makes the folder of a new session, which nobody had before: of two processes that begin one in the same minute each has
 * its own. Its name sorts by time and tells the loop: `2026-11-24-1323-amazon-go-backend`. UTC.
 */
function freshId(data: string, loop: string, now: number): string {
  const [date, time] = new Date(now).toISOString().split('T') as [string, string];
  const plain = `${date}-${time.slice(0, 5).replace(':', '')}-${loop}`;
  makePrivateFolder(sessionsFolder(data));
  for (let number = 1; ; number++) {
    const id = number === 1 ? plain : `${plain}-${number}`;
    if (makeNewFolder(sessionFolder(data, id))) return id;
  }
}
