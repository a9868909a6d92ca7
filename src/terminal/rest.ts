/** A break between rounds: the time left is shown, Enter ends it, s stops for today. */
import { Interrupted } from '../model/errors.ts';
import { countdown } from './editor/countdown.ts';
import type { Screen } from './screen.ts';
import { hear } from './signals.ts';

/** Waits for so many seconds, or for a key. Returns the seconds taken, or `stop`; throws Interrupted on a signal or the end of input. */
export async function takeBreak(screen: Screen, seconds: number): Promise<number | 'stop'> {
  const { default: ora } = await import('ora');
  const { clock, input } = screen;
  const began = clock.now();
  const taken = () => (clock.now() - began) / 1000;
  const text = () =>
    `Break: ${countdown(seconds - taken(), seconds, screen.inline).words}. Enter goes on at once. S and Enter: stop for today.`;
  const spinner = ora({
    text: text(),
    stream: screen.messages,
    discardStdin: false,
    hideCursor: false,
  });
  let timer: unknown;
  let leave = () => {};
  let typed = '';
  try {
    await new Promise<void>((resolve, reject) => {
      const tick = () => {
        if (taken() >= seconds) return resolve();
        spinner.text = text();
        timer = clock.setTimeout(tick, Math.min(1000, (seconds - taken()) * 1000));
      };
      const read = (chunk: Buffer) => {
        typed += chunk.toString();
        if (/[\r\n]/.test(typed)) resolve();
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
  return /^s(?:top)?$/i.test(typed.trim()) ? 'stop' : Math.round(taken());
}
