/** Somebody sits there while a model is asked: the screen says so, and a signal leaves at once. */
import { Interrupted } from '../model/errors.ts';
import type { Io } from './io.ts';
import { onStopSignals } from './stopping.ts';

export interface Awaiting {
  /** Aborted when they leave: ends the calls that are waited for. */
  stop: AbortSignal;
  /** What `act` brings. Throws Interrupted when a signal comes first, which ends `act` through `stop`. */
  asked<Result>(act: () => Promise<Result>): Promise<Result>;
}

/** @param isShown whether there is a terminal to show it on. */
export function awaiting(io: Io, isShown: boolean): Awaiting {
  const leaving = new AbortController();
  return {
    stop: leaving.signal,
    async asked(act) {
      const { stop, signal, off } = onStopSignals(io);
      stop.addEventListener('abort', () => leaving.abort());
      const end = isShown ? shownOn(io) : () => {};
      try {
        const result = await act();
        if (!stop.aborted) return result;
      } catch (error) {
        if (!stop.aborted) throw error;
      } finally {
        end();
        off();
      }
      throw new Interrupted(signal(), 'Left while the model was asked.');
    },
  };
}

/** Milliseconds before anything is shown: what is there by then is no wait. */
const PATIENCE = 500;

/** Shows the wait once it is one. @returns what takes it off the screen. */
function shownOn({ stderr, clock }: Io): () => void {
  let isOver = false;
  let end = () => {};
  const show = async () => {
    const { spinning } = await import('../terminal/spinner.ts');
    if (isOver) return;
    const spinner = await spinning(
      stderr,
      clock,
      it => `Asking the model, ${it} s. Ctrl-C leaves; all is kept.`,
    );
    if (isOver) spinner.end();
    else end = spinner.end;
  };
  const timer = clock.setTimeout(() => void show(), PATIENCE);
  return () => {
    isOver = true;
    clock.clearTimeout(timer);
    end();
  };
}
