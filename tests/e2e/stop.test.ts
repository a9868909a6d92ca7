/** Ctrl-Z and fg, as in any shell with job control. */
import { describe, expect, test } from 'vitest';
import { BIN, place } from './place.ts';
import { KEY, Terminal } from './terminal.ts';

/** Starts its arguments as a job; once that is stopped, waits for Enter and takes it to the foreground again. */
const JOB = 'set -m; "$@"; echo "stopped=$?"; read enter; fg';

function inShell(): Terminal {
  const argv = [process.execPath, BIN, 'practice', '--question', 'small/cache', '--mode', 'coach'];
  return new Terminal(['bash', '-c', JOB, 'bash', ...argv], place().env);
}

/** 128 and the number of SIGSTOP or SIGTSTP, which is not the same on all systems. */
const STOPPED = /^stopped=1\d\d$/m;

describe('Ctrl-Z and fg', () => {
  test('in the editor: the shell has its screen, then the answer is there again and goes on', async () => {
    const screen = inShell();
    await screen.choose('Begin');
    await screen.asked('What does a cache cost you?');
    await screen.type('Stale ');
    await screen.see('Stale');
    await screen.type(KEY.stop);
    await screen.see(STOPPED);
    expect(screen.isAlternate()).toBe(false);
    await screen.type(KEY.enter);
    await screen.asked('Stale');
    await screen.type('data.');
    await screen.see('Stale data.');
    await screen.type(KEY.handIn);
    await screen.see('❯ Go on');
  });

  test('in the editor, the window made smaller meanwhile: all of it is drawn for the new size', async () => {
    const screen = inShell();
    await screen.choose('Begin');
    await screen.asked('What does a cache cost you?');
    await screen.type('Stale data.');
    await screen.see('Stale data.');
    await screen.type(KEY.stop);
    await screen.see(STOPPED);
    screen.resize(40, 12);
    await screen.type(KEY.enter);
    await screen.asked('Stale data.');
    const rows = screen.text().trimStart().split('\n');
    expect(rows).toHaveLength(12);
    expect(rows.at(-1)).toBe('Ctrl-D hand in · Esc menu');
  });

  test('before the beginning: it is asked again, below what the shell said', async () => {
    const screen = inShell();
    await screen.see('❯ Begin');
    await screen.type(KEY.stop);
    await screen.see(STOPPED);
    await screen.type(KEY.enter);
    await screen.see(/stopped=[\s\S]*❯ Begin/);
    await screen.type(KEY.enter);
    await screen.asked('What does a cache cost you?');
  });

  test('at a menu: it is there again, below what the shell said, and can be chosen', async () => {
    const screen = inShell();
    await screen.choose('Begin');
    await screen.answer('What does a cache cost you?', 'Stale data.');
    await screen.see('❯ Go on');
    await screen.type(KEY.stop);
    await screen.see(STOPPED);
    await screen.type(KEY.enter);
    await screen.see(/stopped=[\s\S]*❯ Go on/);
    await screen.choose('Try again');
    await screen.asked('· try 2');
  });
});
