import { expect, test } from 'vitest';
import { storiesShape } from '../../src/content/progress-shape.ts';
import { ANSWERS, world } from './world.ts';

const parsed = ({ out }: { out: string }) => JSON.parse(out);

test('a story is added, listed with its gaps, and removed', async () => {
  const { run } = world();
  const added = await run(
    'stories',
    'add',
    '--title',
    'The dropped index',
    '--principle',
    'ownership',
    '--part',
    'result=Nine minutes',
  );
  expect(added).toEqual({ code: 0, out: 'the-dropped-index\n', err: '' });
  const listed = parsed(await run('stories', '--json'));
  expect(storiesShape.safeParse(listed).error).toBeUndefined();
  expect(listed.stories).toEqual([
    {
      id: 'the-dropped-index',
      title: 'The dropped index',
      parts: { result: 'Nine minutes' },
      principles: ['ownership'],
    },
  ]);
  expect(listed.without).toContain('insist-on-the-highest-standards');
  expect(listed.without).not.toContain('ownership');
  const { out } = await run('stories');
  expect(out).toContain(
    'the-dropped-index  The dropped index  (ownership)\n  result: Nine minutes\n\nNo story shows\n',
  );
  expect(await run('stories', 'remove', 'the-dropped-index')).toMatchObject({ code: 0 });
  expect(parsed(await run('stories', '--json')).stories).toEqual([]);
});

test('questions for the end of a round are kept, told with the rounds that have none, and taken back', async () => {
  const { run } = world();
  const ask = (...them: string[]) =>
    run('stories', 'ask', 'small/work', ...them.flatMap(it => ['--question', it]));
  expect((await ask('What broke last?')).code).toBe(2);
  const told = async () => {
    const { closing, withoutClosing } = parsed(await run('stories', '--json'));
    return { closing, withoutClosing };
  };
  expect(await told()).toEqual({ closing: [], withoutClosing: [] });
  const kept = await ask('What broke last?', ' Who is on call?\u001b[2J ');
  expect(kept.err).toBe('Kept for the end of small/work: 2 questions.\n');
  expect(await told()).toEqual({
    closing: [{ round: 'small/work', questions: ['What broke last?', 'Who is on call?\u001b[2J'] }],
    withoutClosing: ['small/story'],
  });
  expect((await run('stories')).out).toContain(
    'What you will ask at the end\n  small/work\n    What broke last?\n    Who is on call?\\u001b[2J\n',
  );
  expect((await run('stories', 'remove', 'small/work')).code).toBe(0);
  expect(await told()).toEqual({ closing: [], withoutClosing: [] });
});

test('a story of an answer takes over its principles, its words and its figures, but for what is said otherwise', async () => {
  const { run, put } = world();
  const answer = 'I dropped an index, and 40 shops stood still for 9 minutes.';
  await run('practice', 'small', '--answers', put('a.yaml', `default: ${answer}\n`));
  for (const more of [[], ['--part', 'numbers=40 shops']])
    await run('stories', 'add', '--title', 'Index', '--from', 'small/mistake', ...more);
  const story = { question: 'small/mistake', principles: ['ownership'] };
  expect(parsed(await run('stories', '--json')).stories).toMatchObject([
    { ...story, parts: { told: answer, numbers: '40, 9 minutes' } },
    { ...story, parts: { told: answer, numbers: '40 shops' } },
  ]);
});

test.each([
  [['dance'], 'There are: list, add, ask, remove.'],
  [['add'], 'needs a title'],
  [['add', '--title', 'x', '--part', 'nothing'], 'is no part'],
  [['add', '--title', 'x', '--from', 'a/b'], 'You have not answered a/b.'],
  [['remove'], 'Which story?'],
  [['remove', 'x'], 'There is no story "x".'],
  [['ask'], 'For which round?'],
  [['ask', 'small/wrok', '--question', 'Why?'], 'Did you mean "small/work"?'],
  [['ask', 'small/work'], 'Two or three'],
  [
    ['add', '--title', 'x', '--principle', 'ownershp'],
    'There is no principle "ownershp".\nDid you mean "ownership"?',
  ],
  [
    ['ask', 'small/work', '--question', 'a', '--question', 'b', '--question', 'c', '--question', 'd'],
    'Two or three',
  ],
])('stories %j is refused', async (more, told) =>
  expect(await world().run('stories', ...more)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(told),
  }),
);

test('an outcome is kept, listed, and set beside practice', async () => {
  const { run } = world({ env: { TZ: 'UTC' } });
  await run('practice', 'small', '--answers', ANSWERS);
  expect(
    (await run('outcome', 'add', '--company', 'Acme\u001b[2J', '--result', 'offer', '--note', 'Numbers'))
      .code,
  ).toBe(0);
  const [kept] = parsed(await run('outcome', '--json'));
  expect(kept).toEqual({
    date: '2023-11-14',
    company: 'Acme\u001b[2J',
    round: '',
    result: 'offer',
    note: 'Numbers',
  });
  expect((await run('outcome')).out).toBe('2023-11-14  Acme\\u001b[2J    offer  Numbers\n');
  expect((await run('progress')).out).toMatch(
    /offer \(practice before: \d+(\.\d)?\)\n {2}1 real interview: too few/,
  );
});

test.each([
  [['dance'], 'There are: list, add.'],
  [['add', '--result', 'offer'], 'Give --company NAME.'],
  [['add', '--company', 'A', '--result', 'great'], 'Give --result: offer'],
  [['add', '--company', 'A', '--result', 'offer', '--date', '15.1.'], 'is no day'],
  [['add', '--company', 'A', '--result', 'offer', '--date', '2023-11-15'], 'is after today, 2023-11-14'],
])('outcome %j is refused', async (more, told) =>
  expect(await world().run('outcome', ...more)).toMatchObject({
    code: 2,
    out: '',
    err: expect.stringContaining(told),
  }),
);

test('without outcomes the list says how to add one', async () =>
  expect(await world().run('outcome')).toMatchObject({
    code: 0,
    out: '',
    err: expect.stringContaining('outcome add'),
  }));
