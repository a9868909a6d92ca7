/** A worker thread: judges the parts that it is sent, one after the other. Nothing else shares its isolate. */
import { parentPort, workerData } from 'node:worker_threads';
import { graderFor, type Setting } from './grading.ts';
import type { Part } from './part.ts';
import type { Reply } from './pool.ts';

const port = parentPort!;
const ready = graderFor(workerData as Setting, () => performance.now());
let last: Promise<unknown> = ready;

port.on('message', (part: Part) => {
  last = last.then(() => reply(part));
});

async function reply(part: Part): Promise<void> {
  try {
    const result = await (await ready).grade(part);
    port.postMessage({ result } satisfies Reply, [result.lines.buffer]);
  } catch (failure) {
    port.postMessage({ failure: failure as Error } satisfies Reply);
  }
}
