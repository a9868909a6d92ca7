import { linkSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { isTaken } from '../model/disk.ts';
import { InputError } from '../model/errors.ts';

/** What a lock must know of the running processes. */
export interface Processes {
  /** This process. */
  readonly pid: number;
  isAlive(pid: number): boolean;
}

/** Who holds a lock. */
interface Owner {
  /** 0 is nobody: a lock cut short by a power failure is empty. */
  pid: number;
  /** Undefined in a lock of a version that did not write it: it is taken for this one. */
  host?: string;
  /** When the process began, in the words of its system; undefined where that does not tell. */
  began?: string;
}

/** As it is written into locks and into the names of their files. */
const HOST = hostname().replace(/[^\w.-]/g, '-');

/** Locks of this process. A lock file with our own number that is not here was left by an earlier process of that number. */
const held = new Set<string>();

/**
 * Takes the lock `path` for this process and returns how to give it back. A lock whose process is gone is taken over; of
 * another host nobody here can tell. Throws InputError while another living process holds it, or one of another host.
 * @param meaning what that means, without its full stop.
 */
export function takeLock(
  path: string,
  processes: Processes,
  meaning = 'This interview is open elsewhere',
): () => void {
  const mine = `${path}.${HOST}.${processes.pid}`;
  try {
    writeFileSync(mine, `${[processes.pid, HOST, beganOf(processes.pid) ?? ''].join(' ').trim()}\n`, {
      mode: 0o600,
    });
    if (!tryLink(mine, path)) {
      removeStale(path, processes, meaning);
      if (!tryLink(mine, path)) throw busy(path, meaning);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  held.add(path);
  removeLeftovers(path, processes);
  return () => {
    if (held.delete(path)) rmSync(path, { force: true });
  };
}

/** A hard link appears whole or not at all, on every file system that has them; others are refused by InputError. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if (isTaken(error)) return false;
    if (!LINKLESS.has((error as NodeJS.ErrnoException).code ?? '')) throw error;
    throw new InputError(
      `The file system of ${dirname(to)} has no hard links, which locks are made of.`,
      'Choose a folder on another disk.',
      { cause: error },
    );
  }
}

/** What FAT, exFAT and some network file systems say. */
const LINKLESS: ReadonlySet<string> = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS']);

/**
 * Throws as `takeLock` does where somebody holds the lock, and takes nothing: on a full disk no lock can be written, and
 * yet things be removed. @returns the text of a lock that nobody holds any more.
 */
export function refuseHeld(path: string, processes: Processes, meaning: string): string | undefined {
  const text = textAt(path);
  const owner = ownerIn(text ?? '');
  if (text !== undefined && isHolding(owner, path, processes)) throw busy(path, meaning, owner);
  return text;
}

/**
 * Under a lock of its own: of two processes that found the same stale lock, the slower one would else remove the new lock of
 * the quicker one.
 */
function removeStale(path: string, processes: Processes, meaning: string): void {
  if (refuseHeld(path, processes, meaning) === undefined) return;
  const release = takeLock(takeoverOf(path), processes, meaning);
  try {
    if (refuseHeld(path, processes, meaning) !== undefined) rmSync(path, { force: true });
  } finally {
    release();
  }
}

const takeoverOf = (path: string) => `${path}.takeover`;

function isLeft(path: string, processes: Processes): boolean {
  const text = textAt(path);
  return text !== undefined && !isHolding(ownerIn(text), path, processes);
}

function isHolding({ pid, host = HOST, began }: Owner, path: string, processes: Processes): boolean {
  if (host !== HOST) return true;
  if (pid === processes.pid) return held.has(path);
  if (!processes.isAlive(pid)) return false;
  // A number is given again; a process that began at another moment is another one.
  return began === undefined || began === (beganOf(pid) ?? began);
}

/** A process that was killed while it took the lock, or took one over, left a file of its own beside it. */
function removeLeftovers(path: string, processes: Processes): void {
  const folder = dirname(path);
  const takeover = takeoverOf(path);
  if (isLeft(takeover, processes)) rmSync(takeover, { force: true });
  const before = `${basename(path)}.${HOST}.`;
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(before)) continue;
    const [, pid] = /^(\d+)$/.exec(name.slice(before.length)) ?? [];
    if (pid !== undefined && !processes.isAlive(Number(pid))) rmSync(join(folder, name), { force: true });
  }
}

function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function ownerIn(text: string): Owner {
  const [, pid = '0', host, began] = /^(\d+)(?: ([\w.-]+)(?: (\d+))?)?\s*$/.exec(text) ?? [];
  return { pid: Number(pid), ...(host && { host }), ...(began && { began }) };
}

/** Clock ticks from the start of the system to that of the process (proc(5): field 22 of stat), where /proc tells. */
function beganOf(pid: number): string | undefined {
  // The second field, a name in brackets, may hold spaces and brackets itself.
  return textAt(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, '')
    .split(' ')[19];
}

function busy(path: string, meaning: string, { pid, host = HOST }: Owner = { pid: 0 }): InputError {
  const who = pid === 0 ? '' : ` (process ${pid}${host === HOST ? '' : ` on ${host}`})`;
  return new InputError(`${meaning}${who}.`, `Close it there first. If nothing is running, remove ${path}.`);
}
