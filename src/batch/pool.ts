/** Who judges the parts: this thread alone, or several worker threads. */
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import { type KeptLibrary, keptOf } from '../content/shelf.ts';
import { PACKAGE_FOLDER } from '../content/shipped.ts';
import type { Judge } from '../model/score.ts';
import type { Setting } from './grading.ts';
import type { Part, PartResult } from './part.ts';

export interface Pool {
  /** Parts to be given to it at once, so that no thread waits for its next. */
  readonly width: number;
  grade(part: Part): Promise<PartResult>;
  close(): Promise<void>;
}

/** Judges in this thread: nothing has to be started for a few answers. @param now milliseconds. */
export async function ownPool(setting: Setting, now: () => number): Promise<Pool> {
  const { graderFor } = await import('./grading.ts');
  const grader = await graderFor(setting, now);
  return { width: 1, grade: part => grader.grade(part), close: async () => {} };
}

/** Parts that wait for a model, so that the next row is there when one is done. */
const WAITING = 4;

export interface Waiting {
  judge: Judge;
  /** Rows side by side, at least 1. */
  atOnce: number;
  /** Aborted: what was not begun is left. */
  stop: AbortSignal;
  /** Milliseconds. */
  now(): number;
}

/** A judge that waits for others more than it reckons: rows side by side in this thread. */
export async function waitingPool(
  { brief, earlier }: Omit<Setting, 'judge'>,
  waiting: Waiting,
): Promise<Pool> {
  const { Grader } = await import('./grade.ts');
  const { earlierIn } = await import('./earlier.ts');
  const grader = new Grader({ ...waiting, brief, earlier: await earlierIn(earlier) });
  const grading = new Set<Promise<PartResult>>();
  return {
    width: WAITING,
    grade: part => {
      const result = grader.grade(part);
      grading.add(result);
      result.catch(() => {}).finally(() => grading.delete(result));
      return result;
    },
    // What is under way is paid for: its replies are waited for, and so kept.
    close: async () => {
      await Promise.allSettled(grading);
    },
  };
}

/** Parts at a thread: the one that it judges, and what it goes on with. */
const AT_ONCE = 3;

/** Threads are started when there is work for them. @param most at least 1. */
export function threadPool(most: number, given: Setting): Pool {
  const setting = sendable(given);
  const threads: Thread[] = [];
  setFlagsFromString(GROWTH);
  const idlest = () => {
    const [thread] = threads.sort((a, b) => a.waiting - b.waiting);
    if (thread && (thread.waiting < 2 || threads.length === most)) return thread;
    const started = new Thread(setting);
    threads.push(started);
    return started;
  };
  return {
    width: AT_ONCE * most,
    grade: part => idlest().grade(part),
    close: async () => {
      await Promise.all(threads.map(it => it.close()));
    },
  };
}

/** What a thread is started with: the library as it is kept, so that each reads only what it needs. */
export type Sent = Omit<Setting, 'brief'> & {
  brief: Omit<Setting['brief'], 'library'>;
  library: KeptLibrary;
};

function sendable({ brief: { library, ...brief }, ...more }: Setting): Sent {
  return { ...more, brief, library: keptOf(library) };
}

/** A thread is started from a file, which only the build has. */
const BUILT = join(PACKAGE_FOLDER, 'dist', 'run', 'worker.js');

/** What a thread answers, in the order of the parts that it was sent. */
export type Reply = { result: PartResult } | { failure: Error };

/**
 * Megabytes for what a thread has just made. What an answer leaves is garbage at once, so that more room would only be
 * filled: 16 and 32 took 20 MB more and were no quicker, 4 grew the heap.
 */
const LIMITS = { maxYoungGenerationSizeMb: 8 };

/**
 * Per cent by which the heap of a thread may grow before it is tidied. V8 lets it double and more, up to 60 MB a thread that
 * are nothing but garbage; with 20 to 40 a run takes as long. V8 has had this flag for as long as there is Node 20; one that has
 * it no more would say so on standard error, which tests look at.
 */
const GROWTH = '--heap-growing-percent=40';

class Thread {
  readonly #worker: Worker;
  #asked: { resolve(result: PartResult): void; reject(error: Error): void }[] = [];

  constructor(setting: Sent) {
    this.#worker = new Worker(BUILT, { workerData: setting, resourceLimits: LIMITS });
    this.#worker.on('message', (reply: Reply) => {
      const asked = this.#asked.shift()!;
      if ('result' in reply) asked.resolve(reply.result);
      else asked.reject(reply.failure);
    });
    this.#worker.on('error', error => this.#fail(error instanceof Error ? error : new Error(String(error))));
    this.#worker.on('exit', code => this.#fail(new Error(`A worker thread ended early (${code}).`)));
  }

  get waiting(): number {
    return this.#asked.length;
  }

  grade(part: Part): Promise<PartResult> {
    return new Promise((resolve, reject) => {
      this.#asked.push({ resolve, reject });
      this.#worker.postMessage(part, [part.bytes.buffer]);
    });
  }

  async close(): Promise<void> {
    this.#worker.removeAllListeners('exit');
    await this.#worker.terminate();
  }

  #fail(error: Error): void {
    for (const { reject } of this.#asked) reject(error);
    this.#asked = [];
  }
}
