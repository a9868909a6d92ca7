import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { isInteractive, processIo, wantsColor, write } from '../../src/cli/io.ts';
import { world } from './world.ts';

describe('colour', () => {
  test.each([
    ['a terminal has it', { terminal: true }, undefined, true],
    ['a pipe has not', {}, undefined, false],
    ['--no-color', { terminal: true, env: { FORCE_COLOR: '1' } }, false, false],
    ['NO_COLOR', { terminal: true, env: { NO_COLOR: '1' } }, undefined, false],
    ['an empty NO_COLOR says nothing', { terminal: true, env: { NO_COLOR: '' } }, undefined, true],
    ['FORCE_COLOR on a pipe', { env: { FORCE_COLOR: '1' } }, undefined, true],
    ['FORCE_COLOR=0 forces nothing', { env: { FORCE_COLOR: '0' } }, undefined, false],
    ['FORCE_COLOR before NO_COLOR', { env: { FORCE_COLOR: '1', NO_COLOR: '1' } }, undefined, true],
    ['a dumb terminal', { terminal: true, env: { TERM: 'dumb' } }, undefined, false],
  ])('%s', (_name, setting, option, expected) => {
    const { io } = world(setting);
    expect(wantsColor(io, io.stdout, option)).toBe(expected);
  });
});

test('somebody can be asked only at two ends of a terminal', () => {
  expect(isInteractive(world({ terminal: true }).io)).toBe(true);
  expect(isInteractive(world().io)).toBe(false);
  const { io } = world({ terminal: true });
  expect(isInteractive({ ...io, stdout: world().io.stdout })).toBe(false);
  expect(isInteractive({ ...io, stdin: world().io.stdin })).toBe(false);
});

describe('writing', () => {
  test('waits for a slow reader', async () => {
    const slow = new PassThrough({ highWaterMark: 1 });
    let done = false;
    const writing = write(slow, 'much').then(() => {
      done = true;
    });
    await write(new PassThrough(), '');
    expect(slow.read()?.toString()).toBe('much');
    await writing;
    expect(done).toBe(true);
  });

  test('fails when the stream does', async () => {
    const broken = new PassThrough();
    broken.on('error', () => {});
    broken.destroy();
    await expect(write(broken, 'x')).rejects.toThrow();
  });
});

test('the processes of the real world: this one lives, number 2^22 + 1 cannot', () => {
  const { processes } = processIo();
  expect(processes.isAlive(process.pid)).toBe(true);
  // Linux gives out numbers up to 2^22.
  expect(processes.isAlive(2 ** 22 + 1)).toBe(false);
});
