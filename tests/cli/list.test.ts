import { describe, expect, test } from 'vitest';
import { world } from './world.ts';

async function listed(what: string): Promise<Record<string, unknown>[]> {
  const { code, out, err } = await world().run('list', what, '--json');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  return JSON.parse(out);
}

describe('as JSON', () => {
  test('loops, with their rounds and minutes', async () => {
    expect((await listed('loops')).find(it => it.id === 'small')).toEqual({
      id: 'small',
      title: 'A small loop',
      level: 'L4',
      rounds: ['work', 'story'],
      minutes: 35,
    });
  });

  test('banks, with how many questions they have', async () => {
    const banks = await listed('banks');
    expect(banks.find(it => it.id === 'small')).toEqual({ id: 'small', title: 'A small bank', questions: 3 });
    expect(banks.map(it => it.id)).toContain('leadership');
  });

  test('what runs the other way is written as an escape, which says the same', async () => {
    const { run, put } = world();
    const title = 'a\u202eb';
    const yaml = `kind: bank\nid: mine\ntitle: "${title}"\nquestions: [{ id: q, prompt: Why? }]\n`;
    const { out } = await run('list', 'banks', '--json', '--content', put('mine.yaml', yaml));
    expect(out).toContain('"title": "a\\u202eb"');
    expect(JSON.parse(out)).toContainEqual({ id: 'mine', title, questions: 1 });
  });

  test('questions by bank and id, without follow-ups, points and answers', async () => {
    const questions = (await listed('questions')).filter(it => String(it.id).startsWith('small/'));
    expect(questions.map(it => it.id)).toEqual(['small/deploy', 'small/cache', 'small/mistake']);
    expect(questions[0]).toMatchObject({
      prompt: 'How do you bring a new release to production?',
      type: 'technical',
      minutes: 6,
      principles: ['insist-on-the-highest-standards'],
    });
    expect(questions[0]).not.toHaveProperty('answer');
    expect(questions[0]).not.toHaveProperty('points');
  });

  test('rubrics, with what they are for and their criteria', async () => {
    const star = (await listed('rubrics')).find(it => it.id === 'star');
    expect(star).toMatchObject({ title: expect.any(String), for: ['behavioral'] });
    expect(star?.criteria).toEqual(expect.arrayContaining(['situation', 'task', 'action', 'result']));
  });

  test.each(['loops', 'banks', 'questions', 'rubrics'])(
    'every one of the %s has an id and words',
    async what => {
      const rows = await listed(what);
      expect(rows.length).toBeGreaterThan(1);
      for (const { id, title, prompt } of rows) {
        expect(id).toMatch(/^[a-z0-9][a-z0-9-]*(\/[a-z0-9][a-z0-9-]*)?$/);
        expect(title ?? prompt).toEqual(expect.stringMatching(/\S/));
      }
    },
  );
});

test('for people: one a line, its id first', async () => {
  const { code, out, err } = await world().run('list', 'questions');
  expect({ code, err }).toEqual({ code: 0, err: '' });
  const ids = (await listed('questions')).map(it => it.id);
  const lines = out.trimEnd().split('\n');
  expect(lines.map(it => it.split(' ')[0])).toEqual(ids);
  expect(lines.find(it => it.startsWith('small/deploy '))).toMatch(
    /technical, 6 min {2,}How do you bring a new release to production\?$/,
  );
});

describe('what is listed', () => {
  test('--content adds to it, the last one winning', async () => {
    const { run, put } = world();
    const loop = (title: string) =>
      `kind: loop\nid: small\ntitle: ${title}\nrounds: [{ id: one, title: One, minutes: 5, questions: [small/cache] }]\n`;
    const [first, second] = [put('a/loop.yaml', loop('First')), put('b/loop.yaml', loop('Second'))];
    const { out } = await run('list', 'loops', '--json', '--content', first, '--content', second);
    expect(JSON.parse(out).find((it: { id: string }) => it.id === 'small').title).toBe('Second');
  });

  test('broken content is told with its places, exit 2', async () => {
    const { run, put } = world();
    const path = put('bank.yaml', 'kind: bank\nid: x\nquestions: [{ id: a, promt: What? }]\n');
    const { code, out, err } = await run('list', 'banks', '--content', path);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('bank.yaml:3:22');
  });

  test.each(['loop', 'constructor', 'follow-ups'])('%s cannot be listed', async what => {
    const { code, out, err } = await world().run('list', what);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain('loops, banks, questions, rubrics');
  });

  test('nothing named: exit 2 with where to look', async () => {
    const { code, err } = await world().run('list');
    expect(code).toBe(2);
    expect(err).toContain('mockloop list --help');
  });
});
