/** A whole interview as a person holds it, from the first menu to the report. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { BIN, place } from './place.ts';
import { KEY, mockloop, Terminal } from './terminal.ts';

const GOOD =
  'The release goes to a small share of the servers first, a canary. Error rate and latency are compared before it goes on.';

test('menus, editor, hint, skip, feedback, another try, break, closing, summary, report', async () => {
  const at = place();
  const screen = mockloop(at);
  await screen.choose('Practise an interview');
  await screen.choose('A small loop');
  await screen.choose('The whole loop');
  await screen.choose('Coach');
  await screen.see(
    'Round 1 of 2: Daily work',
    'Nobody holds this interview.',
    'Two questions about production.',
  );
  await screen.choose('Begin');

  await screen.asked('Daily work · question 1 of 2');
  expect(screen.isAlternate()).toBe(true);
  await screen.type(KEY.hint);
  await screen.see('Hint 1 of 2: Who gets the release first?');
  await screen.answer('How do you bring a new release to production?', 'We press the button.');
  await screen.see('Missing: The release goes to a small share of the servers first', '❯ Go on');
  await screen.choose('Show the model answer');
  await screen.see('compared before it goes on to the rest.', '❯ Go on');
  expect(screen.text().split('❯')).toHaveLength(2);
  await screen.choose('Try again');

  await screen.asked('· try 2');
  await screen.answer('How do you bring a new release to production?', GOOD);
  await screen.see(
    '2 points gained',
    'New: The release goes to a small share of the servers first',
    '❯ Go on',
  );
  await screen.choose('Go on');

  // The second try names the canary, so the follow-up about its size is not due.
  await screen.asked('follow-up');
  await screen.answer('And when the new release is bad?', 'The old release is still there.');
  await screen.choose('Go on');

  // Probes are asked until the rubric is content; nobody is bound to answer them.
  let probes = 0;
  for (; ; probes++) {
    await screen.asked(/one more thing|question 2 of 2/);
    if (screen.text().includes('question 2 of 2')) break;
    await skip();
    await screen.choose('Go on');
  }
  expect(probes).toBeLessThanOrEqual(2);

  await screen.asked('What does a cache cost you?');
  await screen.type('no idea');
  await screen.see('no idea');
  await skip('y');
  await screen.choose('Go on');
  await screen.answer('What would you like to know from me?', 'Who is on call, and how often?');

  await screen.see(/Break: [45]:\d\d left. Enter goes on at once./);
  await screen.type(KEY.enter);
  await screen.see('Round 2 of 2: A story');
  await screen.choose('Begin');
  await screen.asked('Tell me about a mistake of yours');
  await skip();
  await screen.choose('Go on');
  await screen.answer('What would you like to know from me?', 'What surprised you in your first month?');

  expect(await screen.end()).toEqual({ code: 0, mode: 'isig icanon echo' });
  const text = screen.text(true);
  expect(text).toContain('Level');
  expect(text).toMatch(/^No hire at L4$/m);
  expect(text).toMatch(/^ {2}A story .*strong no hire, unchanged$/m);
  expect(text).toContain('> mockloop practice --question small/mistake');
  const path = /The report: (\S+report\.md)$/m.exec(text)?.[1];
  expect(path).toBeDefined();
  const report = readFileSync(path!, 'utf8');
  for (const part of ['We press the button.', GOOD, 'Who is on call', 'What surprised you', 'coach'])
    expect(report).toContain(part);
  expect(report).not.toContain('no idea');
  expect(screen.isAlternate()).toBe(false);
  expect(screen.isCursorShown()).toBe(true);

  async function skip(confirm = ''): Promise<void> {
    await screen.type(KEY.escape);
    await screen.see('s skip');
    await screen.type('s');
    if (confirm) {
      await screen.see('Skip this question?');
      await screen.type(confirm);
    }
    await screen.until(() => !screen.isAlternate(), 'the question to be skipped');
  }
});

test('--dictated is noted in the journal, and all else is as if it were typed', async () => {
  const at = place();
  const screen = mockloop(at, 'practice', '--question', 'small/cache', '--mode', 'real', '--dictated');
  await screen.choose('Begin');
  await screen.asked('What does a cache cost you?');
  await screen.type(KEY.escape);
  await screen.see('s skip');
  await screen.type('s');
  expect(await screen.end()).toMatchObject({ code: 0 });
  expect(at.journal()[0]).toMatchObject({ type: 'opened', plan: { input: 'dictated' } });
  expect(screen.text(true)).toContain('The report: ');
});

test('in a small window the question comes first, to be scrolled, and gives way to what is typed', async () => {
  const at = place();
  const argv = [process.execPath, BIN, 'practice', '--question', 'small/deploy', '--mode', 'real'];
  const screen = new Terminal(argv, at.env, { columns: 24, rows: 6 });
  await screen.choose('Begin');
  await screen.see('One question', 'Type to answer');
  expect(screen.text()).not.toContain('to production?');
  await screen.type(KEY.down);
  await screen.see('to production?', 'Type to answer');
  await screen.type('A canary.');
  await screen.see('A canary.', 'Ctrl-D hand in');
  await screen.type(KEY.reread);
  await screen.see('Type to answer');
  await screen.type(KEY.reread);
  await screen.see('A canary.');
});
