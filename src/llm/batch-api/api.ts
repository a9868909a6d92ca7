/**
 * Asking through the Batch API: what a run would ask is noted, handed in, waited for, and then told as if it had been asked
 * there and then. Each step is on the disk before the next, so that a run broken off at any point goes on where it was.
 */
import { join } from 'node:path';
import { type ChatClient, type ChatRequest, LlmError, type LlmUsage } from '../../model/llm.ts';
import { type Processes, takeLock } from '../../store/lock.ts';
import { Budget, type Reservation } from '../budget.ts';
import { cacheKey, type Kept } from '../cache.ts';
import { type ClientOptions, DEFAULTS } from '../client.ts';
import { batchPrice } from '../prices.ts';
import { likelyTokensOf, mostTokensOf } from '../tokens.ts';
import { following, type Limit } from '../waiting.ts';
import { type Counter, handedIn, recovered } from './handing-in.ts';
import { LARGEST, Packing, type Size } from './packing.ts';
import { type HandedIn, nameOf, Shelf } from './parcel.ts';
import { awaited } from './polling.ts';
import { received } from './receiving.ts';
import type { Remote } from './remote.ts';
import { Replies } from './replies.ts';
import { BatchServer } from './server.ts';
import { Speech } from './speech.ts';

export interface BatchApiOptions extends Omit<ClientOptions, 'concurrency'> {
  /** Where it is kept what was handed in. */
  folder: string;
  processes: Processes;
  /** What one file may hold; default what OpenAI takes. */
  largest?: Size;
  /** Hears what goes on, a line each. */
  tell(line: string): Promise<void>;
}

/** Has everything asked of a client that a run asks. */
export type AskAll = (client: ChatClient) => Promise<unknown>;

export class BatchApi {
  /** Once all is prepared: tells what came back, or why there is no reply. */
  readonly client: ChatClient;
  readonly #options: BatchApiOptions;
  readonly #budget: Budget;
  readonly #stop: Limit;
  readonly #counter: Counter;
  readonly #speech: Speech;
  readonly #replies: Replies;
  readonly #failures = new Map<string, LlmError>();
  readonly #underWay = new Map<string, HandedIn>();
  /** What requests may cost, until what came of them is told. */
  readonly #aside = new Map<string, Reservation>();
  /** Parcels that are known, by their ids, and those of them that hold something that this run asks. */
  readonly #known = new Set<string>();
  readonly #wanted = new Map<string, HandedIn>();
  #cached = 0;
  /** Requests that are packed and not handed in. */
  #packed = 0;
  /** Why something was not handed in. */
  #shortage: LlmError | undefined;

