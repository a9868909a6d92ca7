/** Running the candidate's own editor. */
import { type ChildProcess, spawn } from 'node:child_process';
import { type AnswerFile, answerFile } from './files.ts';
import type { ForeignEditor } from './port.ts';

/** How long an editor that was asked to end may take to put the terminal back. */
const PATIENCE = 1_500;
/** The exit code of a shell that does not find the program. */
const NOT_FOUND = 127;

/**
 * Opens a text in an editor on this process's terminal, and goes on meanwhile.
 * @param command as in VISUAL or EDITOR: a program, with arguments if need be; a shell reads it.
 * @param file where the text is; made for it, and removed afterwards, unless there is one.
 */
export function openInEditor(
  command: string,
  text: string,
  file: AnswerFile = answerFile(text),
): ForeignEditor {
  const child = start(command, file.path);
  /** Set once the file is gone. */
  let final: string | undefined;
  const done = ended(child).then(problem => {
    final = file.read();
    file.remove();
    return problem && `${command}: ${problem}`;
  });
  return {
    read: () => final ?? file.read(),
    stop: () => {
      child.kill('SIGTERM');
      setTimeout(() => child.kill('SIGKILL'), PATIENCE).unref();
    },
    done,
  };
}

function start(command: string, path: string): ChildProcess {
  if (process.platform === 'win32') return spawn(`${command} "${path}"`, { shell: true, stdio: 'inherit' });
  // The path is an argument, so that no shell reads it.
  return spawn('/bin/sh', ['-c', `${becoming(command)} "$1"`, 'sh', path], { stdio: 'inherit' });
}

/**
 * The shell becomes the editor: a signal to a shell that waits for it would leave the editor behind, with the terminal
 * in its hands. What `exec` cannot run (settings before the program, several programs) stays as it is.
 */
function becoming(command: string): string {
  return /^\s*\w+=|[;&|<>()`\n]/.test(command) ? command : `exec ${command}`;
}

function ended(child: ChildProcess): Promise<string | undefined> {
  return new Promise(resolve => {
    child.once('error', error => resolve(error.message));
    child.once('exit', (code, signal) => {
      if (code === NOT_FOUND) resolve('there is no such program. Set VISUAL or EDITOR to one that is there.');
      else resolve(code === 0 ? undefined : `ended with ${signal ?? code}`);
    });
  });
}
