/** The file in which an answer is given to an editor of the candidate's own. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface AnswerFile {
  path: string;
  /** The text as it was last saved; the text from before when it cannot be read. */
  read(): string;
  remove(): void;
}

/** Writes a text to a file that only its owner can read, in a folder of its own. */
export function answerFile(text: string): AnswerFile {
  const folder = mkdtempSync(join(tmpdir(), 'mockloop-'));
  const path = join(folder, 'answer.md');
  let last = text;
  writeFileSync(path, `${text}\n`, { mode: 0o600 });
  return {
    path,
    read: () => {
      last = textIn(path) ?? last;
      return last;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function textIn(path: string): string | undefined {
  try {
    // Editors end a file with a newline; it is not part of the answer.
    return readFileSync(path, 'utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '');
  } catch {
    // While an editor replaces its file there may be none for a moment.
    return undefined;
  }
}
