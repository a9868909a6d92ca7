import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERS, FIRST, world } from './world.ts';

const PROFILE = `\
kind: profile # mine
role: backend engineer
projects:
  - title: Order pipeline
    what: takes orders to the warehouse
`;
const BROKEN = 'kind: profile\nrolle: smith\n';

/** A world where the editor of the user leaves this text. */
function editing(text: string, env = {}) {
  const made = world({ terminal: true, env: { TERM: 'xterm', ...env } });
  const typed = made.put('typed.yaml', text);
  Object.assign(made.io.env, { EDITOR: `cp ${typed}` });
  return { ...made, path: join(made.data, 'profile.yaml'), draft: join(made.data, 'profile-draft.yaml') };
}

describe('without a profile', () => {
  test.each([[], ['show'], ['show', '--json'], ['remove']])(
    'off a terminal nothing is asked, and it says how to make one: %j',
    async (...argv) => {
      const { code, out, err } = await world().run('profile', ...argv);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err).toMatch(/There is no profile\.\nMake one .*profile\.yaml.*mockloop schema profile/);
    },
  );

  test('edit needs a terminal, and names the file', async () => {
    const { code, err } = await world().run('profile', 'edit');
    expect(code).toBe(2);
    expect(err).toMatch(/no terminal to edit in\.\n.*profile\.yaml/);
  });

  test('in a terminal the editor makes one, that only its owner can read', async () => {
    const { run, read, path } = editing(PROFILE);
    const { code, out, err } = await run('profile');
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(/^Kept, with 1 project: /);
    expect(read(path)).toBe(PROFILE);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  });

  test('an editor that changes nothing, or fails, makes none', async () => {
    const { run, io, data } = editing(PROFILE);
    for (const [editor, code, told] of [
      ['true', 0, 'Nothing was changed'],
      ['false', 2, 'ended with 1'],
    ] as const) {
      Object.assign(io.env, { EDITOR: editor });
      expect(await run('profile')).toEqual({ code, out: '', err: expect.stringContaining(told) });
    }
    expect((await run('profile', 'show')).code).toBe(2);
    expect(() => statSync(join(data, 'profile-draft.yaml'))).toThrow();
  });
});

