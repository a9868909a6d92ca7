/** What is the user's: taken away whole, and forgotten whole. */
import { appendFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERS, FIRST, type World, world } from './world.ts';

/** An interview, a decision, a profile, a story, and what a model and a crash left. */
async function lived(): Promise<World> {
  const made = world({ env: { TZ: 'UTC' } });
  await made.run('practice', 'small', '--answers', ANSWERS);
  await made.run('review', '--suspend', 'small/cache');
  await made.run('stories', 'add', '--title', 'The index', '--principle', 'ownership');
  made.put('data/profile.yaml', 'kind: profile\nlevel: L5\n');
  made.put('data/llm/audit.jsonl', '{"event":"sent"}\n');
  made.put('data/llm/replies/ab/abc.json', '{}');
  made.put('data/llm/told-example.org', 'example.org\n');
  made.put('data/.profile.yaml.mockloop-new', 'kind');
  made.put(`data/sessions/${FIRST}/lock`, '4711\n');
  return made;
}

describe('export', () => {
  test('to a folder has every file as it is, the folds beside them, for nobody else to read', async () => {
    const { run, folder, data, read } = await lived();
    const to = join(folder, 'mine');
    const { code, out, err } = await run('export', to);
    expect({ code, out }).toEqual({ code: 0, out: `${to}\n` });
    expect(err).toMatch(/^Exported: 1 interview, \d+ files\.\n$/);
    for (const name of [
      'decisions.jsonl',
      'profile.yaml',
      'llm/audit.jsonl',
      `sessions/${FIRST}/journal.jsonl`,
    ]) {
      expect(read(to, name)).toBe(read(data, name));
      expect(statSync(join(to, name)).mode & 0o777).toBe(0o600);
    }
    expect(statSync(to).mode & 0o777).toBe(0o700);
    expect(readdirSync(to).sort()).toEqual(
      [
        'cards.json',
        'closing.json',
        'decisions.jsonl',
        'llm',
        'outcomes.json',
        'profile.yaml',
        'sessions',
        'stories.json',
      ].sort(),
    );
    expect(readdirSync(join(to, 'llm'))).toEqual(['audit.jsonl']);
    expect(readdirSync(join(to, 'sessions', FIRST))).not.toContain('lock');
    expect(JSON.parse(read(to, 'stories.json'))).toMatchObject([{ id: 'the-index' }]);
    // It is a data folder, and a file of cards.
    expect((await run('review', '--list', '--data', to)).out).toBe((await run('review', '--list')).out);
    expect((await run('review', '--import', join(to, 'cards.json'))).err).toContain('Nothing in it is new');
  });

  test('to one file has the same, the lines of logs as what they are, a damaged one as text', async () => {
    const { run, folder, data, read } = await lived();
    appendFileSync(join(data, 'decisions.jsonl'), 'damaged \u001b[2J\n');
    const to = join(folder, 'mine.json');
    expect((await run('export', to)).code).toBe(0);
    const text = read(to);
    expect(text).not.toContain('\u001b');
    const { kind, stories, cards, files } = JSON.parse(text);
    expect({ kind, cards: cards.kind, stories: stories.length }).toEqual({
      kind: 'export',
      cards: 'cards',
      stories: 1,
    });
    const file = (path: string) => files.find((it: { path: string }) => it.path === path);
    expect(file('profile.yaml').text).toBe(read(data, 'profile.yaml'));
    expect(file('decisions.jsonl').lines.at(-1)).toBe('damaged \u001b[2J');
    const lines = file(`sessions/${FIRST}/journal.jsonl`).lines.map(
      (it: object) => `${JSON.stringify(it)}\n`,
    );
    expect(lines.join('')).toBe(read(data, 'sessions', FIRST, 'journal.jsonl'));
    expect(statSync(to).mode & 0o777).toBe(0o600);
  });

  test('goes neither into the data folder nor over what is there', async () => {
    const { run, folder, data, put } = await lived();
    symlinkSync(data, join(folder, 'link'));
    for (const to of [data, join(data, 'mine'), join(data, 'mine.json'), join(folder, 'link')])
      expect(await run('export', to)).toMatchObject({
        code: 2,
        err: expect.stringContaining('data folder itself'),
      });
    put('full/note', 'mine');
    expect(await run('export', join(folder, 'full'))).toMatchObject({
      code: 2,
      err: expect.stringContaining('not empty'),
    });
    mkdirSync(join(folder, 'empty'));
    expect((await run('export', join(folder, 'empty'))).code).toBe(0);
    expect(await run('export', join(folder, 'nowhere', 'mine'))).toMatchObject({ code: 2 });
  });

  test.each([[[]], [['--session', FIRST]]])('wants --force to replace a file: %j', async more => {
    const { run, put, read, folder } = await lived();
    const to = put('mine.json', 'mine');
    expect(await run('export', to, ...more)).toEqual({
      code: 2,
      out: '',
      err: `mockloop: "${to}" is there already.\nAdd --force to replace it, or name another file.\n`,
    });
    expect(read(folder, 'mine.json')).toBe('mine');
    expect((await run('export', to, ...more, '--force')).code).toBe(0);
    expect(read(folder, 'mine.json')).not.toBe('mine');
  });

  test('tells a file that cannot be read, and writes the others', async () => {
    const { run, folder, data } = await lived();
    rmSync(join(data, 'profile.yaml'));
    mkdirSync(join(data, 'profile.yaml'));
    const { code, err } = await run('export', join(folder, 'mine'));
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('Skipped profile.yaml: ') });
    expect(existsSync(join(folder, 'mine', 'decisions.jsonl'))).toBe(true);
  });

  test('of one interview is its journal, called either way', async () => {
    const { run, data, read } = await lived();
    const journal = read(data, 'sessions', FIRST, 'journal.jsonl');
    expect((await run('export', '--session', FIRST)).out).toBe(journal);
    expect((await run('sessions', '--export', FIRST)).out).toBe(journal);
  });
});

