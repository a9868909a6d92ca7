/** Hands parcels in, so that none is handed in twice: before a batch is made it is written down that it is to be. */
import { removeWhole } from '../../store/folders.ts';
import { eachLineEnd } from '../../store/lines.ts';
import { type Audit, digestOf } from '../audit.ts';
import type { LlmConfig } from '../config.ts';
import type { HandedIn, Parcel, Shelf } from './parcel.ts';
import type { BatchServer } from './server.ts';

export interface Counter {
  shelf: Shelf;
  server: BatchServer;
  config: Pick<LlmConfig, 'host' | 'model'>;
  audit: Audit | undefined;
  /** Unix time in milliseconds. */
  now(): number;
}

/**
 * Uploads the file of a parcel and has a batch made of it. Throws LlmError, and InputError where the server has no Batch
 * API; whether it came to a batch is found out by the next run (recovered).
 * @returns the parcel with the server's names.
 */
export async function handedIn(counter: Counter, parcel: Parcel): Promise<HandedIn> {
  const { shelf, server } = counter;
  const requests = shelf.pathOf(parcel.id, 'requests.jsonl');
  note(counter, parcel, requests);
  const file = await server.upload(requests, parcel);
  const uploaded = { ...parcel, file };
  shelf.save(uploaded);
  const { id } = await server.create(uploaded, file);
  const whole = { ...uploaded, batch: id };
  shelf.save(whole);
  removeWhole(requests);
  return whole;
}

/**
 * The parcels of earlier runs. Of one whose batch is not known, the server is asked for it; where it has none, nothing was
 * handed in, and the parcel is dropped.
 */
export async function recovered({ shelf, server }: Counter, parcels: readonly Parcel[]): Promise<HandedIn[]> {
  const known: HandedIn[] = [];
  for (const parcel of parcels) {
    const batch = parcel.batch ?? (await server.find(parcel))?.id;
    if (batch === undefined) {
      shelf.remove(parcel.id);
      continue;
    }
    const whole = { ...parcel, batch };
    if (parcel.batch === undefined) shelf.save(whole);
    known.push(whole);
  }
  return known;
}

/** A line in the audit for each request, before it is sent. */
function note({ config: { host, model }, audit, now }: Counter, { id }: Parcel, path: string): void {
  if (!audit) return;
  const time = new Date(now()).toISOString();
  let call = 0;
  eachLineEnd(path, Number.POSITIVE_INFINITY, line => {
    const { body } = JSON.parse(line.toString('utf8'));
    audit.add({ event: 'sent', time, call: ++call, batch: id, host, model, ...digestOf(body) });
  });
}
