import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERS, FIRST, world } from './world.ts';

const scripted = ['practice', 'small', '--answers', ANSWERS] as const;

describe('a scripted interview', () => {
  test('prints the path of report.md on one line and nothing else; report.json is beside it', async () => {
    const { run, data, read } = world();
    const { code, out, err } = await run(...scripted);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(`${join(data, 'sessions', FIRST, 'report.md')}\n`);
    expect(read(out.trim())).toMatch(/^# Interview report: A small loop\n/);
    const report = JSON.parse(read(dirname(out), 'report.json'));
    expect(report).toMatchObject({ kind: 'debrief', mode: 'real', session: FIRST });
    expect(report.rounds.map((it: { id: string }) => it.id)).toEqual(['work', 'story']);
    // The judge and the report call a rubric by one and the same hash.
    const { judge } = report.rounds[0].questions[0].tries[0].result;
    expect(report.rubrics[judge.rubric.id].hash).toBe(judge.rubric.hash);
  });

  test('waits for nothing: the clock moves by what the answers took', async () => {
    const { run, clock, read, data } = world();
    await run(...scripted);
    expect(clock.waiting).toBe(0);
    const report = JSON.parse(read(data, 'sessions', FIRST, 'report.json'));
    expect(report.rounds[0].questions[0].followUps[0].tries[0].seconds).toBe(20);
  });

  test('--out is made if need be and receives both reports; the session stays in the data folder', async () => {
    const { run, folder, data } = world();
    const out = join(folder, 'new', 'folder');
    expect(await run(...scripted, '--out', out)).toEqual({ code: 0, out: `${out}/report.md\n`, err: '' });
    expect(readdirSync(out)).toEqual(['report.json', 'report.md']);
    expect(readdirSync(join(data, 'sessions'))).toEqual([FIRST]);
  });

  test('a loop ends in a debrief, a round alone in none', async () => {
    const { run } = world();
    const loop = JSON.parse((await run(...scripted, '--json')).out);
    expect(loop.outcome).toMatchObject({ verdict: 'hire', hiredAt: 'L4', bar: { level: 'L4', below: null } });
    for (const { votes, assessment } of loop.rounds) {
      expect(votes.before).toBeGreaterThanOrEqual(3);
      expect(assessment.for[0].found.quote).not.toBe('');
    }
    const round = JSON.parse((await run(...scripted, '--round', 'work', '--json')).out);
    expect(round.outcome).toBeNull();
    expect(round.rounds[0]).toMatchObject({ assessment: null, votes: { before: null, after: null } });
  });

  test('--out that is a file is the mistake of the user, told before an interview is opened', async () => {
    const { run, put, data } = world();
    const { code, err } = await run(...scripted, '--out', put('taken', ''));
    expect(code).toBe(2);
    expect(err).toContain('taken');
    expect(existsSync(join(data, 'sessions'))).toBe(false);
  });

  test('--json prints the report that the file holds', async () => {
    const { run, data, read } = world();
    const { code, out } = await run(...scripted, '--json');
    expect(code).toBe(0);
    expect(out).toBe(read(data, 'sessions', FIRST, 'report.json'));
  });

  test.each([
    ['a round', ['small', '--round', 'story'], 'story', 'mistake'],
    ['a question', ['--question', 'small/cache'], 'single', 'cache'],
    ['a question whose bank is clear', ['--question', 'cache'], 'single', 'cache'],
  ])('%s alone', async (_name, argv, round, question) => {
    const { run } = world();
    const { rounds } = JSON.parse((await run('practice', ...argv, '--answers', ANSWERS, '--json')).out);
    expect(rounds.map((it: { id: string }) => it.id)).toEqual([round]);
    expect(rounds[0].questions[0].question.id).toBe(question);
  });

  test('--scale multiplies every clock', async () => {
    const { run } = world();
    const { out } = await run(...scripted, '--scale', '0.1', '--json');
    expect(JSON.parse(out).rounds.map((it: { budget: number }) => it.budget)).toEqual([120, 90]);
  });

  test('--mode coach holds the same interview to its end', async () => {
    const { run } = world();
    const { code, out } = await run(...scripted, '--mode', 'coach', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out).mode).toBe('coach');
  });

  test('the help says which mode it is without --mode', async () => {
    const { out } = await world().run('practice', '--help');
    expect(out.replace(/\s+/g, ' ')).toContain(
      'default: coach, but real with --answers; practice asks in a menu',
    );
  });

  test('--warmup asks one easy question first, which the report tells and does not count', async () => {
    const { run, put, read } = world();
    const answers = put('answers.yaml', `${read(ANSWERS)}default: ""\n`);
    const argv = ['practice', '--question', 'small/cache', '--answers', answers, '--json'];
    const plain = JSON.parse((await run(...argv)).out);
    const warm = JSON.parse((await run(...argv, '--warmup')).out);
    expect(warm.warmUp.key).toMatch(/^small\/(?!cache)/);
    expect([warm.score, warm.rounds.length]).toEqual([plain.score, 1]);
    expect(plain).not.toHaveProperty('warmUp');
  });

  test('--warmup where the banks hold nothing else is told before an interview is opened', async () => {
    const { run, put, data } = world();
    const mine = put('mine.yaml', 'kind: bank\nid: mine\nquestions: [{ id: only, prompt: What is it? }]\n');
    const argv = ['practice', '--question', 'mine/only', '--content', mine, '--answers', ANSWERS];
    const { code, err } = await run(...argv, '--warmup');
    expect([code, err]).toEqual([2, expect.stringContaining('Leave out --warmup')]);
    expect(existsSync(join(data, 'sessions'))).toBe(false);
  });

  test('--self-score makes it a coach’s interview; a script says no level', async () => {
    const { run, data, read } = world();
    const { out } = await run(...scripted, '--self-score', '--json');
    expect(JSON.parse(out)).toMatchObject({ mode: 'coach' });
    const journal = read(data, 'sessions', FIRST, 'journal.jsonl');
    expect([journal.includes('"selfScore":true'), journal.includes('self-scored')]).toEqual([true, false]);
  });

  test('the same --seed draws the same questions, another one others', async () => {
    const { run } = world();
    const drawn = async (seed: string) => {
      const answers = world().put('default.yaml', 'default: ""\n');
      const argv = ['practice', 'amazon-go-backend', '--round', 'hr', '--answers', answers, '--json'];
      const { out } = await run(...argv, '--seed', seed);
      return JSON.parse(out).rounds[0].questions.map((it: { question: { id: string } }) => it.question.id);
    };
    const first = await drawn('1');
    expect(await drawn('1')).toEqual(first);
    const others = [await drawn('2'), await drawn('3'), await drawn('4')];
    expect(others.some(it => it.join() !== first.join())).toBe(true);
  });

  test('keys that are asked nowhere are told, unless --quiet', async () => {
    const { run, put, read } = world();
    const answers = put('answers.yaml', `${read(ANSWERS)}small/cash: Typing error.\n`);
    const argv = ['practice', 'small', '--answers', answers];
    expect((await run(...argv)).err).toContain('small/cash');
    expect((await run(...argv, '--quiet')).err).toBe('');
  });

  test('a missing answer names its key and leaves a session to go on with', async () => {
    const { run, put, read } = world();
    const answers = put('answers.yaml', read(ANSWERS).replace(/^small\/cache: .*$/m, ''));
    const { code, out, err } = await run('practice', 'small', '--answers', answers);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('small/cache');
    expect((await run('resume', '--answers', ANSWERS)).code).toBe(0);
  });

  test('a probe without an answer is skipped', async () => {
    const { run, data, read } = world();
    await run(...scripted);
    const journal = read(data, 'sessions', FIRST, 'journal.jsonl');
    expect(journal).toMatch(/"type":"answered","key":"small\/deploy\/\?[^"]+","answer":"",.*"skipped"/);
  });
});

