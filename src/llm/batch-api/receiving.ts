/** Brings the replies of a batch that has ended to this disk, in whatever order they come. */
import { endingOf } from '../audit.ts';
import { CallFailure } from '../failure.ts';
import type { Tokens } from '../tokens.ts';
import type { Counter } from './handing-in.ts';
import type { HandedIn, Parcel } from './parcel.ts';
import type { Remote } from './remote.ts';
import { ReplyWriter } from './replies.ts';
import { type Result, resultIn } from './results.ts';

/** What came of a parcel. */
export interface Received {
  ended: HandedIn;
  /** How many requests were replied to. */
  replies: number;
  /** Why the others were not, by their names. */
  failures: ReadonlyMap<string, CallFailure>;
}

/**
 * Reads the files of replies and errors; what stands in neither has failed too. All replies are on the disk when it
 * returns, and the parcel says so. Throws LlmError, and the file system's error.
 * @param key is kept out of what is repeated.
 */
export async function received(
  counter: Counter,
  parcel: HandedIn,
  remote: Remote,
  key: string | undefined,
): Promise<Received> {
  const { shelf, server } = counter;
  let reading = new Reading(counter, parcel);
  try {
    const begin = () => {
      reading.abandon();
      reading = new Reading(counter, parcel);
    };
    await server.readLines(remote.results, parcel.bytes, begin, line => reading.take(resultIn(line, key)));
    const failures = reading.ended(remote);
    const ended = { ...parcel, ended: remote.status, results: remote.results };
    shelf.save(ended);
    return { ended, replies: parcel.names.length - failures.size, failures };
  } finally {
    reading.abandon();
  }
}

/** One reading of all files of a parcel: of several lines for a request the first reply counts, else the first failure. */
class Reading {
  readonly #counter: Counter;
  readonly #parcel: Parcel;
  readonly #writer: ReplyWriter;
  readonly #open: Set<string>;
  readonly #failures = new Map<string, CallFailure>();
  readonly #used = new Map<string, Tokens | null>();

  constructor(counter: Counter, parcel: Parcel) {
    this.#counter = counter;
    this.#parcel = parcel;
    this.#writer = new ReplyWriter(counter.shelf, parcel);
    this.#open = new Set(parcel.names);
  }

  take(result: Result | undefined): void {
    if (!result || !this.#open.has(result.name)) return;
    const { name } = result;
    if ('failure' in result) {
      if (!this.#failures.has(name)) this.#failures.set(name, result.failure);
      return;
    }
    this.#open.delete(name);
    this.#failures.delete(name);
    this.#used.set(name, result.reply.usage);
    this.#writer.add(name, result.reply);
  }

  /** @returns why requests have no reply. */
  ended({ status, why }: Remote): ReadonlyMap<string, CallFailure> {
    for (const name of this.#open)
      if (!this.#failures.has(name))
        this.#failures.set(name, new CallFailure('no-reply', wordsFor(status, why)));
    this.#writer.commit();
    this.#note();
    return this.#failures;
  }

  abandon(): void {
    this.#writer.abandon();
  }

  /** A line in the audit for each request. */
  #note(): void {
    const { audit, now } = this.#counter;
    const { id: batch, at, names } = this.#parcel;
    const time = new Date(now()).toISOString();
    const milliseconds = now() - at;
    names.forEach((name, index) => {
      const failure = this.#failures.get(name);
      const outcome = failure ? endingOf(failure) : 'replied';
      const { prompt = null, completion = null } = this.#used.get(name) ?? {};
      audit?.add({ event: 'ended', time, call: index + 1, batch, outcome, prompt, completion, milliseconds });
    });
  }
}

function wordsFor(status: Remote['status'], why: string): string {
  const told = why === '' ? '' : ` It says: "${why}"`;
  if (status === 'completed') return `The batch has no reply to this request.${told}`;
  return `The batch ${status === 'failed' ? 'failed' : `was ${status === 'expired' ? 'not done in time' : 'cancelled'}`}.${told}`;
}
