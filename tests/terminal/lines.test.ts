import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/terminal/lines.ts';
import { turn } from './editor/world.ts';
import { fakeScreen } from './world.ts';

function open() {
  const made = fakeScreen({ terminal: false });
  return { ...made, lines: linesOf(made.screen) };
}

describe('lines', () => {
  test('are whole, whatever the chunks', async () => {
    const { input, lines } = open();
    const first = lines.next(undefined);
    for (const chunk of ['a lo', 'ng line\nshort', '\r', '\n\n', Buffer.from([0xc3])]) input.write(chunk);
    input.write(Buffer.from([0xa9, 0x0a]));
    expect(await first).toEqual({ line: 'a long line' });
    for (const line of ['short', '', 'é']) expect(await lines.next(undefined)).toEqual({ line });
  });

  test('that nobody asked for wait', async () => {
    const { input, lines } = open();
    input.write('one\ntwo\n');
    await turn();
    expect(await lines.next(undefined)).toEqual({ line: 'one' });
    expect(await lines.next(undefined)).toEqual({ line: 'two' });
  });

  test('need no end of line at the end, which stays the end', async () => {
    const { input, lines } = open();
    input.end('last');
    expect(await lines.next(undefined)).toEqual({ line: 'last' });
    expect(await lines.next(undefined)).toBe('end');
    expect(await lines.next(10)).toBe('end');
  });
});

describe('time', () => {
  test('is up after so many seconds, not before', async () => {
    const { clock, lines } = open();
    let got: unknown;
    const next = lines.next(10).then(it => {
      got = it;
    });
    clock.pass(9.9);
    await turn();
    expect(got).toBeUndefined();
    clock.pass(0.1);
    await next;
    expect(got).toBe('time');
  });

  test('leaves no timer behind when a line comes, and loses no later line', async () => {
    const { clock, input, lines } = open();
    input.write('one\n');
    expect(await lines.next(10)).toEqual({ line: 'one' });
    expect(clock.waiting).toBe(0);
    const late = lines.next(1);
    clock.pass(1);
    expect(await late).toBe('time');
    input.write('two\n');
    expect(await lines.next(undefined)).toEqual({ line: 'two' });
  });

  test('that is over already is up at once', async () => {
    const { clock, lines } = open();
    const next = lines.next(-5);
    clock.pass(0);
    expect(await next).toBe('time');
  });
});

test.each([
  ['SIGHUP', 1],
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const)('%s comes as %i', async (name, number) => {
  const { signals, lines } = open();
  const next = lines.next(undefined);
  signals.emit(name);
  expect(await next).toBe(number);
});

test('closed, it listens to nothing', () => {
  const { input, signals, lines } = open();
  expect(signals.eventNames()).not.toEqual([]);
  lines.close();
  expect(signals.eventNames()).toEqual([]);
  expect(input.listenerCount('data')).toBe(0);
});
