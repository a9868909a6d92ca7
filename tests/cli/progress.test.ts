import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { progressShape } from '../../src/content/progress-shape.ts';
import { ANSWERS, world } from './world.ts';

async function practised() {
  const made = world({ env: { TZ: 'UTC' } });
  await made.run('practice', 'small', '--answers', ANSWERS);
  return made;
}

test('without answers says where to begin', async () => {
  const { run } = world();
  const { code, out } = await run('progress');
  expect({ code, out }).toEqual({ code: 0, out: 'No answer yet: begin with `mockloop practice`.\n' });
});

describe('progress', () => {
  test.each([
    ['--out', 'p.md'],
    ['--interview-on', '2023-12-01', '--ics', 'plan.ics'],
  ])('%s into a folder that is not there', async (...flags) => {
    const { run } = await practised();
    const file = flags.pop()!;
    const { code, err } = await run('progress', ...flags, join('missing', file));
    expect({ code, err }).toEqual({
      code: 2,
      err: 'mockloop: There is no folder "missing" to write into.\nMake it first.\n',
    });
  });

  test('is told as text, as JSON and as a page', async () => {
    const { run, folder, read } = await practised();
    const { code, out } = await run('progress');
    expect(code).toBe(0);
    expect(out).toMatch(/^Progress: 1 interview, 3 main answers, judged by local \d/);
    expect(out).toMatch(/^ {2}delivery +\S+ +[█·|]+ +\d+\.\d/m);
    const json = JSON.parse((await run('progress', '--json')).out);
    expect(json).toMatchObject({ kind: 'progress', day: '2023-11-14', answers: 3, plan: null });
    expect(progressShape.safeParse(json).error).toBeUndefined();
    expect(json.lines.kind.map((it: { id: string }) => it.id).sort()).toEqual(['behavioral', 'technical']);
    expect(await run('progress', '--out', join(folder, 'p.html'))).toEqual({ code: 0, out: '', err: '' });
    expect(read(folder, 'p.html')).toContain('<title>Progress</title>');
  });

  test('stands beside the bar of the level asked for, else of the last loop', async () => {
    const { run } = await practised();
    const level = async (...more: string[]) =>
      JSON.parse((await run('progress', '--json', ...more)).out).level;
    expect(await level()).toBe('L4');
    expect(await level('--level', 'L5')).toBe('L5');
    expect(await run('progress', '--level', 'L9')).toMatchObject({
      code: 2,
      err: 'mockloop: There is no level "L9".\nThere are: L4, L5, L6.\n',
    });
  });

  test('plans the days up to an interview, as a list and a calendar', async () => {
    const { run, folder, read } = await practised();
    const ics = join(folder, 'plan.ics');
    const { code, out } = await run(
      'progress',
      '--interview-on',
      '2023-11-30',
      '--minutes-a-day',
      '10',
      '--ics',
      ics,
    );
    expect(code).toBe(0);
    expect(out).toContain('Until the interview on 2023-11-30');
    expect(out).toMatch(/^ {2}2023-11-\d\d {2}small\/\w+ \(\d min\)$/m);
    expect(read(ics)).toContain('DTSTART;VALUE=DATE:20231130');
  });

  test.each([
    [['--interview-on', '2023-02-30'], 'is no day'],
    [['--interview-on', '2023-11-14'], 'is not after today, 2023-11-14'],
    [['--interview-on', '2033-11-14'], 'more than a year away'],
    [['--ics', 'x.ics'], 'Add --interview-on DATE.'],
    [['--format', 'pdf'], 'Formats: text, html, json.'],
  ])('%j is refused', async (more, told) =>
    expect(await (await practised()).run('progress', ...more)).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining(told),
    }),
  );
});

test('an interview in earnest that still runs is not told', async () => {
  const made = world();
  await made.run('practice', 'small', '--answers', made.put('half.yaml', 'small/deploy: A canary.\n'));
  expect(JSON.parse((await made.run('progress', '--json')).out).answers).toBe(0);
});
