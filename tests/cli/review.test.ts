import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { reviewShape } from '../../src/content/progress-shape.ts';
import { ANSWERS, FIRST, world } from './world.ts';

/** One finished interview, and so many days later. */
async function practised(days: number) {
  const made = world({ env: { TZ: 'UTC' } });
  await made.run('practice', 'small', '--answers', ANSWERS);
  made.clock.pass(days * 24 * 3600);
  return made;
}

const cards = async (made: Awaited<ReturnType<typeof practised>>) =>
  JSON.parse((await made.run('review', '--list', '--json')).out) as {
    id: string;
    due: string;
    suspended: boolean;
  }[];

describe('the schedule', () => {
  test('has a card for each main question, and for what was weak', async () => {
    const made = await practised(0);
    const all = await cards(made);
    expect(reviewShape.safeParse(all).error).toBeUndefined();
    const ids = all.map(it => it.id);
    expect(ids).toEqual(expect.arrayContaining(['small/deploy', 'small/cache', 'small/mistake']));
    expect(ids.filter(it => it.includes('closing') || it.includes('rollback'))).toEqual([]);
    const { code, out } = await made.run('review', '--list');
    expect(code).toBe(0);
    expect(out).toMatch(/^small\/cache +2023-11-\d\d +recall 100 % +last \w+$/m);
  });

  test('without answers says how cards come about', async () => {
    const { run } = world();
    expect(await run('review', '--list')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringContaining('practice'),
    });
    expect(await run('review', '--list', '--json')).toEqual({ code: 0, out: '[]\n', err: '' });
    expect(await run('review')).toMatchObject({ code: 0, out: '', err: expect.stringContaining('practice') });
  });
});

describe('what is due', () => {
  test('is nothing on the day itself', async () => {
    const { run } = await practised(0);
    expect(await run('review')).toMatchObject({
      code: 0,
      out: '',
      err: expect.stringMatching(/^Nothing is due today\. The next is on 2023-11-\d\d\.\n$/),
    });
  });

  test('is held as one round, its report written, and comes back later', async () => {
    const made = await practised(60);
    const before = await cards(made);
    const { code, out } = await made.run(
      'review',
      '--answers',
      ANSWERS,
      '--limit',
      '2',
      '--out',
      join(made.folder, 'r'),
    );
    expect({ code, out }).toEqual({ code: 0, out: `${join(made.folder, 'r', 'report.md')}\n` });
    const report = JSON.parse(made.read(made.folder, 'r', 'report.json'));
    expect(report.rounds.map((it: { questions: unknown[] }) => it.questions.length)).toEqual([2]);
    const asked = report.rounds[0].questions.map((it: { key: string }) => it.key);
    const after = await cards(made);
    for (const key of asked) {
      const due = (them: typeof after) => them.find(it => it.id === key)!.due;
      expect(due(after) > due(before)).toBe(true);
    }
  });

  test('of one competency alone', async () => {
    const made = await practised(60);
    const out = join(made.folder, 'r');
    expect(
      (await made.run('review', '--competency', 'delivery', '--answers', ANSWERS, '--out', out)).code,
    ).toBe(0);
    const report = JSON.parse(made.read(out, 'report.json'));
    expect(report.rounds[0].questions.map((it: { key: string }) => it.key)).toEqual(['small/deploy']);
    expect((await made.run('review', '--competency', 'cooking')).err).toContain(
      'There is no competency "cooking"',
    );
  });

  test('off a terminal wants answers', async () =>
    expect(await (await practised(60)).run('review')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--answers FILE'),
    }));
});

describe('a card', () => {
  test('is suspended and taken back', async () => {
    const made = await practised(60);
    const isSuspended = async () => (await cards(made)).find(it => it.id === 'small/cache')!.suspended;
    expect(await made.run('review', '--suspend', 'small/cache')).toEqual({
      code: 0,
      out: '',
      err: 'small/cache is suspended.\n',
    });
    expect(await isSuspended()).toBe(true);
    expect((await made.run('review', '--list')).out).toMatch(/^small\/cache +suspended/m);
    await made.run('review', '--unsuspend', 'small/cache');
    expect(await isSuspended()).toBe(false);
  });

  test('of a question, suspended, keeps it from being asked for any other card', async () => {
    const made = world({ env: { TZ: 'UTC' } });
    const answers = made.put('a.yaml', 'default: I do not know.\n');
    await made.run('practice', 'small', '--answers', answers);
    made.clock.pass(60 * 24 * 3600);
    await made.run('review', '--suspend', 'small/mistake');
    const due = (await cards(made)).filter(it => !it.suspended).map(it => it.id);
    expect(due).toContain('principle:ownership');
    const out = join(made.folder, 'r');
    await made.run('review', '--answers', answers, '--limit', '9', '--out', out);
    const asked = JSON.parse(made.read(out, 'report.json')).rounds[0].questions;
    expect(asked.map((it: { key: string }) => it.key).sort()).toEqual(['small/cache', 'small/deploy']);
    for (const it of ['small/cache', 'small/deploy']) await made.run('review', '--suspend', it);
    made.clock.pass(60 * 24 * 3600);
    expect((await made.run('review')).err).toContain('no question that may be asked');
  });

  test('is reset', async () => {
    const made = await practised(60);
    await made.run('review', '--reset', 'small/cache');
    expect((await cards(made)).map(it => it.id)).not.toContain('small/cache');
  });

  test('that there is not is told without what would steer the terminal', async () =>
    expect((await (await practised(0)).run('review', '--suspend', 'a\u001b[2Jb')).err).toContain(
      'There is no card "a\\u001b[2Jb".',
    ));

  test('that there is not is refused, with the nearest', async () =>
    expect(await (await practised(0)).run('review', '--suspend', 'small/cahce')).toMatchObject({
      code: 2,
      err: expect.stringContaining('Did you mean "small/cache"?'),
    }));
});

