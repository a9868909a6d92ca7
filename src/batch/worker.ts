/** A worker thread: judges the parts that it is sent, one after the other. Nothing else shares its isolate. */
import { parentPort, workerData } from 'node:worker_threads';
import { libraryOf } from '../content/shelf.ts';
import { graderFor } from './grading.ts';
import type { Part } from './part.ts';
import type { Reply, Sent } from './pool.ts';

const port = parentPort!;
const { library, brief, ...more } = workerData as Sent;
const setting = { ...more, brief: { ...brief, library: libraryOf(library) } };
const ready = graderFor(setting, () => performance.now());
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