describe('a profile', () => {
  test('is shown as it is, or as JSON; path says where it is', async () => {
    const { run, path } = editing(PROFILE);
    await run('profile');
    expect(await run('profile')).toEqual({ code: 0, out: PROFILE, err: '' });
    expect(JSON.parse((await run('profile', 'show', '--json')).out)).toEqual({
      kind: 'profile',
      role: 'backend engineer',
      stack: [],
      projects: [{ title: 'Order pipeline', what: 'takes orders to the warehouse', numbers: [], terms: [] }],
    });
    expect((await run('profile', 'path')).out).toBe(`${path}\n`);
  });

  test('is shown without what would steer a terminal', async () => {
    const { run } = editing(PROFILE.replace('mine', 'mine\u202e'));
    await run('profile');
    expect((await run('profile')).out).toContain('mine\\u202e');
  });

  test('what was saved by an editor that failed is kept beside it, and gone on with', async () => {
    const { run, io, read, path, draft } = editing(PROFILE);
    await run('profile');
    Object.assign(io.env, { EDITOR: `f() { echo '# more' >> "$1"; return 3; }; f` });
    expect((await run('profile', 'edit')).err).toMatch(/ended with 3\n.*profile-draft\.yaml/);
    expect([read(path), read(draft)]).toEqual([PROFILE, `${PROFILE}# more\n`]);
    Object.assign(io.env, { EDITOR: 'true' });
    expect(await run('profile', 'edit')).toMatchObject({ code: 0, err: expect.stringMatching(/^Going on/) });
    expect(read(path)).toBe(`${PROFILE}# more\n`);
    expect(() => statSync(draft)).toThrow();
  });

  test('that is broken is told of, with its places', async () => {
    const { run, put } = world();
    put('data/profile.yaml', BROKEN);
    const { code, err } = await run('profile');
    expect(code).toBe(2);
    expect(err).toMatch(/profile\.yaml:2:1: There is no key "rolle"[\s\S]*Did you mean "role"\?[\s\S]*edit`/);
  });

  test('is removed with what was kept beside it', async () => {
    const { run, put, path, draft } = editing(PROFILE);
    await run('profile');
    put('data/profile-draft.yaml', BROKEN);
    expect(await run('profile', 'remove')).toMatchObject({
      code: 0,
      err: expect.stringMatching(/^Removed: /),
    });
    for (const it of [path, draft]) expect(() => statSync(it)).toThrow();
  });

  test('has no other action', async () => {
    const { code, err } = await world().run('profile', 'delete');
    expect(code).toBe(2);
    expect(err).toContain('show, edit, path, remove');
  });
});

describe('an interview', () => {
  /** What a script hears first, and its report, with this in its folder of data. */
  async function held(profile: string, script: string, ...flags: string[]) {
    const { run, put, read, data, folder } = world();
    put('data/profile.yaml', profile);
    const ran = await run('practice', 'small', '--answers', put('script.yaml', script), ...flags);
    const at = join(data, 'sessions', FIRST);
    return {
      ...ran,
      folder,
      run,
      journal: () => read(at, 'journal.jsonl'),
      report: () => read(at, 'report.md'),
    };
  }
  const answers = readFileSync(ANSWERS, 'utf8');
  const withOpening = `work/opening: I kept the orders in their order.\n${answers}`;

  test('from a script has an opening when the script answers it, and the report says that it does not count', async () => {
    const { code, report, run } = await held(PROFILE, withOpening);
    expect(code).toBe(0);
    expect(report()).toMatch(
      /### 1\.1 Opening: opening\n\nYou wrote that you worked on “Order pipeline”[^\n]*\n\nAn opening is not judged\.\n\ntime used: [^\n]*handed in\n/,
    );
    const told = JSON.parse((await run('report', '--json')).out);
    const without = await held(PROFILE, answers);
    const same = JSON.parse((await without.run('report', '--json')).out);
    expect(told.rounds[0].questions[0]).toMatchObject({ key: 'work/opening', kind: 'opening' });
    expect([told.score, told.competencies, told.workOn]).toEqual([
      same.score,
      same.competencies,
      same.workOn,
    ]);
  });

  test('an opening that was skipped does not count either', async () => {
    const [skipped, without] = [
      await held(PROFILE, `work/opening: ""\n${answers}`),
      await held(PROFILE, answers),
    ];
    expect(skipped.report()).toMatch(/An opening is not judged\.\n\ntime used: [^\n]* · skipped\n/);
    const scoreIn = async ({ run }: typeof skipped) => JSON.parse((await run('report', '--json')).out).score;
    expect(await scoreIn(skipped)).toBe(await scoreIn(without));
  });

  test.each([
    ['whose script has no answer', answers, []],
    ['with --no-profile', withOpening, ['--no-profile']],
  ])('%s never looks at the profile', async (_name, script, flags) => {
    const { code, journal } = await held(BROKEN, script, ...flags);
    expect(code).toBe(0);
    expect(journal()).not.toContain('opening');
  });

  test('is told of a profile that cannot be used, and how to do without', async () => {
    const { code, err } = await held(BROKEN, withOpening);
    expect(code).toBe(2);
    expect(err).toMatch(/Your profile has problems[\s\S]*--no-profile/);
  });

  test('keeps what was asked, and needs the profile no more', async () => {
    const { run, journal, report } = await held(PROFILE, withOpening);
    const before = report();
    await run('profile', 'remove');
    expect((await run('report', FIRST)).out).toBe(before);
    expect(journal()).not.toContain('backend engineer');
  });

  test('on a pipe has the questions that its lines were written for', async () => {
    const { run, put, data, read } = world({ input: 'One.\n.\n' });
    put('data/profile.yaml', PROFILE);
    await run('practice', 'small', '--plain');
    expect(read(data, 'sessions', FIRST, 'journal.jsonl')).not.toContain('opening');
  });
});
