/** Runs between other programs: readers that go away, nobody to ask, and how soon the help is there. */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { ANSWERS } from '../cli/world.ts';
import { Pipe, piped } from './pipe.ts';
import { BIN, eventually, place } from './place.ts';

describe('a reader that goes away is no failure', () => {
  test('| head -1', async () => {
    const at = place();
    const script = '{ "$@"; echo "exit=$?" >&2; } | head -1';
    const run = new Pipe('/bin/sh', ['-c', script, 'sh', process.execPath, BIN, 'list', 'questions'], at);
    await run.end();
    expect(run.out.split('\n')).toHaveLength(2);
    expect(run.err).toBe('exit=0\n');
  });

  test.each([
    [['list', 'questions', '--json']],
    [['schema', 'bank']],
    [['--help']],
    [['practice', '--help']],
  ])('%j into a pipe that nobody reads', async argv => {
    const { env } = place();
    const child = spawn(process.execPath, [BIN, ...argv], { env, stdio: ['ignore', 'pipe', 'pipe'] });
    child.stdout.destroy();
    let err = '';
    child.stderr.on('data', text => {
      err += text;
    });
    let code: number | null | undefined;
    child.on('close', it => {
      code = it;
    });
    await eventually(() => code !== undefined, 'the end');
    expect({ code, err }).toEqual({ code: 0, err: '' });
  });

  test('messages that nobody reads do not stop an interview', async () => {
    const at = place();
    const argv = [BIN, 'practice', 'small', '--plain', '--round', 'work'];
    const child = spawn(process.execPath, argv, { env: at.env, stdio: ['pipe', 'pipe', 'pipe'] });
    child.stderr.destroy();
    child.stdin.end('/skip\n'.repeat(12));
    let [out, code]: [string, number | null | undefined] = ['', undefined];
    child.stdout.on('data', text => {
      out += text;
    });
    child.on('close', it => {
      code = it;
    });
    await eventually(() => code !== undefined, 'the end');
    expect(code).toBe(0);
    expect(out).toMatch(/report\.md\n$/);
  });
});

describe('with an open pipe for input, nothing waits for it', () => {
  test.skipIf(!existsSync('/dev/full'))('a run whose output has no room', async () => {
    const at = place();
    const script = '"$@" > /dev/full';
    const argv = [process.execPath, BIN, 'evaluate', '-'];
    const run = new Pipe('/bin/sh', ['-c', script, 'sh', ...argv], at);
    run.write(
      ...Array.from({ length: 2_000 }, () => '{"question":{"prompt":"Why?"},"answer":"Since it is so."}'),
    );
    expect(await run.end()).toBe(2);
    expect(run.err).toContain('The disk is full');
  });

  test.each<[string[], number]>([
    [[], 0],
    [['practice'], 2],
    [['practice', 'small'], 2],
    [['practice', 'small', '--no-input'], 2],
    [['practice', 'small', '--answers', ANSWERS], 0],
    [['resume'], 2],
    [['report'], 2],
    [['sessions'], 0],
    [['list', 'loops'], 0],
    [['validate'], 0],
    [['schema', 'loop'], 0],
    [['nonsense'], 2],
  ])('%j ends with %i', async (argv, code) => {
    const run = piped(place(), ...argv);
    expect(await run.end()).toBe(code);
  });
});

describe.skipIf(!existsSync('/proc/self'))('where no folder can be made, the error is told', () => {
  test.each([
    [['init', '/proc/new']],
    [['pack', 'build', '--loop', 'small', '--out', '/proc/new']],
    [['practice', 'small', '--answers', ANSWERS, '--out', '/proc/new']],
    [['practice', 'small', '--answers', ANSWERS, '--data', '/proc/new']],
  ])('%j ends with 2', async argv => {
    const run = piped(place(), ...argv);
    expect(await run.end()).toBe(2);
    expect(run.err).toMatch(
      /^mockloop: (There is no such|No permission|Cannot make the folder)[^\n]*\/proc\/new/,
    );
  });
});

test.each(['--version', '--help'])('%s is quick', async flag => {
  const at = place();
  const times: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    const began = performance.now();
    expect(await piped(at, flag).end()).toBe(0);
    times.push(performance.now() - began);
  }
  // About 120 ms on an idle machine; what this must notice is a package loaded that only a command needs.
  expect(Math.min(...times)).toBeLessThan(1500);
});
