/** What is still being typed when the clock takes an answer was meant for that answer, not for what comes next. */
import { Interrupted } from '../model/errors.ts';
import type { Screen } from './screen.ts';
import { CTRL, hear, SIGNAL } from './signals.ts';

/** Milliseconds without a key after which nobody types any more, and the longest that is waited for it. */
const QUIET = 1_000;
const LONGEST = 10_000;

/** Takes keys and drops them until there are none for a second. Throws Interrupted on Ctrl-C, a signal or the end of input. */
export function settle(screen: Screen): Promise<void> {
  const { input, clock } = screen;
  return new Promise((resolve, reject) => {
    const end = clock.now() + LONGEST;
    let timer: unknown;
    const stop = (outcome: () => void) => {
      clock.clearTimeout(timer);
      hearNothing();
      input.setRawMode(false);
      input.pause();
      outcome();
    };
    const wait = () => {
      clock.clearTimeout(timer);
      timer = clock.setTimeout(() => stop(resolve), Math.max(0, Math.min(QUIET, end - clock.now())));
    };
    const leave = (signal: number) => stop(() => reject(new Interrupted(signal, 'Left.')));
    const typed = (chunk: Buffer) => (Buffer.from(chunk).includes(CTRL.c) ? leave(SIGNAL.interrupt) : wait());
    const hearNothing = hear(screen, typed, leave);
    input.setRawMode(true);
    input.resume();
    wait();
  });
}
