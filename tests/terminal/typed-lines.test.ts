/** Lines typed key by key at a terminal. */
import { describe, expect, test } from 'vitest';
import { linesOf } from '../../src/terminal/lines.ts';
import { turn } from './editor/world.ts';
import { fakeScreen } from './world.ts';

function open() {
  const made = fakeScreen();
  const lines = linesOf(made.screen);
  /** Types, and waits until it was taken in. */
  const type = async (...pieces: (string | Buffer)[]) => {
    for (const piece of pieces) {
      made.input.write(piece);
      await turn();
    }
  };
  return { ...made, lines, type };
}

describe('a line', () => {
  test.each([
    ['is ended by Enter', ['one\r'], 'one'],
    ['takes a pasted end of any system for its own', ['one\r\n'], 'one'],
    ['keeps tabs', ['\tone\r'], '\tone'],
    ['is mended with Backspace', ['onn\x7fe\r'], 'one'],
    ['loses a whole character of several units', ['one👩‍💻\x7f\r'], 'one'],
    ['loses a word with Ctrl-W, and the blanks after it', ['one two  \x17\r'], 'one '],
    ['loses all with Ctrl-U', ['on\x15one\r'], 'one'],
    ['has nothing of keys that do nothing here', ['o\x1b[An\x1bOHe\x1b[3~\r'], 'one'],
    ['comes in pieces of characters', [Buffer.from([0xc3]), Buffer.from([0xa9, 0x0d])], 'é'],
    ['goes on when it is shown again', ['on\x12e\r'], 'one'],
  ])('%s', async (_, pieces, line) => {
    const { lines, type } = open();
    await type(...pieces);
    expect(await lines.next(undefined)).toEqual({ line });
  });

  test('may be longer than a terminal takes that collects it', async () => {
    const { lines, type } = open();
    const long = 'word '.repeat(2_000);
    await type(`${long}\r`);
    expect(await lines.next(undefined)).toEqual({ line: long });
  });

  test('has what is typed after an Esc that was a key of its own', async () => {
    const { clock, lines, type } = open();
    await type('on\x1b');
    clock.pass(0.05);
    await type('e\r');
    expect(await lines.next(undefined)).toEqual({ line: 'one' });
  });

  test('goes on with keys after a paste whose end never came', async () => {
    const { clock, lines, type } = open();
    await type('\x1b[200~onn');
    clock.pass(5);
    await type('\x7fe\r');
    expect(await lines.next(undefined)).toEqual({ line: 'one' });
  });

  test('is told before it is shown', async () => {
    const { lines, type, text } = open();
    const told: [readonly string[], string][] = [];
    lines.watch(came => told.push([came, text()]));
    await type('on', 'e\r', 'two');
    expect(told).toEqual([
      [['on'], ''],
      [['one', ''], 'on'],
      [['one', 'two'], 'one\n'],
    ]);
    expect(text()).toBe('one\ntwo');
  });

  test('is shown mended', async () => {
    const { type, text } = open();
    await type('a漢\x7f');
    expect(text()).toBe('a漢\b \b\b \b');
  });

  test.each(['👩‍💻', '👍🏽', '🇯🇵', '❤️'])(
    'is shown again without %s, whose width nobody knows',
    async emoji => {
      const { type, text } = open();
      await type(`ab${emoji}\x7f`);
      expect(text()).toBe(`ab${emoji}\nab`);
    },
  );
});

test('Ctrl-C interrupts, and what was typed is there still', async () => {
  const { lines, type } = open();
  await type('half\x03');
  expect(await lines.next(undefined)).toBe(2);
  expect(lines.unfinished()).toBe('half');
  expect(lines.unfinished()).toBe('');
});

test('Ctrl-D ends the input at the start of a line, for now, and does nothing within one', async () => {
  const { lines, type } = open();
  await type('on\x04e\r\x04two\r');
  expect(await lines.next(undefined)).toEqual({ line: 'one' });
  expect(await lines.next(undefined)).toBe('end');
  expect(await lines.next(undefined)).toEqual({ line: 'two' });
});

test('Ctrl-Z gives the terminal back and stops; after it the line goes on', async () => {
  const { input, lines, signals, type, text } = open();
  let stops = 0;
  signals.suspend = () => void stops++;
  await type('on\x1a');
  expect([stops, input.isRaw]).toEqual([1, false]);
  signals.emit('SIGCONT');
  expect(input.isRaw).toBe(true);
  await type('e\r');
  expect(await lines.next(undefined)).toEqual({ line: 'one' });
  expect(text()).toBe('on\none\n');
});

test('a terminal that goes away is a hangup', async () => {
  const { input, lines } = open();
  input.end('half');
  expect(await lines.next(undefined)).toBe(1);
  expect(lines.unfinished()).toBe('half');
});

test('closed, it has given the terminal back and listens to nothing', () => {
  const { input, signals, lines } = open();
  expect(input.isRaw).toBe(true);
  lines.close();
  expect(input.isRaw).toBe(false);
  expect(signals.eventNames()).toEqual([]);
  expect(input.listenerCount('data')).toBe(0);
});

test('what sends whole lines, and shows them, is left to it', async () => {
  const { screen, input, text } = fakeScreen();
  const lines = linesOf({ ...screen, wholeLines: true });
  input.write('one\n');
  expect(await lines.next(undefined)).toEqual({ line: 'one' });
  expect([input.isRaw, text()]).toEqual([false, '']);
});
