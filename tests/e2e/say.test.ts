/** --say, with a program of the test's own for a voice. */
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { fed } from './pipe.ts';
import { eventually, place } from './place.ts';
import { KEY, mockloop } from './terminal.ts';

const PLAIN = ['practice', 'small', '--round', 'work', '--plain', '--mode', 'real', '--say'];
const SKIPS = Array<string>(12).fill('/skip');

test.skipIf(process.platform === 'darwin')('without a program it is said once, and all goes on', async () => {
  const at = place();
  at.env.PATH = at.folder;
  const { code, err } = await fed(at, SKIPS, ...PLAIN);
  expect(code).toBe(0);
  expect(err.match(/Nothing here reads aloud: --say needs espeak-ng or spd-say\./g)).toHaveLength(1);
});

test.skipIf(process.platform === 'win32')(
  'the question is read while the editor is open, and no longer',
  async () => {
    const at = place();
    const bin = join(at.folder, 'bin');
    const heard = join(at.folder, 'heard');
    mkdirSync(bin);
    for (const name of ['espeak-ng', 'say']) {
      writeFileSync(
        join(bin, name),
        `#!/bin/sh\ncat > "${heard}"; echo $$ > "${heard}.pid"; exec sleep 60\n`,
      );
      chmodSync(join(bin, name), 0o755);
    }
    at.env.PATH = `${bin}:${at.env.PATH}`;
    const screen = mockloop(at, 'practice', '--question', 'small/cache', '--mode', 'real', '--say');
    await screen.choose('Begin');
    await screen.asked('What does a cache cost you?');
    await eventually(() => existsSync(`${heard}.pid`), 'the question to be read');
    expect(readFileSync(heard, 'utf8')).toBe('What does a cache cost you?\n');
    const pid = Number(readFileSync(`${heard}.pid`, 'utf8'));
    expect(process.kill(pid, 0)).toBe(true);
    await screen.type('Stale data.');
    await screen.type(KEY.handIn);
    await eventually(() => {
      try {
        return !process.kill(pid, 0);
      } catch {
        return true;
      }
    }, 'the reading to stop');
  },
);
