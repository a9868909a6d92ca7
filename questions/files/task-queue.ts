export interface TaskOptions {
  /** The higher one starts first; 0 when left out. */
  priority?: number;
  /** Gives the task up. */
  signal?: AbortSignal;
}

/**
 * Runs asynchronous tasks, at most `limit` at the same time.
 *
 * Of the waiting tasks the one with the highest priority starts first, and of equals the one added first. What a
 * task returns or throws settles the promise of its own `add`, and the queue goes on.
 *
 * A task whose signal aborts while it waits is never called: its promise rejects at once with the signal's reason,
 * and it waits no more. Once it runs, aborting is its own affair: it is called with the signal, keeps its place until
 * it has settled, and its promise tells how. The queue leaves no listener behind on a signal.
 */
export class TaskQueue {
  /** @throws RangeError unless limit is a whole number of at least 1. */
  constructor(limit: number) {
    // Yours.
  }

  add<T>(task: (signal?: AbortSignal) => T | Promise<T>, options: TaskOptions = {}): Promise<T> {
    return Promise.reject(new Error('not implemented'));
  }

  /** How many tasks run now. */
  get running(): number {
    return -1;
  }

  /** How many wait for their turn. */
  get waiting(): number {
    return -1;
  }

  /** Resolves when nothing runs and nothing waits: at once, if that is so now. */
  idle(): Promise<void> {
    return Promise.reject(new Error('not implemented'));
  }
}
