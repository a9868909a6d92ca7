/** Requests that are handed in together, as one batch of the server, and what is known of it: one small file each. */
import { join } from 'node:path';
import { InputError } from '../../model/errors.ts';
import { writeAtomic } from '../../store/atomic.ts';
import { filesIn, makePrivateFolder, removeWhole, textOf } from '../../store/folders.ts';
import { decode, encode } from '../../store/log.ts';
import type { Dialect } from '../dialect.ts';

/** No key stands in it, and no text that anybody wrote. */
export interface Parcel {
  /** Ours; the metadata of the batch bear it, so that it is found again when its number was never heard. */
  id: string;
  /** When it was to be handed in, Unix time in milliseconds. */
  at: number;
  baseUrl: string;
  model: string;
  dialect: Dialect;
  /** Of its file. */
  bytes: number;
  /** Names of its requests, in the order of the file (nameOf). */
  names: string[];
  /** The server's names of the file and of the batch, once they are known. */
  file?: string;
  batch?: string;
  /** How the batch ended; there once its replies are on this disk. */
  ended?: string;
  /** The server's files of replies and errors. */
  results?: string[];
}

/** One whose batch is known. */
export type HandedIn = Parcel & { batch: string };

/** What a request is called in its batch: a part of its key in the cache, and so the same for the same question only. */
export const nameOf = (key: string): string => key.slice(0, 32);

/** Milliseconds after which a server has thrown its files away, and so what nobody came back for (OpenAI: 30 days). */
const KEPT = 30 * 24 * 60 * 60 * 1000;

/** The files of a parcel: what is known of it, its requests until they are handed in, its replies once they are here. */
type What = 'json' | 'requests.jsonl' | 'replies.jsonl';

/** Where parcels are: a folder with mode 0700, its files 0600. */
export class Shelf {
  readonly folder: string;

  constructor(folder: string) {
    makePrivateFolder(folder);
    this.folder = folder;
  }

  pathOf(id: string, what: What): string {
    return join(this.folder, `${id}.${what}`);
  }

  /**
   * Those of that server and model, the oldest first; what is older than 30 days goes. Throws InputError for one that
   * cannot be read: without it, requests would be paid twice.
   */
  parcels(baseUrl: string, model: string, now: number): Parcel[] {
    const all = filesIn(this.folder).flatMap(({ path }) =>
      /[/\\][0-9a-f]{16}\.json$/.test(path) ? [read(path)] : [],
    );
    const old = all.filter(it => now - it.at > KEPT);
    for (const { id } of old) this.remove(id);
    return all
      .filter(it => !old.includes(it) && it.baseUrl === baseUrl && it.model === model)
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  }

  /** On the disk when it returns. Throws the file system's error. */
  save(parcel: Parcel): void {
    writeAtomic(this.pathOf(parcel.id, 'json'), `${encode(parcel)}\n`);
  }

  /** Removes requests that a run left which was killed; for whoever holds the lock. */
  sweep(): void {
    for (const { path } of filesIn(this.folder)) if (/requests\.jsonl/.test(path)) removeWhole(path);
  }

  remove(id: string): void {
    for (const what of ['requests.jsonl', 'replies.jsonl', 'json'] as const)
      removeWhole(this.pathOf(id, what));
  }
}

function read(path: string): Parcel {
  const parcel = decode(textOf(path)?.trimEnd() ?? '') as Parcel | undefined;
  if (parcel) return parcel;
  throw new InputError(
    `${path} is damaged: it says which requests were handed in.`,
    'Remove it to have them handed in, and paid, once more.',
  );
}
