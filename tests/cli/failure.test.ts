import { describe, expect, test } from 'vitest';
import { tellFailure } from '../../src/cli/failure.ts';
import { InputError, Interrupted, JudgeError } from '../../src/model/errors.ts';
import { ANSWERS, type World, world } from './world.ts';

const STACK = /^\s+at .+:\d+:\d+\)?$/m;

/** A world whose clock is broken, which can only be our fault. */
function brokenWorld(): World {
  const now = () => {
    throw new TypeError('no time today');
  };
  return world({ io: { clock: { now, setTimeout: () => 0, clearTimeout: () => {} } } });
}

describe('a bug: exit 70', () => {
  test('with lines to paste and no stack', async () => {
    const { code, out, err } = await brokenWorld().run('practice', 'small', '--answers', ANSWERS);
    expect({ code, out }).toEqual({ code: 70, out: '' });
    expect(err).toContain('TypeError: no time today');
    expect(err).toContain('command: practice');
    expect(err).toContain(process.version);
    expect(err).not.toMatch(STACK);
  });

  test('names the command where options come first', async () => {
    const { err } = await brokenWorld().run('--no-color', 'practice', 'small', '--answers', ANSWERS);
    expect(err).toContain('command: practice\n');
  });

  test('with the stack under --debug', async () => {
    const { code, err } = await brokenWorld().run('practice', 'small', '--answers', ANSWERS, '--debug');
    expect(code).toBe(70);
    expect(err).toMatch(STACK);
  });

  test('without what the user typed besides the command', async () => {
    const { err } = await brokenWorld().run('practice', 'small', '--answers', ANSWERS);
    expect(err).not.toContain(ANSWERS);
  });
});

describe('the mistake of the user: exit 2', () => {
  test('shows neither stack nor cause', async () => {
    const { code, err } = await world().run('validate', '/nowhere');
    expect(code).toBe(2);
    expect(err).not.toMatch(STACK);
    expect(err).not.toContain('ENOENT');
  });

  test('shows the cause under --debug', async () => {
    const { code, err } = await world().run('validate', '/nowhere', '--debug');
    expect(code).toBe(2);
    expect(err).toMatch(/Caused by: .*ENOENT/);
    expect(err).toMatch(STACK);
  });
});

const told = async (error: unknown, ...argv: string[]) => {
  const { io, run } = world();
  const code = tellFailure(io, error, argv);
  // Whatever is written next takes along what was written before.
  const { err } = await run('--version');
  return { code, err };
};

describe('each kind of failure', () => {
  test.each([
    ['an input error', new InputError('Wrong.', 'Do this.'), 2, 'mockloop: Wrong.\nDo this.\n'],
    ['a judge that failed', new JudgeError('The judge is away.'), 3, 'mockloop: The judge is away.\n'],
    ['an interruption', new Interrupted(15, 'Left.'), 143, 'Left.\n'],
  ])('%s', async (_name, error, code, err) => expect(await told(error)).toEqual({ code, err }));

  test.each([
    'ENOSPC',
    'EDQUOT',
    'EFBIG',
    'EROFS',
    'EACCES',
    'EPERM',
    'ENOENT',
    'EEXIST',
    'ENOTDIR',
    'EISDIR',
  ])('a disk that says %s is no bug of ours', async code => {
    const error = Object.assign(new Error(`${code}: failed`), {
      code,
      path: '/some/.report.md.mockloop-new',
    });
    const { code: exit, err } = await told(error);
    expect(exit).toBe(2);
    expect(err).toMatch(/^mockloop: [^\n]+\n$/);
    expect(err).not.toContain('mockloop-new');
  });

  test('a full disk says how to go on, by the command', async () => {
    const full = Object.assign(new Error('ENOSPC: failed'), { code: 'ENOSPC' });
    expect((await told(full, 'practice', 'small')).err).toContain('`mockloop resume`');
    expect((await told(full)).err).toContain('`mockloop resume`');
    for (const command of ['report', 'calibrate'])
      expect((await told(full, command)).err).toBe(
        'mockloop: The disk is full. Make room and run the same command again.\n',
      );
  });

  test('what is kept of an evaluation is named as its output', async () => {
    const path = '/some/out.jsonl.partial.lock.a-host.4711';
    const error = Object.assign(new Error('EACCES: failed'), { code: 'EACCES', path });
    expect((await told(error)).err).toBe('mockloop: No permission: /some/out.jsonl\n');
  });

  test('an error of another kind is a bug, even when it is none', async () => {
    expect((await told('just text')).code).toBe(70);
    expect((await told(undefined)).code).toBe(70);
  });
});
