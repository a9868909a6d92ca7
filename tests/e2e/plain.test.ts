/** The interview line by line, through pipes. */
import { describe, expect, test } from 'vitest';
import { fed, piped } from './pipe.ts';
import { eventually, type Place, place } from './place.ts';
import { KEY, mockloop } from './terminal.ts';

const PLAIN = ['practice', 'small', '--round', 'work', '--plain'];
/** Enough skips for everything that may still be asked. */
const SKIPS = Array<string>(12).fill('/skip');

describe('answers as lines', () => {
  test('a full stop ends one, /skip skips, /hint helps; stdout is the path of the report alone', async () => {
    const at = place();
    const lines = ['/hint', 'A canary goes first,', '', 'to a small share of the servers.', '.', ...SKIPS];
    const { code, out, err } = await fed(at, lines, ...PLAIN, '--mode', 'real');
    expect(code).toBe(0);
    expect(out).toBe(`${at.data}/sessions/${at.sessions()[0]}/report.md\n`);
    expect(err).toContain('How do you bring a new release to production?');
    expect(err).toContain('Hint: Who gets the release first?');
    const [first] = at.journal().filter(it => it.type === 'answered');
    expect(first?.answer).toBe('A canary goes first,\n\nto a small share of the servers.');
    expect(at.journal()).toContainEqual(expect.objectContaining({ type: 'hinted', key: 'small/deploy' }));
  });

  test('coach mode tells what was there, and takes the next line for the next answer', async () => {
    const at = place();
    const { code, err } = await fed(at, ['We press the button.', '.', ...SKIPS], ...PLAIN, '--mode', 'coach');
    expect(code).toBe(0);
    expect(err).toContain('- Missing: The release goes to a small share');
    expect(err).not.toContain('Another try?');
  });

  test('a break is not waited for', async () => {
    const { code, out } = await fed(place(), [...SKIPS, ...SKIPS], 'practice', 'small', '--plain');
    expect(code).toBe(0);
    expect(out).toMatch(/report\.md\n$/);
  });

  test('at the end of a loop the debrief is told, in 80 columns and without colour', async () => {
    const lines = ['A canary goes first.', '.', ...SKIPS, ...SKIPS];
    const { err } = await fed(place(), lines, 'practice', 'small', '--plain', '--mode', 'real');
    const debrief = err.slice(err.indexOf('\nNo hire at L4\n'));
    expect(debrief).toMatch(/^ {2}- 0 of 2 vote for a hire; more than half must\.$/m);
    expect(debrief).toContain('Votes, before and after reading the others');
    expect(debrief).toContain('Work on these first');
    expect(Math.max(...debrief.split('\n').map(row => row.length))).toBeLessThanOrEqual(80);
    expect(debrief).not.toContain('\x1b');
  });

  test('the end comes by itself, also while the input stays open', async () => {
    const run = piped(place(), ...PLAIN);
    for (const prompt of ['How do you bring', 'What does a cache cost', 'What would you like']) {
      await run.hears(prompt);
      run.write('/skip');
    }
    expect(await run.end()).toBe(0);
  });
});

describe('the input ends in the middle', () => {
  test('exit 2, everything kept, and resume goes on', async () => {
    const at = place();
    const first = await fed(at, ['We press the button.', '.', 'One percent'], ...PLAIN);
    expect(first).toMatchObject({ code: 2, out: '' });
    expect(first.err).toContain('The input ended before all was answered. Kept.');
    expect(first.err).toContain(`mockloop resume ${at.sessions()[0]}`);
    const answers = () => at.journal().filter(it => it.type === 'answered' && it.answer !== '');
    // The end of the input also ends the answer that was being given.
    expect(answers().map(it => it.answer)).toEqual(['We press the button.', 'One percent']);

    const second = await fed(at, SKIPS, 'resume', '--plain');
    expect(second.code).toBe(0);
    // It is told at the end, among what to work on, and not asked again.
    const [asked] = second.err.split('\nWork on these first\n');
    expect(asked).not.toContain('How do you bring a new release');
    expect(asked).not.toBe(second.err);
    expect(at.kept('report.md')).toContain('We press the button.');
    expect(at.sessions()).toHaveLength(1);
  });

  test('before the first line', async () => {
    const at = place();
    expect(await fed(at, [], ...PLAIN)).toMatchObject({ code: 2, out: '' });
    expect((await fed(at, SKIPS, 'resume', '--plain')).code).toBe(0);
  });
});

