/** Tells what went wrong in the user's words, and picks the exit code. */

import { fullDisk } from '../model/disk.ts';
import { EXIT, InputError, Interrupted, JudgeError } from '../model/errors.ts';
import { visible } from '../model/unseen.ts';
import { COMMANDS } from './commands.ts';
import type { Io } from './io.ts';
import { VERSION } from './version.ts';

const NO_COMMAND = '(none)';

/** Writes the failure to stderr; a stack only with --debug. @returns the exit code. */
export function tellFailure(io: Io, error: unknown, argv: readonly string[]): number {
  const debug = argv.includes('--debug');
  const lines = debug ? [stackOf(error)] : [];
  if (error instanceof InputError) {
    lines.unshift(`mockloop: ${error.message}`, ...(error.remedy ? [error.remedy] : []));
    return tell(io, lines, error.exitCode);
  }
  if (error instanceof JudgeError) return tell(io, [`mockloop: ${error.message}`, ...lines], error.exitCode);
  if (error instanceof Interrupted) return tell(io, [error.message, ...lines], error.exitCode);
  const disk = diskFailure(error, argv);
  if (disk) return tell(io, [`mockloop: ${disk}`, ...lines], EXIT.input);
  return tell(io, [...bugReport(error, argv), ...lines], EXIT.bug);
}

/** Messages, stacks and causes name files and repeat what was typed: nothing of it may steer the terminal. */
function tell(io: Io, lines: string[], code: number): number {
  io.stderr.write(visible(`${lines.filter(Boolean).join('\n')}\n`));
  return code;
}

const DISK: Readonly<Record<string, string>> = {
  EROFS: 'That disk is read-only. Choose another folder with --data or --out.',
  EACCES: 'No permission',
  EPERM: 'No permission',
  ENOENT: 'There is no such file or folder',
  EEXIST: 'A file is in the way',
  ENOTDIR: 'Not a folder',
  EISDIR: 'That is a folder',
};

/** Errors of the disk that are the user's to mend. */
function diskFailure(error: unknown, argv: readonly string[]): string | undefined {
  const { code = '', path } = (error ?? {}) as NodeJS.ErrnoException;
  const full = fullDisk(error);
  if (full) return `${full} ${goingOn(argv)}`;
  if (!Object.hasOwn(DISK, code)) return undefined;
  const told = DISK[code]!;
  return told.endsWith('.') ? told : `${told}: ${path === undefined ? 'see --debug' : known(path)}`;
}

/** The commands that hold interviews; the menu is one. */
const INTERVIEWS: readonly string[] = ['practice', 'resume', NO_COMMAND];

/** An evaluation knows itself what is kept of it (evaluating.ts). */
function goingOn(argv: readonly string[]): string {
  return INTERVIEWS.includes(commandIn(argv))
    ? 'What was acknowledged is kept; make room and go on with `mockloop resume`.'
    : 'Make room and run the same command again.';
}

/**
 * A file by the name that the user gave: an atomic write goes to a neighbour first (store/atomic.ts, store/new-folder.ts),
 * and what is kept of an evaluation lies beside its output, and so do locks (batch/unfinished.ts).
 */
const known = (path: string) =>
  path
    .replace(/(^|\/)\.([^/]+)\.mockloop-new(?=\/|$)/, '$1$2')
    .replace(/\/\.mockloop-new(?=\/|$)/, '')
    .replace(/\.partial(\.lock(\..+)?)?$/, '');

function bugReport(error: unknown, argv: readonly string[]): string[] {
  return [
    'mockloop: this is a bug in mockloop, not your mistake. Nothing that was acknowledged is lost.',
    'Please report it with these lines:',
    `  ${error instanceof Error ? `${error.name}: ${error.message}` : String(error)}`,
    `  mockloop ${VERSION}, Node ${process.version}, ${process.platform} ${process.arch}`,
    `  command: ${commandIn(argv)}`,
    'Run it again with --debug for the stack.',
  ];
}

/** Which command it was, wherever it stands; none of its arguments, which may name folders of the user. */
function commandIn(argv: readonly string[]): string {
  return argv.find(word => COMMANDS.some(it => it.name === word)) ?? NO_COMMAND;
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const cause = error.cause ? `\nCaused by: ${stackOf(error.cause)}` : '';
  return `${error.stack ?? error.message}${cause}`;
}
