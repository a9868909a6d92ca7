import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { locate } from '../../../src/coding/files.ts';
import { readersOf, speakable, systemVoice, type Voice } from '../../../src/terminal/voice/processes.ts';

let folder: string;
const before = process.env.PATH;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mockloop-voice-'));
  process.env.PATH = `${folder}:${before}`;
});

afterEach(() => {
  process.env.PATH = before;
});

const read = (name: string) =>
  existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '';

/** A program that writes down its arguments and what it is to read. */
function program(name: string, then = ''): void {
  const path = join(folder, name);
  writeFileSync(path, `#!/bin/sh\ncd "${folder}"\necho "$*" >> ${name}.args\ncat >> ${name}.text\n${then}\n`);
  chmodSync(path, 0o755);
}

const isThere = (name: string) => locate(name, folder) !== undefined;

/** The voice of a system that has only what the test put there. */
const voice = (): Voice => systemVoice(readersOf('linux'), isThere)!;

describe.skipIf(process.platform === 'win32')('a voice', () => {
  test('reads by the first program there is', async () => {
    program('spd-say');
    program('espeak-ng');
    voice().say('Why?');
    await vi.waitFor(() => expect(read('espeak-ng.text')).toBe('Why?\n'));
    expect(read('espeak-ng.args')).toBe('--stdin\n');
    expect(read('spd-say.args')).toBe('');
  });

  test('takes no text for an option or a command, and gives none to a shell', async () => {
    program('espeak-ng');
    voice().say('--help $(touch here) "; touch here');
    await vi.waitFor(() => expect(read('espeak-ng.text')).toBe('--help $(touch here) "; touch here\n'));
    expect(read('espeak-ng.args')).toBe('--stdin\n');
    expect(existsSync(join(folder, 'here'))).toBe(false);
  });

  test('is there on no system without such a program, nor for a file that cannot be run', () => {
    expect(systemVoice(readersOf('linux'), isThere)).toBeUndefined();
    writeFileSync(join(folder, 'espeak-ng'), '');
    expect(systemVoice(readersOf('linux'), isThere)).toBeUndefined();
  });

  test('stops when it is told to, which is no failure', async () => {
    program('espeak-ng', 'echo $$ > pid; exec sleep 60');
    const speaking = voice();
    speaking.say('A long question');
    await vi.waitFor(() => expect(read('pid')).toMatch(/\n/));
    speaking.stop();
    await vi.waitFor(() => expect(() => process.kill(Number(read('pid')), 0)).toThrow('ESRCH'));
    expect(speaking.problem()).toBeUndefined();
  });

  test('is one: what comes next stops what was being read', async () => {
    program('espeak-ng', 'echo $$ >> pid; exec sleep 60');
    const speaking = voice();
    speaking.say('One');
    await vi.waitFor(() => expect(read('pid')).toMatch(/\n/));
    speaking.say('Two');
    await vi.waitFor(() => expect(() => process.kill(Number.parseInt(read('pid'), 10), 0)).toThrow('ESRCH'));
    speaking.stop();
  });

  test('that only hands on is cancelled, too', async () => {
    program('spd-say', 'case "$*" in *cancel*) ;; *) exec sleep 60 ;; esac');
    const speaking = voice();
    speaking.say('One');
    await vi.waitFor(() => expect(read('spd-say.text')).toBe('One\n'));
    speaking.stop();
    await vi.waitFor(() => expect(read('spd-say.args')).toBe('--wait --pipe-mode\n--cancel\n'));
  });

  test('says what kept it from reading', async () => {
    program('espeak-ng', 'exit 3');
    const speaking = voice();
    speaking.say('One');
    await vi.waitFor(() => expect(speaking.problem()).toBe('espeak-ng ended with 3.'));
  });
});

test.each([
  ['a\x1b]0;title\x07b\r\nc', 'a ]0;title b c\n'],
  ['[[rate 900]] fast', '[ [rate 900]] fast\n'],
  ['x[[[0]', 'x[ [ [0]\n'],
])('%j is read as %j', (text, read) => expect(speakable(text)).toBe(read));

test('a Mac has its own program', () => expect(readersOf('darwin').map(it => it.name)).toEqual(['say']));
