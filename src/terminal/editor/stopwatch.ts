/** The time that an answer takes. All in milliseconds. */

export interface Stopwatch {
  /** Counted against the budgets. */
  readonly used: number;
  /** Taken out with Ctrl-P. */
  readonly paused: number;
  /** When these were right. */
  readonly at: number;
}

/** A running clock is looked at every second. One that was not for so long was asleep. */
const TICK = 1_000;
const LATE = 5_000;

/** @param used what an earlier part of the draft took. */
export function startWatch(used: number, at: number): Stopwatch {
  return { used, paused: 0, at };
}

/**
 * The watch at a later time, having run or been paused since. A tick that comes more than five seconds late was late
 * because the machine slept: what is beyond its due time counts nowhere. A clock that was set back adds nothing.
 */
export function advanced(watch: Stopwatch, now: number, paused: boolean): Stopwatch {
  const passed = Math.max(0, now - watch.at);
  if (paused) return { ...watch, paused: watch.paused + passed, at: now };
  const gap = passed > TICK + LATE ? passed - TICK : 0;
  return { ...watch, used: watch.used + passed - gap, at: now };
}

/** The watch after a time when this process was stopped: all of it is a gap. */
export function skipped(watch: Stopwatch, now: number): Stopwatch {
  return { ...watch, at: now };
}

/** How long until the next whole second of used time, or until `end` (of used time) if that is sooner. */
export function nextTick(watch: Stopwatch, end: number): number {
  const toSecond = TICK - (watch.used % TICK);
  const toEnd = end - watch.used;
  return Math.max(1, Math.ceil(toEnd > 0 ? Math.min(toSecond, toEnd) : toSecond));
}
