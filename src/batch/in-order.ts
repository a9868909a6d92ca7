/** Parts judged side by side, and told in the order of the input. */
import type { Part, PartResult } from './part.ts';
import type { Pool } from './pool.ts';

/**
 * The results of the parts in their order, each as soon as it and those before it are there. No more parts are read than
 * the pool can take; once `stop` is aborted no further one is, and what was begun is told to its end. Throws what a
 * thread throws, and what the input throws after everything before it was told.
 */
export async function* inOrder(
  parts: AsyncIterable<Part>,
  pool: Pool,
  stop: AbortSignal,
): AsyncGenerator<PartResult> {
  const queue: Promise<PartResult>[] = [];
  const change = new Change();
  const tell = () => change.tell();
  stop.addEventListener('abort', tell);
  let failure: { error: unknown } | undefined;
  let isFilled = false;
  const fill = async () => {
    for await (const part of parts) {
      while (queue.length >= pool.width && !stop.aborted) await change.next();
      if (stop.aborted) return;
      const grading = pool.grade(part);
      // Its failure is thrown when its turn comes.
      grading.catch(() => {});
      queue.push(grading);
      change.tell();
    }
  };
  fill()
    .catch(error => {
      failure = { error };
    })
    .finally(() => {
      isFilled = true;
      change.tell();
    });
  try {
    for (;;) {
      const [head] = queue;
      if (head) {
        yield await head;
        queue.shift();
        change.tell();
      } else if (failure) throw failure.error;
      else if (isFilled || stop.aborted) return;
      else await change.next();
    }
  } finally {
    stop.removeEventListener('abort', tell);
  }
}

/** Something that several wait for again and again. */
class Change {
  #tell = () => {};
  #next = this.#renewed();

  next(): Promise<void> {
    return this.#next;
  }

  tell(): void {
    const told = this.#tell;
    this.#next = this.#renewed();
    told();
  }

  #renewed(): Promise<void> {
    return new Promise(resolve => {
      this.#tell = resolve;
    });
  }
}
