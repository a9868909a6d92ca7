/** Lines of an input, one at a time, whatever the chunks they come in. */
import { createInterface } from 'node:readline';
import type { Clock } from '../model/clock.ts';
import { type Listening, onEnding } from './signals.ts';

export interface Lines {
  /** The next line, or why there is none: `end` of the input, `time` is up, or the number of a signal. */
  next(seconds: number | undefined): Promise<{ line: string } | 'end' | 'time' | number>;
  close(): void;
}

interface Needs {
  input: NodeJS.ReadableStream;
  signals: Listening;
  clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
}

/** Reads in the background; lines that nobody has asked for yet wait. */
export function linesOf({ input, signals, clock }: Needs): Lines {
  const reader = createInterface({ input, terminal: false, crlfDelay: Number.POSITIVE_INFINITY });
  const waiting: ({ line: string } | 'end' | number)[] = [];
  let wake = () => {};
  const add = (what: { line: string } | 'end' | number) => {
    waiting.push(what);
    wake();
  };
  reader.on('line', line => add({ line }));
  reader.on('close', () => add('end'));
  const stopListening = onEnding(signals, add);
  return {
    async next(seconds) {
      let timedOut = false;
      const timer =
        seconds === undefined
          ? undefined
          : clock.setTimeout(() => {
              timedOut = true;
              wake();
            }, Math.max(0, seconds) * 1000);
      while (waiting.length === 0 && !timedOut)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      if (timer !== undefined) clock.clearTimeout(timer);
      // The end stays the end, however often it is asked for.
      return waiting[0] === 'end' ? 'end' : (waiting.shift() ?? 'time');
    },
    close() {
      stopListening();
      reader.close();
    },
  };
}
