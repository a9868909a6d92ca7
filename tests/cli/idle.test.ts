import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ANSWERS, FIRST, world } from './world.ts';

/** What is refused prints nothing else, and keeps nothing. */
const refused = (err: string) => ({ code: 2, out: '', err: `mockloop: ${err}\n` });

describe('an option that has nothing to do is refused', () => {
  test.each([
    [['practice', 'small', '--answers', ANSWERS, '--repeats', '3'], '--repeats', 'it'],
    [['practice', 'small', '--answers', ANSWERS, '--redact', 'nofile'], '--redact', 'it'],
    [
      ['practice', 'small', '--answers', ANSWERS, '--model', 'm', '--max-cost', '1'],
      '--model, --max-cost',
      'them',
    ],
    [
      ['practice', 'small', '--answers', ANSWERS, '--interviewer', 'llm', '--model', 'm', '--repeats', '2'],
      '--repeats',
      'it',
    ],
    [['resume', '--repeats', '3'], '--repeats', 'it'],
    [['review', '--repeats', '3'], '--repeats', 'it'],
    [['report', '--repeats', '3'], '--repeats', 'it'],
    [['progress', '--repeats', '3'], '--repeats', 'it'],
    [['sessions', '--rebuild', '--repeats', '3'], '--repeats', 'it'],
    [['evaluate', 'nofile.jsonl', '--max-calls', '3'], '--max-calls', 'it'],
    [['calibrate', 'nofile.jsonl', '--timeout', '3'], '--timeout', 'it'],
  ])('%j', async (argv, options, it) => {
    expect(await world().run(...argv)).toEqual(
      refused(
        `The judge local asks no model, so there is no use for ${options}.\nAdd --judge llm, or leave ${it} out.`,
      ),
    );
  });

  test.each([
    [['sessions', '--out', 'x.txt'], '--out is of --export alone.\nAdd --export SESSION.'],
    [['sessions', '--force'], '--force is of --export alone.\nAdd --export SESSION.'],
    [['sessions', '--yes'], '--yes is of --forget alone.\nAdd --forget SESSION.'],
    [['sessions', '--judge', 'llm'], '--judge is of --rebuild alone.\nAdd --rebuild.'],
    [['progress', '--minutes-a-day', '10'], '--minutes-a-day is of a plan alone.\nAdd --interview-on DATE.'],
    [
      ['stories', '--title', 'x'],
      '--title is of add alone.\nLike this: mockloop stories add --title "What you call it".',
    ],
    [
      ['stories', 'add', '--title', 'x', '--question', 'Why?'],
      '--question is of ask alone.\nLike this: mockloop stories ask lunch/lunch --question "Why?" --question "And then?".',
    ],
    [['stories', 'list', 'x'], 'stories list takes no name, and here is "x".\nLeave it out.'],
    [['pack', 'check', 'x', '--out', 'y'], '--out is of build and debrief alone.\nLeave it out.'],
    [
      ['outcome', 'list', '--company', 'Acme'],
      '--company is of add alone.\nLike this: mockloop outcome add --company NAME --result offer.',
    ],
  ])('%j', async (argv, told) => {
    expect(await world().run(...argv)).toEqual(refused(told));
  });

  test.each(['check', 'debrief'])('pack %s: whatever the help says is of build', async action => {
    const { run } = world();
    const { out } = await run('pack', '--help');
    const options = [...out.matchAll(/^ {2}(--[a-z]+)(?: <([a-z,]+)>)? +build: /gm)].filter(
      it => it[1] !== '--out',
    );
    expect(options.length).toBeGreaterThan(15);
    const values: Readonly<Record<string, string>> = { 'easiest,hardest': '2,4', minutes: '5', n: '5' };
    for (const [, option, value] of options)
      expect(
        await run('pack', action, 'x', option!, ...(value === undefined ? [] : [values[value] ?? 'x'])),
      ).toEqual(refused(`${option} is of build alone.\nLeave it out.`));
  });

  test.each(['report', 'progress'])('%s: a format that the ending of the file contradicts', async command => {
    const { run, folder } = world();
    const out = join(folder, 'z.json');
    expect(await run(command, '--out', out, '--format', 'html')).toEqual(
      refused(
        `--format html would be written into "${out}", whose ending says json.\nLeave --format out, or give the file another ending.`,
      ),
    );
  });
});

test('sessions does one thing at a time', async () => {
  const { run } = world();
  await run('practice', 'small', '--answers', ANSWERS);
  expect(await run('sessions', '--export', FIRST, '--forget', FIRST, '--yes')).toEqual(
    refused('--export and --forget are two things to do.\nGive the command once for each.'),
  );
});

test('--from is refused where every name says something else, and taken where one input needs it', async () => {
  const { run, put } = world({ input: 'question,answer\nsmall/cache,It is stale.\n' });
  const file = put('mix.jsonl', '{"question":"small/cache","answer":"It is stale."}\n');
  expect(await run('evaluate', file, '--from', 'csv')).toEqual(
    refused(
      `The name of "${file}" says jsonl, and --from csv.\nLeave --from out, or give the file another ending.`,
    ),
  );
  expect((await run('evaluate', file, '-', '--from', 'csv', '--quiet')).code).toBe(0);
});

test('a script may read what stories add and pack build made', async () => {
  const { run, folder } = world();
  const story = await run('stories', 'add', '--title', 'The dropped index', '--json');
  expect(JSON.parse(story.out)).toMatchObject({ id: 'the-dropped-index', title: 'The dropped index' });
  const out = join(folder, 'pack');
  const pack = await run('pack', 'build', '--out', out, '--loop', 'small', '--json', '--quiet');
  expect(JSON.parse(pack.out)).toEqual([out]);
});
