/** Stopping in order: the first signal asks for it, a second one does not wait. */
import type { Io } from './io.ts';

const NUMBERS = { SIGHUP: 1, SIGINT: 2, SIGTERM: 15 } as const;
type Ending = keyof typeof NUMBERS;

export interface Stopping {
  /** Aborted at the first signal. */
  stop: AbortSignal;
  /** The number of the signal that came. */
  signal(): number;
  /** Hears no more. */
  off(): void;
}

/** Hears of signals until `off`. After the first, the next one ends the process as if nobody had listened. */
export function onStopSignals({ signals, stdin }: Pick<Io, 'signals' | 'stdin'>): Stopping {
  const controller = new AbortController();
  let came = 0;
  const handlers = (Object.keys(NUMBERS) as Ending[]).map(name => {
    const handler = () => {
      came = NUMBERS[name];
      // Not at once: a spinner listens too, and ends the process when it finds itself alone with the signal.
      setImmediate(off);
      controller.abort();
      // An input that nobody ends would keep the process waiting.
      stdin.destroy();
    };
    return [name, handler] as const;
  });
  const off = () => {
    for (const [name, handler] of handlers) signals.off(name, handler);
  };
  for (const [name, handler] of handlers) signals.on(name, handler);
  return { stop: controller.signal, signal: () => came, off };
}
