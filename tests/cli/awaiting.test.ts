import { describe, expect, test } from 'vitest';
import { awaiting } from '../../src/cli/awaiting.ts';
import type { Io } from '../../src/cli/io.ts';
import { fakeScreen } from '../terminal/world.ts';

function someone(isShown = true) {
  const { screen, clock, signals, messages, see } = fakeScreen();
  const io = { clock, signals, stderr: screen.messages, stdin: screen.input } as unknown as Io;
  return { ...awaiting(io, isShown), clock, signals, shown: messages, see };
}

describe('somebody who waits for a model', () => {
  test('sees so after a while, and no more once it is there', async () => {
    const { asked, clock, shown, see } = someone();
    let reply = (_: string) => {};
    const waited = asked(
      () =>
        new Promise<string>(resolve => {
          reply = resolve;
        }),
    );
    clock.pass(0.4);
    await new Promise(resolve => setTimeout(resolve, 100));
    expect(shown()).toBe('');
    clock.pass(0.2);
    await see('Asking the model, 0 s. Ctrl-C leaves; all is kept.');
    reply('a reply');
    expect(await waited).toBe('a reply');
    expect(clock.waiting).toBe(0);
  });

  test('sees nothing of what takes no time, or where nothing can be shown', async () => {
    const [quick, plain] = [someone(), someone(false)];
    expect(await quick.asked(async () => 1)).toBe(1);
    const waited = plain.asked(() => new Promise(resolve => setTimeout(resolve, 100)));
    for (const it of [quick, plain]) it.clock.pass(5);
    await waited;
    expect(`${quick.shown()}${plain.shown()}`).toBe('');
  });

  test.each([
    ['ends well all the same', () => 1],
    ['fails of it', () => Promise.reject(new Error('aborted'))],
  ])('leaves with a signal, also when the call %s', async (_, end) => {
    const { asked, stop, signals } = someone(false);
    const waited = asked(async () => {
      await new Promise(resolve => stop.addEventListener('abort', resolve));
      return end();
    });
    signals.emit('SIGTERM');
    await expect(waited).rejects.toMatchObject({ name: 'Interrupted', exitCode: 143 });
    await new Promise(resolve => setImmediate(resolve));
    expect(signals.eventNames()).toEqual([]);
  });

  test('hears what fails as it is', () =>
    expect(someone().asked(() => Promise.reject(new Error('no')))).rejects.toThrow('no'));
});
