/** Lines of an input, one at a time, whatever the chunks they come in. */
import type { Clock } from '../model/clock.ts';
import { takePieces } from './pieces.ts';
import type { Screen } from './screen.ts';
import { onEnding } from './signals.ts';
import type { Came, Taker } from './taker.ts';
import { takeTypedLines } from './typed-lines.ts';

export interface Lines {
  /** The next line, or why there is none: `end` of the input, `time` is up, or the number of a signal. */
  next(seconds: number | undefined): Promise<Came | 'time'>;
  /**
   * Tells of all that came and was not asked for yet: now, if there is anything, and each time that more comes, before it
   * is shown. The last line has not ended yet, and is often empty.
   */
  watch(tell: (lines: readonly string[]) => void): void;
  /** Takes what came of a line that has not ended; empty where none was begun. */
  unfinished(): string;
  close(): void;
}

type Needs = Pick<Screen, 'input' | 'signals' | 'output' | 'messages' | 'wholeLines'> & {
  clock: Pick<Clock, 'setTimeout' | 'clearTimeout'>;
};

/** Reads in the background; lines that nobody has asked for yet wait. */
export function linesOf(screen: Needs): Lines {
  const { signals, clock } = screen;
  const waiting: Came[] = [];
  let isOver = false;
  let wake = () => {};
  let tell: (lines: readonly string[]) => void = () => {};
  const taker: Taker = {
    half: '',
    endLine() {
      taker.add({ line: taker.half });
      taker.half = '';
    },
    add(what) {
      waiting.push(what);
      wake();
    },
    finish() {
      isOver = true;
      wake();
    },
    told: () => tell([...waiting.flatMap(it => (typeof it === 'object' ? [it.line] : [])), taker.half]),
  };
  const letGo = takeLines(screen, taker);
  const stopListening = onEnding(signals, taker.add);
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
      while (waiting.length === 0 && !isOver && !timedOut)
        await new Promise<void>(resolve => {
          wake = resolve;
        });
      if (timer !== undefined) clock.clearTimeout(timer);
      // The end stays the end, however often it is asked for.
      return waiting.shift() ?? (isOver ? 'end' : 'time');
    },
    watch(listener) {
      tell = listener;
      if (taker.half !== '' || waiting.length > 0) taker.told();
    },
    unfinished() {
      const { half } = taker;
      taker.half = '';
      return half;
    },
    close() {
      stopListening();
      letGo();
    },
  };
}

/** Key by key where somebody types, and by pieces from a pipe, or a program that keeps the line until it has ended. */
function takeLines(screen: Needs, taker: Taker): () => void {
  const { input, output, messages, wholeLines } = screen;
  const echo = [messages, output].find(it => it.isTTY);
  if (!echo || !input.isTTY || wholeLines) return takePieces(input, taker);
  return takeTypedLines({ ...screen, echo }, taker);
}
