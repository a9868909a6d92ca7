import { describe, expect, test } from 'vitest';
import { takeBreak } from '../../src/terminal/rest.ts';
import { turn } from './editor/world.ts';
import { type FakeScreen, fakeScreen } from './world.ts';

async function begun(
  seconds = 300,
): Promise<FakeScreen & { taken: Promise<number | 'stop'>; over(): boolean }> {
  const made = fakeScreen();
  let isOver = false;
  const taken = takeBreak(made.screen, seconds).finally(() => {
    isOver = true;
  });
  // A break that is left rejects; the test that is about it awaits it.
  taken.catch(() => {});
  await made.see('Enter goes on at once.');
  await turn();
  return { ...made, taken, over: () => isOver };
}

function expectTidy({ input, clock, signals }: FakeScreen): void {
  expect(clock.waiting).toBe(0);
  expect(signals.eventNames().filter(it => it !== 'SIGHUP')).toEqual([]);
  expect(input.listenerCount('data')).toBe(0);
  expect(input.isPaused()).toBe(true);
}

test('says how long it is', async () => {
  const made = await begun(300);
  expect(made.messages()).toContain('Break: 5:00 left. Enter goes on at once.');
  made.input.write('\r');
  await made.taken;
});

test('ends by itself when its time is over', async () => {
  const made = await begun(90);
  made.clock.pass(89);
  await turn();
  expect(made.over()).toBe(false);
  made.clock.pass(1);
  expect(await made.taken).toBe(90);
  expectTidy(made);
});

test('ends with Enter, and tells the seconds taken', async () => {
  const made = await begun();
  made.clock.pass(42);
  made.input.write('x');
  await turn();
  expect(made.over()).toBe(false);
  made.input.write('\n');
  expect(await made.taken).toBe(42);
  expectTidy(made);
});

test.each(['s\n', 'S\r', ' s \n'])('%j stops for today', async keys => {
  const made = await begun();
  made.input.write(keys);
  expect(await made.taken).toBe('stop');
  expectTidy(made);
});

describe('leaving', () => {
  test.each<[string, number, (made: FakeScreen) => void]>([
    ['SIGINT', 130, ({ signals }) => signals.emit('SIGINT')],
    ['SIGTERM', 143, ({ signals }) => signals.emit('SIGTERM')],
    ['SIGHUP', 129, ({ signals }) => signals.emit('SIGHUP')],
    ['the end of the input', 129, ({ input }) => input.end()],
    ['an input that fails', 129, ({ input }) => input.emit('error', new Error('EIO'))],
  ])('%s throws what ends with %i', async (_name, exitCode, leave) => {
    const made = await begun();
    leave(made);
    await expect(made.taken).rejects.toMatchObject({ name: 'Interrupted', exitCode });
    expectTidy(made);
  });
});
