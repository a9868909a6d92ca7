import { utimesSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ANSWERS, FIRST, world } from './world.ts';

/** An interview that stopped before `small/cache`. */
async function stopped() {
  const made = world();
  const script = made.read(ANSWERS).replace(/^small\/cache: .*$/m, '');
  await made.run('practice', 'small', '--answers', made.put('half.yaml', script));
  return made;
}

describe('an unfinished interview', () => {
  test.each([[[]], [[FIRST]]])('goes on where it stopped: %j', async name => {
    const { run, data, read } = await stopped();
    const { code, out } = await run('resume', ...name, '--answers', ANSWERS);
    expect({ code, out }).toEqual({ code: 0, out: `${data}/sessions/${FIRST}/report.md\n` });
    const journal = read(data, 'sessions', FIRST, 'journal.jsonl');
    for (const key of ['small/deploy', 'small/cache', 'small/mistake', 'work/closing', 'story/closing'])
      expect(journal.split(`"answered","key":"${key}"`), key).toHaveLength(2);
  });

  test('stops again at the same place with the same script', async () => {
    const { run, folder } = await stopped();
    const { code, err } = await run('resume', '--answers', `${folder}/half.yaml`);
    expect(code).toBe(2);
    expect(err).toContain('small/cache');
  });

  test('--out and --json mean what they mean for practice', async () => {
    const { run, folder, read } = await stopped();
    const { code, out } = await run('resume', '--answers', ANSWERS, '--out', `${folder}/out`, '--json');
    expect(code).toBe(0);
    expect(out).toBe(read(folder, 'out', 'report.json'));
  });

  test('is not opened twice', async () => {
    const { run, put, data } = await stopped();
    put(`data/sessions/${FIRST}/lock`, '4711\n');
    const elsewhere = world({
      env: { MOCKLOOP_DATA: data },
      io: { processes: { pid: 1, isAlive: () => true } },
    });
    const { code, err } = await elsewhere.run('resume', '--answers', ANSWERS);
    expect(code).toBe(2);
    expect(err).toContain('open elsewhere (process 4711)');
    // The process 4711 of this world is dead, so its lock is taken over.
    expect((await run('resume', '--answers', ANSWERS)).code).toBe(0);
  });

  test('needs somebody to ask', async () => {
    const { run } = await stopped();
    const { code, err } = await run('resume');
    expect(code).toBe(2);
    expect(err).toContain('--answers');
  });
});

describe('several unfinished interviews', () => {
  const SECOND = `${FIRST}-2`;

  /** Two that stopped at the same place; in the older one something was typed since, and the process killed. */
  async function two() {
    const made = await stopped();
    await made.run('practice', 'small', '--answers', `${made.folder}/half.yaml`);
    const draft = made.put(
      `data/sessions/${FIRST}/draft.json`,
      JSON.stringify({ key: 'small/cache', attempt: 0, text: 'Typed before the crash.', seconds: 9 }),
    );
    const later = Date.now() / 1000 + 60;
    utimesSync(draft, later, later);
    return made;
  }

  test('the one worked on last is taken and named, with how many others there are', async () => {
    const { run, data } = await two();
    const { code, out, err } = await run('resume', '--answers', ANSWERS);
    expect({ code, out }).toEqual({ code: 0, out: `${data}/sessions/${FIRST}/report.md\n` });
    expect(err).toBe(
      `Going on with ${FIRST}, the last that you worked on; 1 other is unfinished (mockloop sessions).\n`,
    );
    // The other is the only one now, and there is nothing to choose.
    expect(await run('resume', '--answers', ANSWERS)).toEqual({
      code: 0,
      out: `${data}/sessions/${SECOND}/report.md\n`,
      err: '',
    });
  });

  test('a person reads it before the question', async () => {
    const { data } = await two();
    const plain = async (...name: string[]) =>
      (await world({ env: { MOCKLOOP_DATA: data } }).run('resume', ...name, '--plain')).err;
    expect(await plain()).toMatch(new RegExp(`Going on with ${FIRST},[^?]*What does a cache cost you\\?`));
    expect(await plain(SECOND)).not.toContain('Going on with');
  });

  test('no other is taken while that one is open elsewhere', async () => {
    const { put, data, read } = await two();
    put(`data/sessions/${FIRST}/lock`, '4711\n');
    const elsewhere = world({
      env: { MOCKLOOP_DATA: data },
      io: { processes: { pid: 1, isAlive: () => true } },
    });
    const before = read(data, 'sessions', SECOND, 'journal.jsonl');
    const { code, err } = await elsewhere.run('resume', '--answers', ANSWERS);
    expect([code, err]).toEqual([2, expect.stringContaining(`The interview ${FIRST} is open elsewhere`)]);
    // Which other one there is to go on with is told.
    expect(err).toContain(`\`mockloop resume ${SECOND}\``);
    expect(read(data, 'sessions', SECOND, 'journal.jsonl')).toBe(before);
    const { err: named } = await elsewhere.run('resume', FIRST, '--answers', ANSWERS);
    expect(named).not.toContain(SECOND);
  });
});

describe('nothing to go on with: exit 2', () => {
  test('there is none', async () => {
    const { code, out, err } = await world().run('resume', '--answers', ANSWERS);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('no unfinished interview');
  });

  test('all are finished', async () => {
    const { run } = world();
    await run('practice', 'small', '--answers', ANSWERS);
    const { code, err } = await run('resume', '--answers', ANSWERS);
    expect(code).toBe(2);
    expect(err).toContain('no unfinished interview');
  });

  test('the one that is named is finished', async () => {
    const { run, data, read } = world();
    await run('practice', 'small', '--answers', ANSWERS);
    const before = read(data, 'sessions', FIRST, 'journal.jsonl');
    const { code, out, err } = await run('resume', FIRST, '--answers', ANSWERS);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('mockloop report');
    expect(read(data, 'sessions', FIRST, 'journal.jsonl')).toBe(before);
  });

  test.each(['nobody', '../sessions', '.'])('there is no %s', async name => {
    const { run } = await stopped();
    const { code, out, err } = await run('resume', name, '--answers', ANSWERS);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(`There is no session "${name}"`);
    // Also where nobody could be asked.
    expect((await run('resume', name)).err).toBe(err);
  });

  test('its journal has lost its beginning', async () => {
    const { run, put, data, read } = await stopped();
    const path = `data/sessions/${FIRST}/journal.jsonl`;
    put(path, read(data, 'sessions', FIRST, 'journal.jsonl').split('\n').slice(1).join('\n'));
    const { code, err } = await run('resume', FIRST, '--answers', ANSWERS);
    expect(code).toBe(2);
    expect(err).toContain('lost its beginning');
  });
});

test('a damaged line is told and skipped', async () => {
  const { run, put, data, read } = await stopped();
  const journal = read(data, 'sessions', FIRST, 'journal.jsonl');
  put(`data/sessions/${FIRST}/journal.jsonl`, `${journal}{"torn`);
  const { code, err } = await run('resume', '--answers', ANSWERS);
  expect(code).toBe(0);
  expect(err).toMatch(/Skipped in the journal \(line \d+: cut off\)/);
});
