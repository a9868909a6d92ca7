/** Running a program for a limited time, with all that it starts. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Program {
  /** An absolute path; no shell reads anything of this. */
  file: string;
  args: readonly string[];
  cwd: string;
  /** The whole environment. */
  env: Readonly<Record<string, string>>;
  /** Real seconds, after which it is ended. */
  seconds: number;
  /** Takes what it writes, as it comes. */
  take(piece: string, from: 'stdout' | 'stderr'): void;
}

export interface Ended {
  how: 'exit' | 'time-up' | 'too-much' | 'stopped' | 'no-start';
  /** Null when it was ended from outside. */
  exit: number | null;
}

export interface RunningProgram {
  /** Never rejects. By then no process of its group is left. */
  done: Promise<Ended>;
  stop(): void;
}

/** Bytes after which a program is taken to print for ever. */
const MOST_OUTPUT = 32 * 1024 * 1024;

/** Milliseconds for the last words, when something that it left behind still holds its output. */
const LAST_WORDS = 300;

/** What the warden ends with when the program cannot be started; no runner of tests does. */
const NO_START = 251;

/**
 * A small process between us and the program, as the first of its group: when we are gone without a word, as after
 * kill -9, its input ends, and it ends the group. Otherwise code that never ends would go on for ever.
 */
const WARDEN = `
  const [, file, ...args] = process.argv;
  const child = require('node:child_process').spawn(file, args, { stdio: ['ignore', 'inherit', 'inherit'] });
  child.once('error', () => process.exit(${NO_START}));
  child.once('exit', code => process.exit(code ?? 1));
  const end = () => process.platform === 'win32' ? child.kill('SIGKILL') : process.kill(0, 'SIGKILL');
  process.stdin.on('end', end).on('error', end).resume();
`;

/** Starts a program in a process group of its own, which is ended whole: a test may start others, and they may stay. */
export function runProgram({ file, args, cwd, env, seconds, take }: Program): RunningProgram {
  const child = spawn(process.execPath, ['-e', WARDEN, file, ...args], { cwd, env, detached: true });
  let how: Ended['how'] = 'exit';
  const end = (why: Ended['how']) => {
    if (how === 'exit') how = why;
    killGroup(child);
  };
  let bytes = 0;
  for (const from of ['stdout', 'stderr'] as const)
    child[from].setEncoding('utf8').on('data', (piece: string) => {
      bytes += piece.length;
      if (bytes > MOST_OUTPUT) end('too-much');
      else take(piece, from);
    });
  const timer = setTimeout(() => end('time-up'), seconds * 1_000);
  const done = ended(child).then(({ exit, problem }): Ended => {
    clearTimeout(timer);
    if (how !== 'exit') return { how, exit: null };
    const isStarted = problem === undefined && exit !== NO_START;
    return isStarted ? { how, exit } : { how: 'no-start', exit: null };
  });
  return { done, stop: () => end('stopped') };
}

async function ended(child: ChildProcess): Promise<{ exit: number | null; problem?: string }> {
  const closed = new Promise(resolve => child.once('close', resolve));
  const end = await new Promise<{ exit: number | null; problem?: string }>(resolve => {
    child.once('error', error => resolve({ exit: null, problem: error.message }));
    child.once('exit', exit => resolve({ exit }));
  });
  killGroup(child);
  if (end.problem === undefined) await Promise.race([closed, later(LAST_WORDS)]);
  child.stdout?.destroy();
  child.stderr?.destroy();
  return end;
}

function later(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

function killGroup(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    // The negative number means the group. Windows has none: there the child alone is ended.
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // Nobody of it is left.
  }
}
