/** Something is waited for: what, and for how long so far. */
import type { Clock } from '../model/clock.ts';
import type { Screen } from './screen.ts';

/** Draws on a stream until it is ended. @param text what it says after so many whole seconds. */
export async function spinning(
  stream: Screen['messages'],
  clock: Clock,
  text: (seconds: number) => string,
): Promise<{ end(): void }> {
  const { default: ora } = await import('ora');
  const began = clock.now();
  const spinner = ora({ text: text(0), stream, discardStdin: false }).start();
  let timer: unknown;
  const tick = () => {
    spinner.text = text(Math.floor((clock.now() - began) / 1_000));
    timer = clock.setTimeout(tick, 1_000);
  };
  tick();
  return {
    end() {
      clock.clearTimeout(timer);
      spinner.stop();
    },
  };
}
