/** Reading aloud by a program of the system: started and not waited for. */
import { type ChildProcess, spawn } from 'node:child_process';

export interface Voice {
  /** Begins to read a text; what was being read stops. */
  say(text: string): void;
  stop(): void;
  /** What went wrong the last time something was to be read, if anything did. */
  problem(): string | undefined;
}

/** A program that reads its standard input aloud: there no text can be taken for an option. */
interface Reader {
  name: string;
  args: readonly string[];
  /** What stops it, where it only hands the text on to a service. */
  cancel?: readonly string[];
}

const MAC: readonly Reader[] = [{ name: 'say', args: ['-f', '-'] }];
const OTHERS: readonly Reader[] = [
  { name: 'espeak-ng', args: ['--stdin'] },
  { name: 'spd-say', args: ['--wait', '--pipe-mode'], cancel: ['--cancel'] },
];

/** The programs that read aloud on a system, those to be preferred first. */
export function readersOf(platform: NodeJS.Platform): readonly Reader[] {
  return platform === 'darwin' ? MAC : OTHERS;
}

/** The first voice that the system has; undefined when it has none. @param has whether a program of that name can be run. */
export function systemVoice(readers: readonly Reader[], has: (name: string) => boolean): Voice | undefined {
  const reader = readers.find(it => has(it.name));
  return reader && voiceOf(reader);
}

function voiceOf({ name, args, cancel }: Reader): Voice {
  let child: ChildProcess | undefined;
  let problem: string | undefined;
  const stop = () => {
    if (child && cancel) run(name, cancel);
    child?.kill('SIGTERM');
    child = undefined;
  };
  return {
    say(text) {
      stop();
      const reading = run(name, args, speakable(text));
      const over = (why: string | undefined) => {
        // One that was stopped has not failed.
        if (child !== reading) return;
        problem = why;
        child = undefined;
      };
      reading.on('error', error => over(`${name}: ${error.message}`));
      reading.on('exit', code => over(code === 0 ? undefined : `${name} ended with ${code ?? 'a signal'}.`));
      child = reading;
    },
    stop,
    problem: () => problem,
  };
}

/** Neither a shell nor the terminal is part of it, and it keeps nobody waiting at the end. */
function run(name: string, args: readonly string[], text = ''): ChildProcess {
  const child = spawn(name, args, { stdio: ['pipe', 'ignore', 'ignore'] });
  child.on('error', () => {});
  child.stdin.on('error', () => {});
  child.stdin.end(text);
  child.unref();
  return child;
}

/** Without control characters; `[[` begins a command of some of these programs. */
export function speakable(text: string): string {
  return `${text
    .replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ')
    .replace(/\[(?=\[)/g, '[ ')
    .trim()}\n`;
}
