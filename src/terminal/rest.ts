/** A break between rounds: the time left is shown, Enter ends it. */
import { Interrupted } from '../model/errors.ts';
import { countdown } from './editor/countdown.ts';
import type { Screen } from './screen.ts';
import { onEnding } from './signals.ts';

/** The end of the input means that the terminal is gone, as in the editor. */
const SIGHUP = 1;

/** Waits for so many seconds, or for Enter. Returns the seconds taken; throws Interrupted on a signal or the end of input. */
export async function takeBreak(screen: Screen, seconds: number): Promise<number> {
  const { default: ora } = await import('ora');
  const { clock, input, signals } = screen;
  const began = clock.now();
  const taken = () => (clock.now() - began) / 1000;
  const text = () =>
    `Break: ${countdown(seconds - taken(), seconds, screen.inline).words}. Enter goes on at once.`;
  const spinner = ora({ text: text(), stream: screen.messages, discardStdin: false }).start();
  let timer: unknown;
  let leave = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const stop = (signal: number) => reject(new Interrupted(signal, 'Left in the break.'));
      const hangup = () => stop(SIGHUP);
      const tick = () => {
        if (taken() >= seconds) return resolve();
        spinner.text = text();
        timer = clock.setTimeout(tick, Math.min(1000, (seconds - taken()) * 1000));
      };
      const read = (chunk: Buffer | string) => {
        if (/[\r\n]/.test(chunk.toString())) resolve();
      };
      input.on('data', read);
      input.on('end', hangup);
      input.on('error', hangup);
      const stopListening = onEnding(signals, stop);
      leave = () => {
        input.off('data', read);
        input.off('end', hangup);
        input.off('error', hangup);
        stopListening();
        input.pause();
      };
      input.resume();
      tick();
    });
  } finally {
    clock.clearTimeout(timer);
    leave();
    spinner.stop();
  }
  return Math.round(taken());
}
