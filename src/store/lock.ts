import { linkSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { InputError } from '../model/errors.ts';

/** What a lock must know of the running processes. */
export interface Processes {
  /** This process. */
  readonly pid: number;
  isAlive(pid: number): boolean;
}

/** Locks of this process. A lock file with our own number that is not here was left by an earlier process of that number. */
const held = new Set<string>();

/**
 * Takes the lock `path` for this process and returns how to give it back. A lock whose process is gone is taken over.
 * Throws InputError while another living process holds it. @param meaning what that means, without its full stop.
 */
export function takeLock(
  path: string,
  processes: Processes,
  meaning = 'This interview is open elsewhere',
): () => void {
  const mine = `${path}.${processes.pid}`;
  writeFileSync(mine, `${processes.pid}\n`, { mode: 0o600 });
  try {
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

/** A hard link appears whole or not at all, on every file system that has them. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function removeStale(path: string, processes: Processes, meaning: string): void {
  const owner = ownerOf(path);
  if (owner === undefined) return;
  const living = owner === processes.pid ? held.has(path) : processes.isAlive(owner);
  if (living) throw busy(path, meaning, owner);
  // Moved aside and looked at again: of two processes that found the same stale lock, the slower one may have got
  // hold of the quicker one's new lock, and must put it back.
  const aside = `${path}.${processes.pid}.stale`;
  renameSync(path, aside);
  const moved = ownerOf(aside);
  if (moved !== owner) tryLink(aside, path);
  rmSync(aside, { force: true });
  if (moved !== owner) throw busy(path, meaning, moved);
}

/** A process that was killed while it took the lock left a file of its own beside it. */
function removeLeftovers(path: string, processes: Processes): void {
  const folder = dirname(path);
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(basename(path))) continue;
    const [, owner] = /^\.(\d+)(?:\.stale)?$/.exec(name.slice(basename(path).length)) ?? [];
    if (owner !== undefined && !processes.isAlive(Number(owner))) rmSync(join(folder, name), { force: true });
  }
}

function ownerOf(path: string): number | undefined {
  try {
    const owner = Number.parseInt(readFileSync(path, 'utf8'), 10);
    // An empty lock is one cut short by a power failure: nobody's.
    return Number.isNaN(owner) ? 0 : owner;
  } catch {
    return undefined;
  }
}

function busy(path: string, meaning: string, owner?: number): InputError {
  const who = owner ? ` (process ${owner})` : '';
  return new InputError(`${meaning}${who}.`, `Close it there first. If nothing is running, remove ${path}.`);
}
