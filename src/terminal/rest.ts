/** A break between rounds: the time left is shown, Enter ends it. */
import { Interrupted } from '../model/errors.ts';
import { countdown } from './editor/countdown.ts';
import type { Screen } from './screen.ts';
import { hear } from './signals.ts';

/** Waits for so many seconds, or for Enter. Returns the seconds taken; throws Interrupted on a signal or the end of input. */
export async function takeBreak(screen: Screen, seconds: number): Promise<number> {
  const { default: ora } = await import('ora');
  const { clock, input } = screen;
  const began = clock.now();
  const taken = () => (clock.now() - began) / 1000;
  const text = () =>
    `Break: ${countdown(seconds - taken(), seconds, screen.inline).words}. Enter goes on at once.`;
  const spinner = ora({
    text: text(),
    stream: screen.messages,
    discardStdin: false,
    hideCursor: false,
  });
  let timer: unknown;
  let leave = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const tick = () => {
        if (taken() >= seconds) return resolve();
        spinner.text = text();
        timer = clock.setTimeout(tick, Math.min(1000, (seconds - taken()) * 1000));
      };
      const read = (chunk: Buffer) => {
        if (/[\r\n]/.test(chunk.toString())) resolve();
      };
      leave = hear(screen, read, signal => reject(new Interrupted(signal, 'Left in the break.')));
      // Not before: whoever sees the break can already end it.
      spinner.start();
      input.resume();
      tick();
    });
  } finally {
    clock.clearTimeout(timer);
    leave();
    input.pause();
    spinner.stop();
  }
  return Math.round(taken());
}
