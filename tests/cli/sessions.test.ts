import { appendFileSync, existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { decode, encode } from '../../src/store/log.ts';
import { ANSWERS, FIRST, world } from './world.ts';

/** One finished interview and, an hour later, one that stopped at its second question. */
async function kept() {
  const made = world();
  await made.run('practice', 'small', '--answers', ANSWERS);
  made.clock.pass(3600);
  await made.run('practice', 'small', '--answers', made.put('half.yaml', 'small/deploy: A canary.\n'));
  return made;
}

const SECOND = '2023-11-14-2313-small';

describe('the list', () => {
  test('has the newest first, one a line', async () => {
    const { run } = await kept();
    const { code, out, err } = await run('sessions');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    const lines = out.trimEnd().split('\n');
    expect(lines.map(it => it.split(/ {2,}/)[0])).toEqual([SECOND, FIRST]);
    expect(lines[0]).toMatch(/real {2}1 answer +unfinished$/);
    expect(lines[1]).toMatch(/ finished$/);
  });

  test('is the same as JSON', async () => {
    const { run } = await kept();
    const rows = JSON.parse((await run('sessions', '--json')).out);
    expect(rows[0]).toEqual({
      id: SECOND,
      title: 'A small loop',
      mode: 'real',
      startedAt: '2023-11-14T23:13:20.000Z',
      answers: 1,
      state: 'unfinished',
    });
    expect(rows[1]).toMatchObject({ id: FIRST, state: 'finished' });
  });

  test('without interviews says so beside an empty output', async () => {
    const { run } = world();
    expect(await run('sessions')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('practice'),
    });
    expect(await run('sessions', '--json')).toEqual({ code: 0, out: '[]\n', err: '' });
  });

  test('tells a damaged one, which hides none of the others', async () => {
    const { run, data } = await kept();
    mkdirSync(join(data, 'sessions', 'broken'));
    const rows = JSON.parse((await run('sessions', '--json')).out);
    expect(rows.map((it: { state: string }) => it.state)).toEqual(['unfinished', 'finished', 'damaged']);
  });

  test('is of the folder that --data names', async () => {
    const { run, data } = await kept();
    const other = world();
    expect((await other.run('sessions', '--data', data)).out).toBe((await run('sessions')).out);
  });
});

describe('--export', () => {
  test('prints the journal as it is', async () => {
    const { run, data, read } = await kept();
    const { code, out } = await run('sessions', '--export', FIRST);
    expect({ code, out }).toEqual({ code: 0, out: read(data, 'sessions', FIRST, 'journal.jsonl') });
  });

  test('writes it to --out', async () => {
    const { run, data, read, folder } = await kept();
    const answer = await run('sessions', '--export', FIRST, '--out', join(folder, 'mine.jsonl'));
    expect(answer).toEqual({ code: 0, out: '', err: '' });
    expect(read(folder, 'mine.jsonl')).toBe(read(data, 'sessions', FIRST, 'journal.jsonl'));
  });

  test('replaces a file with --force alone, as export --session does', async () => {
    const { run, put, data, read, folder } = await kept();
    const mine = put('mine.jsonl', 'kept');
    const refused = {
      code: 2,
      out: '',
      err: expect.stringMatching(/is there already\.\nAdd --force to replace it, or name another file\.\n$/),
    };
    expect(await run('sessions', '--export', FIRST, '--out', mine)).toEqual(refused);
    expect(await run('export', '--session', FIRST, mine)).toEqual(refused);
    expect(read(folder, 'mine.jsonl')).toBe('kept');
    expect((await run('sessions', '--export', FIRST, '--out', mine, '--force')).code).toBe(0);
    expect(read(folder, 'mine.jsonl')).toBe(read(data, 'sessions', FIRST, 'journal.jsonl'));
  });

  test.each([
    ['sessions', '--export', FIRST, '--out', 'none/x.jsonl'],
    ['export', '--session', FIRST, 'none/x.jsonl'],
    ['export', 'none/x.json'],
    ['export', 'none/folder'],
  ])('%s %s into a folder that is not there says so, and what to do', async (...argv) => {
    const { run } = await kept();
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(/^mockloop: There is no folder ".*none" to write into\.\nMake it first\.\n$/);
  });
});

describe('--forget', () => {
  test('removes the folder, and that one only', async () => {
    const { run, data } = await kept();
    expect(await run('sessions', '--forget', FIRST, '--yes')).toEqual({
      code: 0,
      out: '',
      err: `Forgotten: ${FIRST}\n`,
    });
    expect(existsSync(join(data, 'sessions', FIRST))).toBe(false);
    expect(existsSync(join(data, 'sessions', SECOND))).toBe(true);
  });

  test('refuses one that is being held', async () => {
    const { data, put } = await kept();
    put(`data/sessions/${FIRST}/lock`, '4711\n');
    const { run } = world({ io: { processes: { pid: 1, isAlive: () => true } } });
    const { code, err } = await run('sessions', '--forget', FIRST, '--data', data);
    expect(code).toBe(2);
    expect(err).toContain('open elsewhere');
    expect(existsSync(join(data, 'sessions', FIRST, 'journal.jsonl'))).toBe(true);
  });
});

describe('a name that is none', () => {
  test.each(['../x', '..', '.', '', `../sessions/${FIRST}`, 'nobody'])('%j is refused', async name => {
    const { run, put, folder, data } = await kept();
    put('data/x/journal.jsonl', 'secret');
    for (const flag of ['--forget', '--export']) {
      const { code, out, err } = await run('sessions', flag, name);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toContain('There is no session');
    }
    expect(existsSync(join(data, 'x', 'journal.jsonl'))).toBe(true);
    expect(existsSync(join(data, 'sessions', FIRST))).toBe(true);
    expect(existsSync(folder)).toBe(true);
  });
});

test('a journal that did not change is not read again for the list, and one that did is', async () => {
  const { run, data, read } = await kept();
  const list = async () =>
    JSON.parse((await run('sessions', '--json')).out) as { title: string; answers: number }[];
  const before = await list();
  const note = join(data, 'sessions', FIRST, 'line.json');
  expect(statSync(note).mode & 0o777).toBe(0o600);
  const { sum: _, ...was } = decode(read(note).trimEnd()) as { sum: string; line: object };
  writeFileSync(note, `${encode({ ...was, line: { ...was.line, title: 'From the note' } })}\n`);
  expect((await list()).map(it => it.title)).toEqual(['A small loop', 'From the note']);
  appendFileSync(join(data, 'sessions', FIRST, 'journal.jsonl'), '\n');
  expect(await list()).toEqual(before);
  writeFileSync(note, '{"of":1}');
  expect(await list()).toEqual(before);
});
