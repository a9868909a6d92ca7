import { describe, expect, test } from 'vitest';
import { choose } from '../../src/terminal/menus.ts';
import { turn } from './editor/world.ts';
import { type FakeScreen, fakeScreen } from './world.ts';

function open(): FakeScreen & { begun: Promise<string> } {
  const made = fakeScreen();
  return { ...made, begun: choose(made.screen, 'Ready?', [{ name: 'Begin', value: 'yes' }]) };
}

test('a single choice is taken with Enter, and no other key', async () => {
  const { begun, input, signals, see, text } = open();
  await see('? Ready?\n❯ Begin');
  expect(input.isRaw).toBe(true);
  input.write('yes');
  await turn();
  input.write('\x1b[B');
  await turn();
  expect(text()).not.toContain('✔');
  input.write('\r');
  expect(await begun).toBe('yes');
  expect(text()).toBe('? Ready?\n❯ Begin\r✔ Begin\n');
  expect(input.isRaw).toBe(false);
  expect(input.isPaused()).toBe(true);
  expect(input.listenerCount('data')).toBe(0);
  expect(signals.eventNames()).toEqual([]);
});

test('is there again after Ctrl-Z and fg', async () => {
  const { begun, input, signals, see } = open();
  await see('❯ Begin');
  let raw: boolean | undefined;
  signals.suspend = () => {
    raw = input.isRaw;
  };
  input.write('\x1a');
  await turn();
  await turn();
  expect(raw).toBe(false);
  signals.emit('SIGCONT');
  await see('❯ Begin');
  input.write('\r');
  expect(await begun).toBe('yes');
});

describe('leaving', () => {
  test.each<[string, number, (made: FakeScreen) => void]>([
    ['Ctrl-C', 130, ({ input }) => input.write('\x03')],
    ['Ctrl-D', 130, ({ input }) => input.write('\x04')],
    ['the end of the input', 129, ({ input }) => input.end()],
    ['SIGHUP', 129, ({ signals }) => signals.emit('SIGHUP')],
    ['SIGTERM', 143, ({ signals }) => signals.emit('SIGTERM')],
  ])('%s throws what ends with %i', async (_name, exitCode, leave) => {
    const made = open();
    await made.see('❯ Begin');
    leave(made);
    await expect(made.begun).rejects.toMatchObject({ name: 'Interrupted', exitCode });
    expect(made.input.isRaw).toBe(false);
    expect(made.signals.eventNames().filter(it => it !== 'SIGHUP')).toEqual([]);
  });
});