describe('a drill', () => {
  const drill = async (...more: string[]) => {
    const made = await practised(60);
    const before = await cards(made);
    const ran = await made.run(
      'review',
      '--answers',
      ANSWERS,
      '--out',
      join(made.folder, 'r'),
      '--limit',
      '9',
      ...more,
    );
    return {
      made,
      before,
      ran,
      report: ran.code === 0 && JSON.parse(made.read(made.folder, 'r', 'report.json')),
    };
  };
  const questions = (report: { rounds: { questions: Asked[] }[] }) => report.rounds[0]!.questions;
  type Asked = {
    key: string;
    question: { prompt: string };
    followUps: { key: string }[];
    tries: { answer: string; budget: number; result: { criteria: { id: string }[] } }[];
  };

  test('of ninety seconds shortens the clock, asks nothing further, and moves no card', async () => {
    const { made, before, report } = await drill('--drill', 'ninety-seconds', '--answers', await allOf());
    for (const it of questions(report)) {
      expect(it.question.prompt).toContain('ninety seconds');
      expect(it.tries[0]!.budget).toBe(90);
      expect(it.followUps).toEqual([]);
    }
    expect(await cards(made)).toEqual(before);
  });

  test('of follow-ups asks each of them', async () => {
    const { report } = await drill('--drill', 'follow-ups', '--answers', await allOf());
    const deploy = questions(report).find(it => it.key === 'small/deploy')!;
    expect(deploy.followUps.map(it => it.key)).toEqual(
      expect.arrayContaining(['small/deploy/share', 'small/deploy/rollback']),
    );
  });

  test('of follow-ups asks them of whoever knows nothing, too', async () => {
    const { report } = await drill('--drill', 'follow-ups', '--answers', await allOf('I do not know.'));
    const [deploy, ...others] = questions(report);
    expect(others).toEqual([]);
    expect(deploy!.tries[0]!.answer).toBe('I do not know.');
    expect(deploy!.followUps.map(it => it.key)).toEqual(
      expect.arrayContaining(['small/deploy/share', 'small/deploy/rollback']),
    );
  });

  test('of one part judges that part alone, of the questions that have it', async () => {
    const { report } = await drill('--drill', 'result-only', '--limit', '1');
    expect(questions(report).map(it => it.key)).toEqual(['small/mistake']);
    expect(questions(report)[0]!.tries[0]!.result.criteria.map(it => it.id)).toEqual(['result']);
  });

  test('that there is not, and a part that no question has, are refused', async () => {
    expect((await drill('--drill', 'shouting')).ran).toMatchObject({
      code: 2,
      err: expect.stringContaining('Drills: ninety-seconds'),
    });
    expect((await drill('--drill', 'part', '--part', 'dance')).ran).toMatchObject({
      code: 2,
      err: expect.stringContaining('Their parts:'),
    });
    expect((await drill('--drill', 'newcomer', '--part', 'result')).ran).toMatchObject({
      code: 2,
      err: expect.stringContaining('Add --drill part.'),
    });
  });

  test('for which nothing is due says that other things are', async () =>
    expect(
      await (await practised(60)).run('review', '--drill', 'result-only', '--competency', 'delivery'),
    ).toMatchObject({
      code: 0,
      err: 'Nothing of delivery for the drill result-only is due today; other things are.\n',
    }));
});

/** An answer to whatever is asked; `main` in place of those to the questions themselves. */
async function allOf(main?: string): Promise<string> {
  const { folder } = world();
  const path = join(folder, 'all.yaml');
  writeFileSync(
    path,
    `${main === undefined ? readFileSync(ANSWERS, 'utf8') : `small/deploy: ${main}`}\ndefault: One percent of the traffic, then ten, then all.\n`,
  );
  return path;
}

test('a damaged line and a damaged session are told, and hide nothing else', async () => {
  const made = await practised(60);
  mkdirSync(join(made.data, 'sessions', 'broken'));
  appendFileSync(
    join(made.data, 'sessions', FIRST, 'journal.jsonl'),
    '{"at":1,"type":"closed","sum":"00000000"}\n',
  );
  const { code, out, err } = await made.run('review', '--list', '--json');
  expect(code).toBe(0);
  expect(JSON.parse(out).length).toBeGreaterThanOrEqual(3);
  expect(err).toMatch(/Skipped 2023-11-14-2213-small, line \d+ of its journal: checksum does not fit/);
  expect(err).toContain('Skipped broken:');
});
