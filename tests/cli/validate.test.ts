import { describe, expect, test } from 'vitest';
import { CONTENT, world } from './world.ts';

const BROKEN = 'kind: bank\nid: x\nquestions:\n  - { id: a, promt: What? }\n  - { id: A, prompt: What? }\n';

describe('exit code', () => {
  test('0: no problems, and nothing on stdout', async () => {
    expect(await world().run('validate', CONTENT)).toEqual({
      code: 0,
      out: '',
      err: expect.stringMatching(/files?, 0 problems\n$/),
    });
  });

  test('0: nothing named means the shipped content with what --content adds', async () => {
    const { code, err } = await world({ env: { MOCKLOOP_CONTENT: '' } }).run(
      'validate',
      '--content',
      CONTENT,
    );
    expect(code).toBe(0);
    expect(err).toBe('2 files, 0 problems\n');
  });

  test('1: problems, each with its place', async () => {
    const { run, put } = world();
    const path = put('bank.yaml', BROKEN);
    const { code, out, err } = await run('validate', path);
    expect(code).toBe(1);
    expect(out).toMatch(/bank\.yaml:4:\d+: /);
    expect(out).toMatch(/bank\.yaml:5:\d+: /);
    expect(err).toMatch(/, \d problems\n$/);
  });

  test('2: a path that cannot be read', async () => {
    const { run, folder } = world();
    const { code, out, err } = await run('validate', `${folder}/none.yaml`);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('none.yaml');
  });

  test('2: a folder without content', async () => {
    const { run, put, folder } = world();
    put('empty/readme.md', '');
    expect((await run('validate', `${folder}/empty`)).code).toBe(2);
  });
});

describe('--json', () => {
  test('is the list of problems', async () => {
    const { run, put } = world();
    const { code, out, err } = await run('validate', put('bank.yaml', BROKEN), '--json');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    const problems = JSON.parse(out);
    expect(problems.length).toBeGreaterThanOrEqual(2);
    expect(problems[0]).toMatchObject({ line: 4, column: expect.any(Number), severity: 'error' });
    expect(problems[0].file).toContain('bank.yaml');
  });

  test('is an empty list for sound content', async () => {
    expect(await world().run('validate', CONTENT, '--json')).toEqual({ code: 0, out: '[]\n', err: '' });
  });
});

test('--quiet leaves the count out, never the problems', async () => {
  const { run, put } = world();
  expect(await run('validate', CONTENT, '--quiet')).toEqual({ code: 0, out: '', err: '' });
  const { out, err } = await run('validate', put('bank.yaml', BROKEN), '--quiet');
  expect(err).toBe('');
  expect(out).toContain('bank.yaml:4');
});

test('a page given by mistake is one problem, not one a line', async () => {
  const { run, put } = world({ env: { MOCKLOOP_CONTENT: '' } });
  const page = put('README.md', '# A page\n\nIt has prose: lines: of it\nand more\n- one\nand: two\n\n');
  const { code, out, err } = await run('validate', page);
  expect({ code, err }).toEqual({ code: 1, err: '1 file, 1 problem\n' });
  expect(out).toContain('From here on this is no YAML, and the name of the file does not end in .yaml.');
  const bank = put('page.yaml', 'a: b: c\nd: e: f\n');
  expect((await run('validate', bank)).err).toBe('1 file, 2 problems\n');
});

test('with --content and no path, what that adds is checked, as the help says', async () => {
  const { run } = world({ env: { MOCKLOOP_CONTENT: '' } });
  expect((await run('validate', '--content', CONTENT)).err).toBe('2 files, 0 problems\n');
  expect((await run('validate', '--help')).out).toContain('what is shipped, or what --content adds\n');
});

test('files that are given together may refer to each other', async () => {
  const { run, put } = world({ env: { MOCKLOOP_CONTENT: '' } });
  const bank = put('b.yaml', 'kind: bank\nid: b\nquestions: [{ id: q, prompt: What? }]\n');
  const loop = put(
    'l.yaml',
    'kind: loop\nid: l\ntitle: L\nrounds: [{ id: r, title: R, minutes: 9, questions: [b/q] }]\n',
  );
  expect((await run('validate', loop)).code).toBe(1);
  expect((await run('validate', loop, bank)).code).toBe(0);
});

describe('--strict', () => {
  const THIN = 'kind: bank\nid: b\nquestions: [{ id: q, prompt: What is a channel made of? }]\n';

  test('says no to a warning, which is none without it', async () => {
    const { run, put } = world({ env: { MOCKLOOP_CONTENT: '' } });
    const bank = put('b.yaml', THIN);
    expect(await run('validate', bank)).toEqual({ code: 0, out: '', err: '1 file, 0 problems\n' });
    const { code, out, err } = await run('validate', bank, '--strict');
    expect({ code, err }).toEqual({ code: 1, err: '1 file, 1 problem\n' });
    expect(out).toContain('b.yaml:3:13: warning: The question has no follow-up.');
  });

  test('tells errors alone where there are some', async () => {
    const { run, put } = world();
    const { code, out } = await run('validate', put('bank.yaml', BROKEN), '--strict', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out).every((it: { severity: string }) => it.severity === 'error')).toBe(true);
  });
});
