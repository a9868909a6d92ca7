import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ANSWERS, world } from './world.ts';

async function practised() {
  const made = world({ env: { TZ: 'UTC' } });
  await made.run('practice', 'small', '--answers', ANSWERS);
  await made.run('review', '--suspend', 'small/cache');
  const file = join(made.folder, 'cards.json');
  return { ...made, file, exported: await made.run('review', '--export', file) };
}

test('an export over a file that is there is refused, and made with --force', async () => {
  const { run, file } = await practised();
  const refused = await run('review', '--export', file);
  expect(refused.code).toBe(2);
  expect(refused.err).toContain('is there already.');
  expect((await run('review', '--export', file, '--force')).code).toBe(0);
  expect((await run('review', '--force')).err).toContain('Add --export FILE.');
});

test('cards go to another computer, with what is suspended, and once', async () => {
  const { run, file, exported } = await practised();
  expect(exported).toEqual({ code: 0, out: '', err: expect.stringMatching(/^Written: \d+ cards\.\n$/) });
  expect(statSync(file).mode & 0o777).toBe(0o600);
  const there = world({ env: { TZ: 'UTC' } });
  there.clock.pass(60);
  const { code, err } = await there.run('review', '--import', file);
  expect({ code, err }).toEqual({
    code: 0,
    err: expect.stringMatching(/^\d+ cards read\. Taken over: \d+ reviews, 1 decision\.\n$/),
  });
  const cards = async (it: typeof run) => (await it('review', '--list', '--json')).out;
  expect(await cards(there.run)).toBe(await cards(run));
  expect((await there.run('review', '--import', file)).err).toMatch(/Nothing in it is new\.\n$/);
  expect((await run('review', '--import', file)).err).toMatch(/Nothing in it is new\.\n$/);
});

test('a card that no bank has today is kept, and told', async () => {
  const { run, file } = await practised();
  const there = world({ env: { TZ: 'UTC', MOCKLOOP_CONTENT: '' } });
  const { code, err } = await there.run('review', '--import', file);
  expect(code).toBe(0);
  expect(err).toMatch(/Kept, though no bank has a question for it today: .*small\/cache/);
  expect((await there.run('review', '--list')).out).toMatch(/^small\/cache +suspended/m);
  expect((await run('review', '--list')).code).toBe(0);
});

test('for Anki it is text, and says what it holds', async () => {
  const { run, folder, read } = await practised();
  for (const ending of ['txt', 'csv']) {
    const { code, err } = await run('review', '--export', join(folder, `anki.${ending}`));
    expect({ code, err }).toEqual({ code: 0, err: expect.stringContaining('for yourself, not to pass on') });
    expect(read(folder, `anki.${ending}`)).toMatch(/^#separator:(tab|comma)\n#html:true\n/);
  }
});

test.each(['none/cards.json', 'none/anki.txt'])('%s: a folder that is not there is told', async path => {
  const { code, err } = await (await practised()).run('review', '--export', path);
  expect({ code, err }).toEqual({
    code: 2,
    err: 'mockloop: There is no folder "none" to write into.\nMake it first.\n',
  });
});

test('a file with problems is not taken over at all', async () => {
  const { run, put, file, read } = await practised();
  const broken = put('broken.json', read(file).replace('"level":', '"levle":'));
  const there = world();
  const { code, err } = await there.run('review', '--import', broken);
  expect(code).toBe(2);
  expect(err).toMatch(/broken\.json:\d+:\d+/);
  expect(err).toContain('"levle"');
  expect(err).toContain('Nothing was taken over.');
  expect((await there.run('review', '--list', '--json')).out).toBe('[]\n');
  expect((await run('review', '--import', 'nowhere.json')).code).toBe(2);
});

test('an ending that tells no format is refused', async () =>
  expect(await (await practised()).run('review', '--export', 'cards.apkg')).toMatchObject({
    code: 2,
    err: expect.stringContaining('.json (for --import), .txt or .csv (for Anki)'),
  }));
