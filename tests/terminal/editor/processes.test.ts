import { existsSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { answerFile } from '../../../src/terminal/editor/files.ts';
import { openInEditor } from '../../../src/terminal/editor/processes.ts';

/** A command that runs a shell script on the file, which is its $1. */
function editorOf(script: string): string {
  const path = join(mkdtempSync(join(tmpdir(), 'mockloop-editor-')), 'editor.sh');
  writeFileSync(path, script);
  return `sh ${path}`;
}

describe.skipIf(process.platform === 'win32')('an editor as a child process', () => {
  test('gets the text and gives its own back, and the file is removed', async () => {
    const trace = join(mkdtempSync(join(tmpdir(), 'mockloop-trace-')), 'path');
    const editor = openInEditor(
      editorOf(`cp "$1" "${trace}.text"; echo "$1" > "${trace}"; printf 'new\\ntext\\n' > "$1"`),
      'old',
    );
    expect(await editor.done).toBeUndefined();
    expect(editor.read()).toBe('new\ntext');
    expect(readFileSync(`${trace}.text`, 'utf8')).toBe('old\n');
    expect(existsSync(dirname(readFileSync(trace, 'utf8').trim()))).toBe(false);
  });

  test('is told when it fails, and what was saved stays', async () => {
    const editor = openInEditor(editorOf(`printf saved > "$1"; exit 3`), 'old');
    expect(await editor.done).toMatch(/: ended with 3$/);
    expect(editor.read()).toBe('saved');
  });

  test('is told when there is no such program', async () => {
    const editor = openInEditor('no-such-editor-anywhere 2>/dev/null', 'old');
    expect(await editor.done).toMatch(
      /: there is no such program\. Set VISUAL or EDITOR to one that is there\.$/,
    );
    expect(editor.read()).toBe('old');
  });

  test('may be a command with settings before it, and quotes', async () => {
    const command = editorOf('printf "$WORD" > "$1"').replace(/\S+$/, "'$&'");
    const editor = openInEditor(`WORD=set ${command}`, 'old');
    expect(await editor.done).toBeUndefined();
    expect(editor.read()).toBe('set');
  });

  test('can be stopped', async () => {
    const editor = openInEditor(editorOf('exec sleep 60'), 'old');
    editor.stop();
    expect(await editor.done).toMatch(/SIGTERM|143/);
  });

  test('is gone itself when it was stopped, not only a shell around it', async () => {
    const trace = join(mkdtempSync(join(tmpdir(), 'mockloop-trace-')), 'pid');
    const editor = openInEditor(editorOf(`echo $$ > "${trace}"; exec sleep 60`), 'old');
    await vi.waitFor(() => expect(readFileSync(trace, 'utf8')).toMatch(/\n/));
    const pid = Number(readFileSync(trace, 'utf8'));
    editor.stop();
    await editor.done;
    expect(() => process.kill(pid, 0)).toThrow('ESRCH');
  });
});

describe('the file of an answer', () => {
  test('is its owner’s alone, in a folder that is too', () => {
    const file = answerFile('text');
    expect(statSync(file.path).mode & 0o777).toBe(0o600);
    expect(statSync(dirname(file.path)).mode & 0o777).toBe(0o700);
    file.remove();
    expect(existsSync(dirname(file.path))).toBe(false);
  });

  test.each([
    ['as written', 'text\n', 'text'],
    ['without a last newline', 'text', 'text'],
    ['with two', 'text\n\n', 'text\n'],
    ['by a program from elsewhere', '\ufefftext\r\n', 'text'],
  ])('is read %s', (_, bytes, text) => {
    const file = answerFile('before');
    writeFileSync(file.path, bytes);
    expect(file.read()).toBe(text);
    file.remove();
    expect(file.read()).toBe(text);
  });
});