describe('forget', () => {
  test.each([
    ['forget', FIRST],
    ['sessions', '--forget', FIRST],
  ])('%s %s removes one interview, called either way, and only when it is meant', async (...argv) => {
    const { run, data } = await lived();
    expect(await run(...argv)).toMatchObject({ code: 2, err: expect.stringContaining('Add --yes') });
    expect(existsSync(join(data, 'sessions', FIRST))).toBe(true);
    const { code, err } = await run(...argv, '--yes');
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining(`Forgotten: ${FIRST}\n`) });
    expect(err).toContain(`remove ${join(data, 'llm', 'replies')}`);
    expect(existsSync(join(data, 'sessions', FIRST))).toBe(false);
    expect(existsSync(join(data, 'decisions.jsonl'))).toBe(true);
  });

  test('everything leaves nothing, and says what it was', async () => {
    const { run, data } = await lived();
    const { code, err } = await run('forget', '--all', '--yes');
    expect(code).toBe(0);
    expect(err).toContain(
      'Forgotten: 1 interview, decisions.jsonl, profile.yaml, llm/audit.jsonl, llm/replies',
    );
    expect(existsSync(data)).toBe(false);
    expect((await run('forget', '--all', '--yes')).err).toContain('nothing to forget');
  });

  test('everything leaves what is not ours, and names it', async () => {
    const { run, data, put } = await lived();
    put('data/thesis.txt', 'mine');
    put('data/sessions/php/sess_1', 'of another program');
    const { err } = await run('forget', '--all', '--yes');
    expect(err).toContain("as not mockloop's: sessions/php, thesis.txt\n");
    expect(existsSync(join(data, 'sessions', 'php', 'sess_1'))).toBe(true);
    expect(readdirSync(data).sort()).toEqual(['sessions', 'thesis.txt']);
  });

  test.each(['sessions', 'llm', 'profile.yaml'])('removes nothing behind a link: %s', async name => {
    const { run, data, folder, put } = await lived();
    put('elsewhere/replies/mine', 'precious');
    put(`elsewhere/${FIRST}/mine`, 'precious');
    rmSync(join(data, name), { recursive: true });
    symlinkSync(join(folder, 'elsewhere'), join(data, name));
    const { code, err } = await run('forget', '--all', '--yes');
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`${join(data, name)} is a link`) });
    expect((await run('forget', FIRST, '--yes')).code).toBe(name === 'sessions' ? 2 : 0);
    expect(readdirSync(join(folder, 'elsewhere', 'replies'))).toEqual(['mine']);
    expect(readdirSync(join(folder, 'elsewhere', FIRST))).toContain('mine');
    expect(existsSync(join(data, 'decisions.jsonl'))).toBe(true);
  });

  test('everything is refused while an interview runs, and nothing is removed', async () => {
    const { data } = await lived();
    const { run } = world({ io: { processes: { pid: 1, isAlive: () => true } } });
    const { code, err } = await run('forget', '--all', '--yes', '--data', data);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(`The interview ${FIRST} runs`) });
    expect(existsSync(join(data, 'profile.yaml'))).toBe(true);
    expect(existsSync(join(data, 'sessions', FIRST, 'lock'))).toBe(true);
  });

  test.each([[[]], [['one', '--all']]])('%j is no telling what', async more =>
    expect(await world().run('forget', ...more)).toMatchObject({
      code: 2,
      err: expect.stringContaining('Forget what?'),
    }),
  );
});