test.each([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s in an answer keeps what was written: exit %i', async (signal, code) => {
  const at = place();
  const run = piped(at, ...PLAIN);
  await run.hears('How do you bring');
  run.write('/hint', 'We press the button.', '/hint');
  await run.hears('What do you look at meanwhile?');
  run.child.kill(signal);
  expect(await run.end()).toBe(code);
  expect(run.out).toBe('');
  const again = await fed(at, ['At night.', '.', ...SKIPS], 'resume', '--plain');
  expect(again.code).toBe(0);
  expect(again.err).toContain('What you wrote before is kept');
  expect(at.journal()).toContainEqual(
    expect.objectContaining({ type: 'answered', answer: 'We press the button.\nAt night.' }),
  );
});

test('/quit leaves in peace, with what was written', async () => {
  const at = place();
  const run = piped(at, ...PLAIN);
  await run.hears('How do you bring');
  run.write('We press the button.', '/quit');
  expect(await run.end()).toBe(0);
  expect(run.err).not.toContain('The input ended');
  expect(run.err).toContain(`Kept. Go on where you stopped: mockloop resume ${at.sessions()[0]}`);
  expect(JSON.parse(at.kept('draft.json')).text).toBe('We press the button.');
});

describe('at a terminal', () => {
  /** A line that has ended, and one that has not. */
  async function halfTyped(at: Place) {
    const screen = mockloop(at, ...PLAIN);
    await screen.see('How do you bring');
    await screen.type('We press it.\rOne perc');
    await screen.see('One perc');
    return screen;
  }
  const draft = (at: Place) => JSON.parse(at.kept('draft.json')).text;

  test('what is shown of a line is kept, also after kill -9', async () => {
    const at = place();
    const screen = await halfTyped(at);
    expect(draft(at)).toBe('We press it.\nOne perc');
    process.kill(at.holder(), 'SIGKILL');
    expect((await screen.end()).code).toBe(137);
    expect(draft(at)).toBe('We press it.\nOne perc');
  });

  test('Ctrl-C loses nothing of a line, and gives the terminal back', async () => {
    const at = place();
    const screen = await halfTyped(at);
    await screen.type(KEY.interrupt);
    expect(await screen.end()).toEqual({ code: 130, mode: 'isig icanon echo' });
    expect(draft(at)).toBe('We press it.\nOne perc');
  });

  test('a window that is closed loses nothing of a line', async () => {
    const at = place();
    const screen = await halfTyped(at);
    await screen.type('ent');
    await screen.see('One percent');
    const holder = at.holder();
    screen.close();
    const isGone = () => {
      try {
        return !process.kill(holder, 0);
      } catch {
        return true;
      }
    };
    await eventually(isGone, 'the end');
    expect(at.journal().at(-1)).toMatchObject({ type: 'left', draft: { text: 'We press it.\nOne percent' } });
  });

  test('a line may be longer than 4,095 bytes', async () => {
    const at = place();
    const screen = mockloop(at, ...PLAIN);
    await screen.see('How do you bring');
    await screen.type(`${'canary '.repeat(1_000)}end.\r.\r`);
    await screen.see('Another try?');
    const answered = at.journal().find(it => it.type === 'answered');
    expect(answered?.answer).toBe(`${'canary '.repeat(1_000)}end.`);
  });
});
