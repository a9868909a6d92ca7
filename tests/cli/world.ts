/** The outside world made of plain objects, and a command line run in it. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import type { Io } from '../../src/cli/io.ts';
import { main } from '../../src/cli/main.ts';
import { FakeClock } from '../terminal/editor/world.ts';

export const CONTENT = fileURLToPath(new URL('../fixtures/content', import.meta.url));
export const ANSWERS = fileURLToPath(new URL('../fixtures/answers.yaml', import.meta.url));

/** The id of the first session of the loop `small`: the fake clock starts at this minute. */
export const FIRST = '2023-11-14-2213-small';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

export interface World {
  /** A folder that is removed with the test; the sessions are in `data` below it. */
  folder: string;
  data: string;
  clock: FakeClock;
  io: Io;
  /** Runs one command line and tells what it wrote meanwhile. */
  run(...argv: string[]): Promise<Ran>;
  /** Writes a file below the folder. @returns its path. */
  put(name: string, text: string): string;
  read(...path: string[]): string;
}

interface Setting {
  env?: Io['env'];
  /** What stands in the input, which then ends. */
  input?: string;
  /** Whether streams say that they are a terminal. */
  terminal?: boolean;
  /** Parts of the world that are otherwise. */
  io?: Partial<Io>;
}

export function world({ env = {}, input = '', terminal = false, io: rest = {} }: Setting = {}): World {
  const folder = temporaryFolder();
  const data = join(folder, 'data');
  const clock = new FakeClock();
  const [out, err] = [writer(terminal), writer(terminal)];
  const stdin = Object.assign(new PassThrough(), { isTTY: terminal });
  stdin.end(input);
  const io: Io = {
    stdin: stdin as unknown as Io['stdin'],
    stdout: out.stream,
    stderr: err.stream,
    env: { MOCKLOOP_DATA: data, MOCKLOOP_CONTENT: CONTENT, ...env },
    platform: 'linux',
    clock,
    random: () => 0.5,
    signals: { on: () => {}, off: () => {}, suspend: () => {}, interrupt: () => {} },
    processes: { pid: process.pid, isAlive: () => false },
    ...rest,
  };
  return {
    folder,
    data,
    clock,
    io,
    run: async (...argv) => ({ code: await main(argv, io), out: out.taken(), err: err.taken() }),
    put: (name, text) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
      return path;
    },
    read: (...path) => readFileSync(join(...path), 'utf8'),
  };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'mockloop-test-'));
  onTestFinished(() => removed(folder));
  return folder;
}

/** A process that is just being ended may still write while its folder is removed. */
async function removed(folder: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise(resolve => setTimeout(resolve, 20));
    }
  }
}

function writer(terminal: boolean) {
  let text = '';
  const stream = Object.assign(new PassThrough(), { isTTY: terminal, columns: 80, rows: 24 });
  stream.on('data', chunk => {
    text += chunk;
  });
  const taken = () => {
    const all = text;
    text = '';
    return all;
  };
  return { stream: stream as unknown as Io['stdout'], taken };
}
