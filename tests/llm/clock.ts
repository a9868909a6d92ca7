/** A clock that goes on only when it is told to. */
import type { Clock } from '../../src/model/clock.ts';

export interface ManualClock extends Clock {
  /** Goes on by so many milliseconds, with what was to happen meanwhile. */
  pass(milliseconds: number): Promise<void>;
  /** Timers that are set. */
  timers(): number;
}

export function manualClock(): ManualClock {
  let now = 1_000_000;
  const timers = new Map<object, { at: number; run: () => void }>();
  const due = (until: number) =>
    [...timers].filter(([, it]) => it.at <= until).sort(([, a], [, b]) => a.at - b.at)[0];
  return {
    now: () => now,
    setTimeout(run, milliseconds) {
      const timer = {};
      timers.set(timer, { at: now + milliseconds, run });
      return timer;
    },
    clearTimeout: timer => timers.delete(timer as object),
    timers: () => timers.size,
    async pass(milliseconds) {
      const until = now + milliseconds;
      // Whoever is about to set a timer sets it first.
      await new Promise(setImmediate);
      for (let next = due(until); next; next = due(until)) {
        timers.delete(next[0]);
        now = next[1].at;
        next[1].run();
        await new Promise(setImmediate);
      }
      now = until;
    },
  };
}
