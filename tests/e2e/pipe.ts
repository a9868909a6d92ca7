/** A real run without a terminal: its streams are pipes. */
import { type ChildProcess, spawn } from 'node:child_process';
import { onTestFinished } from 'vitest';
import { BIN, eventually, type Place } from './place.ts';

export class Pipe {
  readonly child: ChildProcess;
  out = '';
  err = '';
  private ending: number | undefined;

  constructor(command: string, argv: string[], at: Place) {
    this.child = spawn(command, argv, { env: at.env, cwd: at.folder, stdio: 'pipe' });
    this.child.stdout!.on('data', text => {
      this.out += text;
    });
    this.child.stderr!.on('data', text => {
      this.err += text;
    });
    // A run may end before it has read all.
    this.child.stdin!.on('error', () => {});
    this.child.on('close', (code, signal) => {
      this.ending = code ?? (signal === null ? -1 : 128);
    });
    onTestFinished(() => {
      if (this.ending === undefined) this.child.kill('SIGKILL');
    });
  }

  write(...lines: string[]): void {
    this.child.stdin!.write(lines.map(line => `${line}\n`).join(''));
  }

  /** Ends the input. */
  close(): void {
    this.child.stdin!.end();
  }

  /** Waits until it has said this on stderr. */
  hears(text: string): Promise<void> {
    return eventually(() => this.err.includes(text), `"${text}"`);
  }

  async end(): Promise<number> {
    await eventually(() => this.ending !== undefined, 'the end');
    return this.ending!;
  }
}

export function piped(at: Place, ...argv: string[]): Pipe {
  return new Pipe(process.execPath, [BIN, ...argv], at);
}

/** The same with an input that says all at once and ends. */
export async function fed(at: Place, lines: string[], ...argv: string[]) {
  const run = piped(at, ...argv);
  run.write(...lines);
  run.close();
  return { code: await run.end(), out: run.out, err: run.err };
}
