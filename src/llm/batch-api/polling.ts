/** Waiting for batches: looks after them now and then, less and less often. */
import type { Clock } from '../../model/clock.ts';
import { LlmError } from '../../model/llm.ts';
import { pause } from '../waiting.ts';
import type { Counter } from './handing-in.ts';
import type { HandedIn } from './parcel.ts';
import { hasEnded, type Remote } from './remote.ts';

/** Milliseconds between two looks: at first, and at the most; each is twice the one before. */
const FIRST = 2_000;
const LONGEST = 60_000;

/** So many looks may fail one after the other, each with its repeats: half an hour, nearly. */
const MOST_FAILURES = 30;

export interface Polling {
  counter: Counter;
  clock: Clock;
  /** Its reason is an LlmError. */
  stop: AbortSignal;
  /** Hears how a batch stands, each time. */
  seen(parcel: HandedIn, remote: Remote): Promise<void>;
  /** Hears of a look that failed. */
  missed(error: LlmError): Promise<void>;
  /** Takes what came of a batch that has ended. */
  take(parcel: HandedIn, remote: Remote): Promise<void>;
}

/**
 * Resolves when all of them have ended and were taken. What may pass is waited for; throws LlmError for what does not, and
 * when `stop` is aborted.
 */
export async function awaited(parcels: readonly HandedIn[], polling: Polling): Promise<void> {
  const { clock, stop, missed } = polling;
  const open = new Set(parcels);
  let failures = 0;
  for (let wait = FIRST; ; wait = Math.min(LONGEST, 2 * wait)) {
    try {
      for (const parcel of open) if (await isTaken(parcel, polling)) open.delete(parcel);
      failures = 0;
    } catch (error) {
      if (!(error instanceof LlmError) || error.stopsRun || ++failures === MOST_FAILURES) throw error;
      await missed(error);
    }
    if (open.size === 0) return;
    await pause(clock, wait, stop);
  }
}

async function isTaken(parcel: HandedIn, { counter, seen, take }: Polling): Promise<boolean> {
  const remote = await counter.server.look(parcel.batch).catch(error => {
    throw error instanceof LlmError && error.kind === 'not-found' ? lost(parcel, counter) : error;
  });
  await seen(parcel, remote);
  if (!hasEnded(remote)) return false;
  await take(parcel, remote);
  return true;
}

/** To hand its requests in again by ourselves might be to pay twice. */
function lost({ id, batch, names }: HandedIn, { shelf, config: { host } }: Counter): LlmError {
  return new LlmError(
    'not-found',
    `${host} does not know the batch ${batch}. Was it handed in with another key? ` +
      `To have its requests (${names.length}) handed in, and paid, once more, remove ${shelf.pathOf(id, 'json')}.`,
  );
}
