/** Asks a client everything that a batch would ask a model, and takes nothing for a result. */
import { setImmediate } from 'node:timers/promises';
import type { EarlierLines } from '../batch/earlier.ts';
import type { Inputs } from '../batch/files.ts';
import type { Brief } from '../batch/grade.ts';
import { judged } from '../batch/judged.ts';
import { partsOf } from '../batch/parts.ts';
import { waitingPool } from '../batch/pool.ts';
import type { Library } from '../model/content.ts';
import type { ChatClient } from '../model/llm.ts';
import type { BatchOptions } from './batch-options.ts';
import type { Io } from './io.ts';
import { judgeOver } from './judges.ts';

/** What is to be judged, by what: all that can be wrong about it is known. */
export interface Batch {
  inputs: Inputs;
  mapping: Record<string, string>;
  library: Library;
  judge: string;
}

/** What of a batch is judged, and what was judged before. */
export type Share = Pick<Brief, 'shard' | 'gates' | 'withGrades'> & { earlier: readonly EarlierLines[] };

/**
 * Has the judge of the batch judge its rows, one after the other, over a client that gives no reply that is not kept from
 * before. The inputs are read to their end, or until `stop` is aborted. @returns rows that would be judged.
 */
export async function askAll(
  io: Io,
  options: BatchOptions,
  { inputs, library, mapping, judge }: Batch,
  { earlier, ...brief }: Share,
  client: ChatClient,
  stop: AbortSignal,
): Promise<number> {
  const over = await judgeOver(interruptible(client), { ...options, judge });
  const setting = { brief: { library, mapping, ...brief }, earlier };
  const pool = await waitingPool(setting, { judge: over, atOnce: 1, stop, now: io.clock.now });
  let rows = 0;
  for await (const part of judged(partsOf(inputs.inputs, mapping), pool, stop))
    rows += part.rows.filter(it => it.spent !== undefined).length;
  return rows;
}

/** What never waits for anything would not hear of a signal either. */
const interruptible = (client: ChatClient): ChatClient => ({
  ...client,
  async chat(request, options) {
    await setImmediate();
    return client.chat(request, options);
  },
});
