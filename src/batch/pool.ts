/** Who judges the parts: this thread alone, or several worker threads. */
import { Worker } from 'node:worker_threads';
import type { EarlierLines } from './earlier.ts';
import type { Brief } from './grade.ts';
import type { Part, PartResult } from './part.ts';

export interface Pool {
  /** Parts to be given to it at once, so that nobody waits for the next. */
  readonly width: number;
  grade(part: Part): Promise<PartResult>;
  close(): Promise<void>;
}

/** What a thread is started with; plain data. */
export interface Setting {
  brief: Brief;
  /** A name in the table of judges. */
  judge: string;
  earlier: readonly EarlierLines[];
}

/** Judges in this thread: nothing has to be started for a few answers. */
export async function ownPool(setting: Setting): Promise<Pool> {
  const { graderFor } = await import('./grading.ts');
  const grader = await graderFor(setting);
  return { width: 1, grade: part => grader.grade(part), close: async () => {} };
}

/** Parts that wait at a thread beside the one that it judges. */
const WAITING = 2;

/** @param threads at least 1. */
export function threadPool(threads: number, setting: Setting): Pool {
  const pool = Array.from({ length: threads }, () => new Thread(setting));
  return {
    width: threads * (1 + WAITING),
    grade: part => [...pool].sort((a, b) => a.waiting - b.waiting)[0]!.grade(part),
    close: async () => {
      await Promise.all(pool.map(it => it.close()));
    },
  };
}

/** What a thread answers; answers come in the order of the parts. */
export type Reply = { result: PartResult } | { failure: Error };

class Thread {
  readonly #worker: Worker;
  #asked: { resolve(result: PartResult): void; reject(error: Error): void }[] = [];

  constructor(setting: Setting) {
    this.#worker = new Worker(new URL('./worker.js', import.meta.url), { workerData: setting });
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
