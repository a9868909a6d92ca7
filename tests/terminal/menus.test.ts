import { describe, expect, test } from 'vitest';
import { choose } from '../../src/terminal/menus.ts';
import { turn } from './editor/world.ts';
import { type FakeScreen, fakeScreen } from './world.ts';

const CHOICES = [
  { name: 'Tea', value: 't', description: 'From leaves.' },
  { name: 'Coffee', value: 'c' },
];

function open(): FakeScreen & { chosen: Promise<string> } {
  const made = fakeScreen();
  return { ...made, chosen: choose(made.screen, 'What?', CHOICES) };
}

test('Enter takes the first, and its description is seen', async () => {
  const { chosen, input, see } = open();
  await see('❯ Tea');
  await see('From leaves.');
  input.write('\r');
  expect(await chosen).toBe('t');
});

test('the arrow goes down, and does not go round at the end', async () => {
  const { chosen, input, see } = open();
  await see('❯ Tea');
  input.write('\x1b[B');
  await see('❯ Coffee');
  input.write('\x1b[B');
  await turn();
  input.write('\r');
  expect(await chosen).toBe('c');
});

describe('Ctrl-Z and fg', () => {
  test.each<[string, (made: FakeScreen) => void]>([
    ['from the keyboard', ({ input }) => input.write('\x1a')],
    ['as a signal', ({ signals }) => signals.emit('SIGTSTP')],
  ])('%s: the shell has its terminal, then the menu is there again', async (_name, stop) => {
    const { chosen, ...made } = open();
    const { input, signals, see } = made;
    let suspended = false;
    signals.suspend = () => {
      suspended = true;
    };
    await see('❯ Tea');
    stop(made);
    for (let turns = 0; !suspended && turns < 100; turns++) await turn();
    expect({ suspended, raw: input.isRaw }).toEqual({ suspended: true, raw: false });
    signals.emit('SIGCONT');
    await see('❯ Tea');
    expect(input.isRaw).toBe(true);
    input.write('\x1b[B\r');
    expect(await chosen).toBe('c');
    expect(signals.eventNames()).toEqual([]);
  });

  test('it is there again, too, after a stop that was not asked for', async () => {
    const { chosen, input, signals, see } = open();
    await see('❯ Tea');
    signals.emit('SIGCONT');
    await see('❯ Tea');
    input.write('\r');
    expect(await chosen).toBe('t');
  });

  test('a signal that came meanwhile is not forgotten', async () => {
    const { chosen, input, signals, see } = open();
    await see('❯ Tea');
    input.write('\x1a');
    await turn();
    await turn();
    signals.emit('SIGTERM');
    signals.emit('SIGCONT');
    await expect(chosen).rejects.toMatchObject({ exitCode: 143 });
  });
});

describe('leaving', () => {
  test.each<[string, number, (made: FakeScreen) => void]>([
    ['Ctrl-C', 130, ({ input }) => input.write('\x03')],
    ['Ctrl-D', 130, ({ input }) => input.write('\x04')],
    ['the end of the input', 129, ({ input }) => input.end()],
    ['an input that fails', 129, ({ input }) => input.emit('error', new Error('EIO'))],
    ['SIGHUP', 129, ({ signals }) => signals.emit('SIGHUP')],
    ['SIGINT', 130, ({ signals }) => signals.emit('SIGINT')],
    ['SIGTERM', 143, ({ signals }) => signals.emit('SIGTERM')],
  ])('%s throws what ends with %i, and shows the cursor', async (_name, exitCode, leave) => {
    const made = open();
    let written = '';
    made.screen.output.on('data', text => {
      written += text;
    });
    await made.see('❯ Tea');
    leave(made);
    await expect(made.chosen).rejects.toMatchObject({ name: 'Interrupted', exitCode });
    expect(written).toContain('\x1b[?25h');
    expect(made.signals.eventNames().filter(it => it !== 'SIGHUP')).toEqual([]);
  });
});

test('afterwards nothing listens, and the input rests', async () => {
  const { chosen, input, signals, see } = open();
  await see('❯ Tea');
  expect(signals.listenerCount('SIGCONT')).toBe(1);
  input.write('\r');
  await chosen;
  expect(signals.eventNames()).toEqual([]);
  expect(input.listenerCount('data')).toBe(0);
  expect(input.isPaused()).toBe(true);
});
