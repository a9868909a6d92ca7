import { appendFileSync, chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERS, FIRST, world } from './world.ts';

const TECHNICAL = readFileSync(new URL('../../rubrics/technical.yaml', import.meta.url), 'utf8');

async function afterAnInterview() {
  const made = world();
  await made.run('practice', 'small', '--answers', ANSWERS);
  return made;
}

describe('the report of the last interview', () => {
  test('is Markdown, the same that the interview wrote', async () => {
    const { run, read, data } = await afterAnInterview();
    const { code, out, err } = await run('report');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(read(data, 'sessions', FIRST, 'report.md'));
  });

  test.each([[['--format', 'json']], [['--json']]])('is JSON with %j', async flags => {
    const { run, read, data } = await afterAnInterview();
    expect((await run('report', ...flags)).out).toBe(read(data, 'sessions', FIRST, 'report.json'));
  });

  test('--out writes the format of its ending and prints nothing', async () => {
    const { run, read, folder } = await afterAnInterview();
    expect(await run('report', '--out', join(folder, 'r.json'))).toEqual({ code: 0, out: '', err: '' });
    expect(await run('report', '--out', join(folder, 'r.md'))).toEqual({ code: 0, out: '', err: '' });
    expect(JSON.parse(read(folder, 'r.json')).kind).toBe('debrief');
    expect(read(folder, 'r.md')).toMatch(/^# Interview report/);
  });

  test('--format wins over the ending', async () => {
    const { run, read, folder } = await afterAnInterview();
    await run('report', '--format', 'json', '--out', join(folder, 'r.txt'));
    expect(JSON.parse(read(folder, 'r.txt')).kind).toBe('debrief');
  });

  test.each([[['--format', 'pdf']], [['--out', 'r.pdf']]])('no such format: %j', async flags => {
    const { run } = await afterAnInterview();
    const { code, out, err } = await run('report', ...flags);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('md, json, html');
  });

  test('is a page with --format html', async () => {
    const { run } = await afterAnInterview();
    expect((await run('report', '--format', 'html')).out).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  test('--open writes a page beside the journal and hands it to the opener of the system', async () => {
    const { run, read, put, folder, io, data } = await afterAnInterview();
    const opened = join(folder, 'opened');
    chmodSync(
      put(
        'bin/xdg-open',
        `#!/bin/sh\nprintf '%s' "$*" > "${opened}.part" && mv "${opened}.part" "${opened}"\n`,
      ),
      0o755,
    );
    io.env = { ...io.env, PATH: `${folder}/bin:${process.env.PATH}` };
    const page = join(data, 'sessions', FIRST, 'report.html');
    expect(await run('report', '--open')).toEqual({ code: 0, out: `${page}\n`, err: '' });
    await expect.poll(() => existsSync(opened)).toBe(true);
    expect(read(opened)).toBe(page);
    expect(read(page)).toMatch(/^<!doctype html>/);
  });

  test('--open without an opener says where the page is', async () => {
    const { run, folder, io } = await afterAnInterview();
    io.env = { ...io.env, PATH: folder };
    const { code, out, err } = await run('report', '--open', '--out', join(folder, 'r.html'));
    expect({ code, out }).toEqual({ code: 0, out: `${folder}/r.html\n` });
    expect(err).toContain('It could not be opened (spawn xdg-open ENOENT)');
  });

  test('a folder that is not there is the mistake of the user', async () => {
    const { run, folder } = await afterAnInterview();
    const { code, err } = await run('report', '--out', join(folder, 'none', 'r.md'));
    expect(code).toBe(2);
    expect(err).toBe(
      `mockloop: There is no folder "${join(folder, 'none')}" to write into.\nMake it first.\n`,
    );
  });

  test('no such judge', async () => {
    const { run } = await afterAnInterview();
    expect(await run('report', '--judge', 'oracle')).toMatchObject({ code: 2, out: '' });
  });
});

describe('which interview', () => {
  test('the newest, or the one that is named', async () => {
    const { run, clock } = await afterAnInterview();
    clock.pass(3600);
    await run('practice', '--question', 'small/cache', '--answers', ANSWERS);
    expect((await run('report')).out).toMatch(/^# Interview report: .*small\/cache/);
    expect((await run('report', FIRST)).out).toContain('A small loop');
  });

  test('an unfinished one has a report of what there is', async () => {
    const { run, put } = world();
    await run('practice', 'small', '--answers', put('a.yaml', 'small/deploy: A canary first.\n'));
    const { code, out } = await run('report');
    expect(code).toBe(0);
    expect(out).toContain('A canary first.');
  });

  test('one in earnest that still runs tells what was said, and nothing of how it went', async () => {
    const { run, put, data } = world();
    await run('practice', 'small', '--answers', put('a.yaml', 'small/deploy: A canary first.\n'));
    const { out, err } = await run('report');
    expect(out).toContain('A canary first.');
    expect(out).toContain('told at the end. Go on with `mockloop resume`.');
    expect(out).not.toMatch(/of 100|Model answer|Missing|Covered|wanted to hear|Asked because|Advice/);
    expect(err).toBe(`Not over yet: scores and feedback come at the end. Go on: mockloop resume ${FIRST}\n`);

    const json = JSON.parse((await run('report', '--json')).out);
    expect(json).toMatchObject({ finished: false, score: null, workOn: [], competencies: [] });
    const [{ question, tries }] = json.rounds[0].questions;
    expect(question).toMatchObject({ points: [], answer: [] });
    expect(tries[0]).toMatchObject({
      answer: 'A canary first.',
      result: { status: 'cannot-assess', score: null },
    });
    expect(existsSync(join(data, 'sessions', FIRST, 'scores.jsonl'))).toBe(false);
  });

  test('one of a coach has its scores at any time', async () => {
    const { run, put } = world();
    await run(
      'practice',
      'small',
      '--mode',
      'coach',
      '--answers',
      put('a.yaml', 'small/deploy: A canary first.\n'),
    );
    const { out, err } = await run('report');
    expect(out).toMatch(/of 100/);
    expect(err).toBe('');
  });

  test.each([
    ['none is kept', [], 'mockloop practice'],
    ['a name is not known', ['nobody'], 'mockloop sessions'],
    ['a name has a path in it', ['../x'], 'mockloop sessions'],
  ])('%s: exit 2', async (_name, argv, remedy) => {
    const { code, out, err } = await world().run('report', ...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(remedy);
  });

  test('a mistyped name is corrected', async () => {
    const { run } = await afterAnInterview();
    const { err } = await run('report', FIRST.replace('small', 'smal'));
    expect(err).toContain(`Did you mean "${FIRST}"?`);
  });
});

test('damage in the journal is told, and the rest reported', async () => {
  const { run, data } = await afterAnInterview();
  appendFileSync(join(data, 'sessions', FIRST, 'journal.jsonl'), '{"at":1,"type":"closed"\n');
  const { code, out, err } = await run('report');
  expect(code).toBe(0);
  expect(out).toContain('A small loop');
  expect(err).toMatch(/Skipped line \d+ of the journal/);
});

test('a second report judges nothing again: the scores are kept beside the journal', async () => {
  const { run, data, read } = await afterAnInterview();
  const path = join(data, 'sessions', FIRST, 'scores.jsonl');
  expect(existsSync(path)).toBe(true);
  const kept = read(path);
  await run('report');
  expect(read(path)).toBe(kept);
});

describe('progress', () => {
  /** Three interviews, an hour from one to the next; the second is damaged. */
  async function afterThree() {
    const made = world();
    for (const _ of [1, 2, 3]) {
      await made.run('practice', 'small', '--answers', ANSWERS);
      made.clock.pass(3600);
    }
    writeFileSync(join(made.data, 'sessions', SECOND, 'journal.jsonl'), 'no journal');
    return made;
  }
  const [SECOND, THIRD] = ['2023-11-14-2313-small', '2023-11-15-0013-small'];

  test('is told from the interviews before, by the same judge; a damaged one is passed over', async () => {
    const { run } = await afterThree();
    const { earlier, score } = JSON.parse((await run('report', THIRD, '--json')).out);
    expect(earlier).toEqual([
      {
        session: FIRST,
        startedAt: '2023-11-14T22:13:20.000Z',
        loop: { id: 'small', title: expect.any(String) },
        score,
        reworded: [],
      },
    ]);
    expect((await run('report', THIRD)).out).toMatch(
      /## Progress\n\n\| Date .*\n.*\n\| 2023-11-14 .*\n\| 2023-11-15 /,
    );
  });

  test('tells of a habit in how many interviews it came back', async () => {
    const { run, put, clock } = world();
    const vague = put(
      'vague.yaml',
      'default: We had a problem with it and we fixed it together as a team.\n',
    );
    for (const _ of [1, 2, 3]) {
      await run('practice', 'small', '--answers', vague);
      clock.pass(3600);
    }
    const { recurring } = JSON.parse((await run('report', '--json')).out);
    expect(recurring[0].before).toEqual({ interviews: 2, of: 2 });
    const [before, after] = ['it came back in 2 of 2 interviews before, too', '2 of 2 answers'];
    expect((await run('report')).out).toContain(`${after}; ${before}`);
  });

  test('says which later interview it passed over', async () => {
    const { run, data } = await afterThree();
    writeFileSync(join(data, 'sessions', THIRD, 'journal.jsonl'), '');
    const { out, err, code } = await run('report');
    expect(code).toBe(0);
    expect(out).toContain(FIRST);
    expect(err).toBe(`Passed over, since it cannot be read: ${THIRD}, ${SECOND}\n`);
  });

  test('is not told of the first interview, nor to a script', async () => {
    const { run, read, data } = await afterThree();
    expect(JSON.parse((await run('report', FIRST, '--json')).out)).not.toHaveProperty('earlier');
    expect(read(data, 'sessions', THIRD, 'report.md')).not.toContain('## Progress');
  });

  test('says which rubrics had another text then', async () => {
    const { run, put, clock } = world();
    await run('practice', 'small', '--answers', ANSWERS);
    clock.pass(3600);
    const today = put('technical.yaml', TECHNICAL.replace('title: Technical answer', 'title: Another'));
    await run('practice', 'small', '--answers', ANSWERS, '--content', today);
    const told = (await run('report', '--content', today)).out;
    expect(told).toContain('changed since (technical) were asked with their old text on 2023-11-14');
  });
});
