/** What is still being typed when the clock takes an answer was meant for that answer, not for what comes next. */
import { Interrupted } from '../model/errors.ts';
import type { Screen } from './screen.ts';

/** Milliseconds without a key after which nobody types any more, and the longest that is waited for it. */
const QUIET = 1_000;
const LONGEST = 10_000;

const CTRL_C = 0x03;
const SIGINT = 2;

/** Takes keys and drops them until there are none for a second. Throws Interrupted on Ctrl-C. */
export function settle({ input, clock }: Screen): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = clock.now() + LONGEST;
    let timer: unknown;
    const stop = (outcome: () => void) => {
      clock.clearTimeout(timer);
      input.off('data', onData);
      input.off('end', done);
      input.setRawMode(false);
      input.pause();
      outcome();
    };
    const done = () => stop(resolve);
    const wait = () => {
      clock.clearTimeout(timer);
      timer = clock.setTimeout(done, Math.max(0, Math.min(QUIET, end - clock.now())));
    };
    const onData = (chunk: Buffer | string) => {
      if (Buffer.from(chunk).includes(CTRL_C)) stop(() => reject(new Interrupted(SIGINT, 'Left.')));
      else wait();
    };
    input.on('data', onData);
    input.on('end', done);
    input.setRawMode(true);
    input.resume();
    wait();
  });
}
