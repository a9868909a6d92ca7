/** A single choice, confirmed with Enter: on the screen at once, where a menu would first have to be loaded. */
import { Interrupted } from '../model/errors.ts';
import type { Screen } from './screen.ts';
import { CTRL, hear, onStop, SIGNAL, stopped } from './signals.ts';

const CLEAR_REST_OF_ROW = '\x1b[K';

/** Waits for Enter. Throws Interrupted on Ctrl-C, Ctrl-D, a signal or the end of the input. */
export async function begin(screen: Screen, message: string, choice: string): Promise<void> {
  const { input, output, style } = screen;
  input.resume();
  try {
    for (;;) {
      const pressed = nextKey(screen);
      output.write(`${style.accent('?')} ${style.strong(message)}\n${style.accent(`❯ ${choice}`)}`);
      const key = await pressed;
      const mark = key === 'enter' ? style.good('✔') : '-';
      output.write(`\r${mark} ${choice}${CLEAR_REST_OF_ROW}\n`);
      if (key === 'enter') return;
      if (typeof key === 'number') throw new Interrupted(key, 'Left before it began.');
      if (key === 'stop') await stopped(screen.signals);
    }
  } finally {
    // Not before: an input that is listened to is what keeps the process alive while it is stopped.
    input.pause();
  }
}

/** What ends the wait: Enter, a stop to be made (`stop`) or that was made (`over`), or the number of a signal. */
type Key = 'enter' | 'stop' | 'over' | number;

function nextKey(screen: Screen): Promise<Key> {
  const { input, signals } = screen;
  return new Promise(resolve => {
    const done = (key: Key) => {
      hearNothing();
      hearNoStops();
      input.setRawMode(false);
      resolve(key);
    };
    const hearNothing = hear(screen, chunk => typed(Buffer.from(chunk), done), done);
    const hearNoStops = onStop(
      signals,
      () => done('stop'),
      () => done('over'),
    );
    input.setRawMode(true);
  });
}

function typed(bytes: Buffer, done: (key: Key) => void): void {
  if (bytes.includes(CTRL.c) || bytes.includes(CTRL.d)) done(SIGNAL.interrupt);
  else if (bytes.includes(CTRL.z)) done('stop');
  else if (/[\r\n]/.test(bytes.toString())) done('enter');
}