  /** Throws InputError where a limit of cost cannot be kept. Nothing is loaded or sent before `prepare`. */
  constructor(options: BatchApiOptions) {
    const { config, clock, random, audit, stop, folder, limits = {}, price = null } = options;
    const { timeout = DEFAULTS.timeout, retries = DEFAULTS.retries } = options;
    this.#options = options;
    this.#budget = new Budget(limits, price && batchPrice(price), config.model);
    this.#stop = following([stop]);
    const shelf = new Shelf(folder);
    const server = new BatchServer({ config, clock, random, retries, timeout, stop: this.#stop.signal });
    this.#counter = { shelf, server, config, audit, now: clock.now };
    this.#speech = new Speech(folder, config);
    this.#replies = new Replies(shelf);
    this.client = this.#clientThat((request, name) => this.#told(request, name));
  }

  /**
   * Hands in what nobody handed in before, and waits until all that `ask` asks was replied to or failed. Throws LlmError for
   * what ends the waiting, InputError where the server has no Batch API or another run is handing in, and the file system's
   * error; what was handed in by then is found by the next run.
   */
  async prepare(ask: AskAll): Promise<void> {
    for (let isAgain = true; isAgain; ) {
      await this.#handIn(ask);
      isAgain = await this.#wait();
    }
  }

  /** What this run waits for. */
  underWay(): { batches: number; requests: number } {
    const open = this.#open();
    return { batches: open.length, requests: open.reduce((sum, it) => sum + it.names.length, 0) };
  }

  /** What was told is kept elsewhere: parcels that hold nothing else go, here and at the server. */
  async finish(): Promise<void> {
    const { shelf, server } = this.#counter;
    for (const parcel of this.#wanted.values()) {
      const { id, file, results = [], ended } = parcel;
      if (ended === undefined || !this.#replies.areTold(parcel)) continue;
      shelf.remove(id);
      for (const it of [file, ...results]) if (it !== undefined) await server.remove(it);
    }
  }

  close(): void {
    this.#replies.close();
    this.#stop.end();
  }

  async #handIn(ask: AskAll): Promise<void> {
    const { config, processes, largest = LARGEST, tell } = this.#options;
    const { shelf, now } = this.#counter;
    const unlock = takeLock(join(shelf.folder, 'lock'), processes, 'Another run is handing in batches');
    const packing = new Packing({ shelf, config, dialect: this.#speech.dialect, now: now(), largest });
    try {
      await this.#learn();
      await ask(this.#clientThat((request, name) => this.#note(request, name, packing)));
      this.#stop.signal.throwIfAborted();
      for (const parcel of packing.done()) {
        const handed = await handedIn(this.#counter, parcel);
        this.#add(handed);
        this.#wanted.set(handed.id, handed);
        this.#packed -= parcel.names.length;
        await tell(`Handed in ${handed.batch}: requests ${parcel.names.length}.`);
      }
    } finally {
      packing.abandon();
      unlock();
    }
  }

  /** What earlier runs handed in, and other ones meanwhile. */
  async #learn(): Promise<void> {
    const { baseUrl, model } = this.#options.config;
    const { shelf, now } = this.#counter;
    shelf.sweep();
    const strange = shelf.parcels(baseUrl, model, now()).filter(it => !this.#known.has(it.id));
    for (const parcel of await recovered(this.#counter, strange)) this.#add(parcel);
  }

  #add(parcel: HandedIn): void {
    this.#known.add(parcel.id);
    if (parcel.ended !== undefined) this.#replies.learn(parcel);
    else for (const name of parcel.names) this.#underWay.set(name, parcel);
  }

  /** Never a reply: what nobody has asked yet is packed, as far as there is money. */
  #note(request: ChatRequest, name: string, packing: Packing): never {
    const parcel = this.#replies.parcelOf(name) ?? this.#underWay.get(name);
    if (parcel) {
      this.#wanted.set(parcel.id, parcel);
      if (!this.#aside.has(name)) this.#aside.set(name, this.#budget.promised(mostTokensOf(request)));
    } else if (!this.#aside.has(name) && !this.#failures.has(name) && !this.#shortage) {
      this.#pack(request, name, packing);
    }
    throw NOTED;
  }

  #pack(request: ChatRequest, name: string, packing: Packing): void {
    try {
      // What is too large is not sent, so that it takes nothing from the budget.
      const line = packing.lineOf(name, request);
      this.#aside.set(name, this.#budget.take(mostTokensOf(request)));
      this.#packed++;
      packing.add(name, line);
    } catch (error) {
      if (!(error instanceof LlmError)) throw error;
      if (error.kind === 'budget') this.#shortage = error;
      else this.#failures.set(name, error);
    }
  }

  #failed(name: string, reason?: LlmError): void {
    this.#aside.get(name)?.settle('nothing');
    this.#aside.delete(name);
    if (reason) this.#failures.set(name, reason);
  }

  #open(): HandedIn[] {
    return [...this.#wanted.values()].filter(it => it.ended === undefined);
  }

  /** @returns whether something is to be handed in again, in plainer words. */
  async #wait(): Promise<boolean> {
    const { config, clock, tell } = this.#options;
    if (this.#shortage) await tell(`${this.#shortage.message} The rest is left for the next run.`);
    const { batches, requests } = this.underWay();
    if (batches === 0) return false;
    await tell(
      `Waiting for ${config.host}: batches ${batches}, requests ${requests}. Ctrl-C loses nothing: the same command goes on.`,
    );
    let isAgain = false;
    const stages = new Map<string, string>();
    await awaited(this.#open(), {
      counter: this.#counter,
      clock,
      stop: this.#stop.signal,
      missed: error => tell(`${error.message} Still waiting.`),
      seen: async ({ batch, names: { length } }, { status, done }) => {
        // A line for each tenth: a day of looks would fill the screen.
        const stage = `${status} ${Math.floor((10 * done) / length)}`;
        if (stages.get(batch) !== stage) await tell(`${batch}: ${status}, ${done} of ${length} done`);
        stages.set(batch, stage);
      },
      take: async (parcel, remote) => {
        if (await this.#take(parcel, remote)) isAgain = true;
      },
    });
    if (isAgain)
      await tell('The model does not take what the requests ask with. They are handed in again without it.');
    return isAgain;
  }

  /** @returns whether something of it is to be handed in again. */
  async #take(parcel: HandedIn, remote: Remote): Promise<boolean> {
    const { ended, replies, failures } = await received(
      this.#counter,
      parcel,
      remote,
      this.#options.config.key(),
    );
    this.#wanted.set(ended.id, ended);
    this.#replies.learn(ended);
    for (const name of parcel.names) this.#underWay.delete(name);
    const mended = [...failures].filter(([name, failure]) => {
      const isMended = this.#speech.isMended(parcel.dialect, failure, replies > 0);
      this.#failed(name, isMended ? undefined : ofOneRow(failure.reason));
      return isMended;
    });
    return mended.length > 0;
  }

  #told(request: ChatRequest, name: string): Kept {
    const found = this.#replies.find(name);
    if (!found) throw this.#failures.get(name) ?? this.#shortage ?? CHANGED;
    const { value, parcel, model } = found;
    const usage = found.usage ?? likelyTokensOf(request);
    this.#aside.get(name)?.settle(usage);
    this.#aside.delete(name);
    return {
      value,
      usage,
      model: model ?? this.#options.config.model,
      temperature: parcel.dialect.takesTemperature ? request.temperature : null,
      strict: parcel.dialect.format === 'schema',
    };
  }

  #usage(): LlmUsage {
    const spent = this.#budget.spent();
    return { ...spent, calls: spent.calls - this.#packed, cached: this.#cached };
  }

  /** A client that looks into the cache first. */
  #clientThat(ask: (request: ChatRequest, name: string) => Kept): ChatClient {
    const { config, cache } = this.#options;
    const { model, provider, baseUrl } = config;
    return {
      model,
      identity: { model, provider },
      usage: () => this.#usage(),
      chat: async request => {
        const key = cacheKey(request, model, baseUrl);
        const forget = () => cache?.forget(key);
        const name = nameOf(key);
        const known = cache?.find(key);
        const reply = known ?? ask(request, name);
        if (known) this.#cached++;
        else cache?.keep(key, reply);
        this.#replies.told(name);
        return { ...reply, cached: known !== undefined, forget };
      },
    };
  }
}

const NOTED = new LlmError('no-reply', 'It is asked through a batch.');
const CHANGED = new LlmError(
  'no-reply',
  'The batch does not hold this: the answers were changed while it was waited for. Run the same command again.',
);

/** Of one request alone, nothing that ends a run: the replies to the others are there. */
const ofOneRow = (reason: LlmError): LlmError =>
  reason.stopsRun ? new LlmError('no-reply', reason.message) : reason;