describe('an exercise of one’s own content', () => {
  const MINI =
    'kind: bank\nid: mini\nquestions: [{ id: cache, prompt: "What is it?", points: [{ id: copy, text: "A copy" }] }]\n';
  const DUO =
    'kind: loop\nid: duo\ntitle: Two\nrounds: [{ id: one, title: One, minutes: 9, questions: [mini/cache] }]\n';

  test.each([
    ['--content', (folder: string) => ['duo', '--content', folder]],
    ['the path of the loop', (folder: string) => [folder]],
  ])('names the content that was opened by %s, and works', async (_name, naming) => {
    const { run, put, folder } = world();
    put('my own/mini.yaml', MINI);
    put('my own/duo.yaml', DUO);
    const answers = put('default.yaml', 'default: A thing of its own.\n');
    const argv = ['practice', ...naming(join(folder, 'my own')), '--answers', answers, '--json'];
    const [{ exercise }] = JSON.parse((await run(...argv)).out).workOn;
    expect(exercise.content).toEqual([join(folder, 'my own')]);
    const command = `mockloop practice --question mini/cache --content ${folder}/my\\ own`;
    expect((await run('report')).out).toContain(`\`${command}\``);
    expect((await run('report', '--format', 'html')).out).toContain(command);
    const again = ['practice', '--question', exercise.question, '--content', ...exercise.content];
    expect((await run(...again, '--answers', answers)).code).toBe(0);
  });

  test('shipped content needs none', async () => {
    const { run, put } = world();
    const out = await run(...scripted.slice(0, 3), put('default.yaml', 'default: A thing.\n'), '--json');
    expect(JSON.parse(out.out).workOn[0].exercise).not.toHaveProperty('content');
  });
});

describe('what is not known', () => {
  test.each([
    ['loop', ['smal'], 'Did you mean "small"?'],
    ['round', ['small', '--round', 'wrk'], 'work, story'],
    ['question', ['--question', 'cach'], 'Did you mean "cache"?'],
    ['question of a bank', ['--question', 'small/cach'], 'Did you mean "small/cache"?'],
    ['mode', ['small', '--mode', 'nice'], 'coach, real'],
    ['judge', ['small', '--judge', 'oracle'], 'local'],
    ['own level in earnest', ['small', '--mode', 'real', '--self-score'], '--mode coach'],
    ['loop in a path', ['./nowhere'], 'nowhere'],
    ['content folder', ['small', '--content', './nowhere'], 'nowhere'],
  ])('a %s: exit 2 with what there is, and no session', async (_name, argv, hint) => {
    const { run, data } = world();
    const { code, out, err } = await run('practice', ...argv, '--answers', ANSWERS);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(hint);
    expect(existsSync(data)).toBe(false);
  });

  test.each([
    ['--scale', '0'],
    ['--scale', '101'],
    ['--scale', 'fast'],
    ['--seed', '-1'],
    ['--seed', '1.5'],
    ['--seed', '4294967296'],
  ])('%s %s', async (flag, value) => {
    const { code, err } = await world().run(...scripted, `${flag}=${value}`);
    expect(code).toBe(2);
    expect(err).toContain(flag);
  });

  test('a script with problems shows them with their places, and no session is opened', async () => {
    const { run, put, data } = world();
    const { code, err } = await run(
      'practice',
      'small',
      '--answers',
      put('answers.yaml', 'small/cache: 1\n'),
    );
    expect(code).toBe(2);
    expect(err).toMatch(/answers\.yaml:1:\d+/);
    expect(existsSync(data)).toBe(false);
  });

  test.each([
    ['smal', 'Did you mean "small"?'],
    ['small', '--question asks one question outside of any loop, and small is a loop.'],
  ])('the loop %s beside --question is not passed over', async (loop, told) => {
    const { run, data } = world();
    const { code, err } = await run('practice', loop, '--answers', ANSWERS, '--question', 'small/cache');
    expect([code, err]).toEqual([2, expect.stringContaining(told)]);
    expect(existsSync(data)).toBe(false);
  });

  test('a loop must be named where nobody can be asked', async () => {
    const { code, err } = await world().run('practice', '--answers', ANSWERS);
    expect(code).toBe(2);
    expect(err).toContain('small');
  });
});

describe('with nobody to ask', () => {
  test.each([
    ['no terminal', {}, []],
    ['--no-input', { terminal: true }, ['--no-input']],
    ['--no-input and --plain', {}, ['--no-input', '--plain']],
    ['CI', { terminal: true, env: { CI: 'true' } }, []],
    ['TERM=dumb', { terminal: true, env: { TERM: 'dumb' } }, []],
  ])('%s: exit 2 naming --answers', async (_name, setting, flags) => {
    const { run, data } = world(setting);
    const { code, out, err } = await run('practice', 'small', ...flags);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('--answers');
    // No advice that was taken already.
    if (flags.length > 0) expect(err).not.toContain('--plain');
    expect(existsSync(data)).toBe(false);
  });

  test.each([
    ['question', ['--question', 'nope'], 'There is no question "nope".'],
    ['mode', ['small', '--mode', 'fast'], 'There is no mode "fast".'],
    ['loop', ['smal'], 'There is no loop "smal".'],
    ['loop, a question', ['cache'], 'it is a question.\nLike this: mockloop practice --question cache'],
    ['round', ['small', '--round', 'nope'], 'has no round "nope".'],
    ['judge', ['small', '--judge', 'nope'], 'nope'],
  ])('a wrong %s is told first', async (_what, argv, told) => {
    const { code, err } = await world().run('practice', ...argv);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining(told) });
    expect(err).not.toContain('--answers');
  });
});

test('a path of a loop of one’s own brings it', async () => {
  const { run, put } = world();
  const mine = put(
    'mine/loop.yaml',
    'kind: loop\nid: mine\ntitle: Mine\nrounds: [{ id: one, title: One, minutes: 5, questions: [small/cache] }]\n',
  );
  const { code, out, err } = await run('practice', mine, '--answers', ANSWERS, '--json');
  expect({ code, err: err.includes('small/deploy') }).toEqual({ code: 0, err: true });
  expect(JSON.parse(out).loop.id).toBe('mine');
});

test('what names no question is sent to a command that lists them', async () => {
  const { run } = world();
  const { code, err } = await run(
    'practice',
    '--question',
    'qqqqqqqqqqqqqqqq/zzzzzzzzzzzz',
    '--answers',
    ANSWERS,
  );
  expect(code).toBe(2);
  const [, command] = /See `mockloop (.+)` for all\./.exec(err)!;
  expect(await run(...command!.split(' '))).toMatchObject({ code: 0 });
});
