/** The Batch API of a server: files go up, batches are made of them, looked at, and their results come down. */
import type OpenAI from 'openai';
import type { Clock } from '../../model/clock.ts';
import { InputError } from '../../model/errors.ts';
import { attempt } from '../../store/attempt.ts';
import { blobOf } from '../../store/folders.ts';
import type { LlmConfig } from '../config.ts';
import { CallFailure } from '../failure.ts';
import { boundedFetch, streamedFetch } from '../fetch.ts';
import { openaiFor, unwrapped } from '../openai.ts';
import { withRetries } from '../retry.ts';
import { withoutWholeKey } from '../secrets.ts';
import { inTime } from '../waiting.ts';
import { linesOf } from './lines.ts';
import { ENDPOINT } from './packing.ts';
import type { Parcel } from './parcel.ts';
import { nameIn, OURS, type Remote, remoteIn } from './remote.ts';

export interface ServerOptions {
  config: LlmConfig;
  clock: Clock;
  /** Numbers in [0, 1). */
  random(): number;
  /** Repeats of a call that failed. */
  retries: number;
  /** Seconds of one call; those that carry a file have more, by its size. */
  timeout: number;
  /** Ends every call within a moment; its reason is an LlmError. */
  stop: AbortSignal;
}

/** Bytes a second: a slower line is none. */
const SLOWEST = 64 * 1024;

/** The package, once for replies in JSON and once for files. */
interface Packages {
  json: OpenAI;
  streamed: OpenAI;
}

type Act<Result> = (packages: Packages, signal: AbortSignal, tries: number) => Promise<Result>;

/** All methods throw LlmError. */
export class BatchServer {
  readonly #options: ServerOptions;
  readonly #key: string | undefined;
  #loading: Promise<Packages> | undefined;

  constructor(options: ServerOptions) {
    this.#options = options;
    this.#key = options.config.key();
  }

  /** Throws InputError where the server has no Batch API. @returns the server's name of the file. */
  upload(path: string, { id, bytes }: Parcel): Promise<string> {
    return this.#called(bytes, ({ json }, signal) =>
      this.#known(async () => {
        // Read from the disk while it is sent, each time anew.
        const file = new File([await blobOf(path)], `mockloop-${id}.jsonl`, { type: 'application/jsonl' });
        return nameIn(await unwrapped(json.files.create({ file, purpose: 'batch' }, { signal })));
      }),
    );
  }

  /**
   * Makes a batch of a file that was uploaded. Whether the server took what it gave no reply to, nobody knows: so the batch
   * is looked for before it is asked for again. Throws InputError where the server has no Batch API.
   */
  create(parcel: Parcel, file: string): Promise<Remote> {
    return this.#called(0, ({ json }, signal, tries) =>
      this.#known(async () => {
        const there = tries > 0 ? await this.#found(json, signal, parcel) : undefined;
        return there ?? this.#created(json, signal, parcel, file);
      }),
    );
  }

  /** The batch of a parcel, if there is one. Throws InputError where the server has no Batch API. */
  find(parcel: Parcel): Promise<Remote | undefined> {
    return this.#called(0, ({ json }, signal) => this.#known(() => this.#found(json, signal, parcel)));
  }

  /** How a batch stands. */
  look(batch: string): Promise<Remote> {
    return this.#called(0, async ({ json }, signal) =>
      remoteIn(await unwrapped(json.batches.retrieve(batch, { signal })), this.#key),
    );
  }

  /**
   * Reads files line by line; when a connection breaks, all of it from the beginning. A file that is gone has no lines.
   * @param bytes about as many as they may have.
   * @param begin is called before the first line, each time.
   */
  readLines(
    files: readonly string[],
    bytes: number,
    begin: () => void,
    line: (text: string) => void,
  ): Promise<void> {
    return this.#called(bytes, async ({ streamed }, signal) => {
      begin();
      for (const file of files) {
        const answer = await unwrapped(streamed.files.content(file, { signal })).catch(unlessGone);
        for await (const text of linesOf(answer?.body ?? none())) line(withoutWholeKey(text, this.#key));
      }
    });
  }

  /** Throws a file away; that it cannot is no failure of anything. */
  async remove(file: string): Promise<void> {
    await this.#called(0, ({ json }, signal) => unwrapped(json.files.delete(file, { signal }))).catch(
      () => {},
    );
  }

  async #created(json: OpenAI, signal: AbortSignal, { id }: Parcel, file: string): Promise<Remote> {
    const asked = {
      input_file_id: file,
      endpoint: ENDPOINT,
      completion_window: '24h',
      metadata: { [OURS]: id },
    } as const;
    return remoteIn(await unwrapped(json.batches.create(asked, { signal })), this.#key);
  }

  /** By our name of it, or by the file that it was made of: not every server keeps metadata. */
  async #found(json: OpenAI, signal: AbortSignal, { id, file }: Parcel): Promise<Remote | undefined> {
    let after: string | undefined;
    for (let page = 0; page < MOST_PAGES; page++) {
      const listed = await unwrapped(json.batches.list({ limit: PAGE, ...(after && { after }) }, { signal }));
      const all = Array.isArray(listed.data) ? listed.data : [];
      // What others have there need not be of a kind that we know.
      const remotes = all.flatMap(it => attempt(() => remoteIn(it, this.#key)) ?? []);
      const found = remotes.find(it => it.parcel === id || (file !== undefined && it.file === file));
      after = remotes.at(-1)?.id;
      if (found || !listed.has_more || after === undefined) return found;
    }
    return undefined;
  }

  /** For the calls that a server without a Batch API does not know. */
  async #known<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      if (!isLacking(error)) throw error;
      throw new InputError(
        `The server at ${this.#options.config.host} has no Batch API (/v1/files and /v1/batches).`,
        'Leave out --batch-api: then it is asked call by call. OpenAI has one, Ollama has none.',
        { cause: error },
      );
    }
  }

  #loaded(): Promise<Packages> {
    const { config, clock } = this.#options;
    this.#loading ??= loaded(config, clock);
    return this.#loading;
  }

  #called<Result>(bytes: number, act: Act<Result>): Promise<Result> {
    const { clock, timeout, stop } = this.#options;
    return withRetries(this.#options, stop, async tries => {
      const packages = await this.#loaded();
      return inTime(clock, timeout + bytes / SLOWEST, stop, signal => act(packages, signal, tries));
    });
  }
}

/** Batches a page, and pages that are looked through: what was handed in last is among the newest. */
const PAGE = 100;
const MOST_PAGES = 50;

async function loaded(config: LlmConfig, clock: Clock): Promise<Packages> {
  const transport = { key: config.key(), clock };
  return {
    json: await openaiFor(config, boundedFetch(transport)),
    streamed: await openaiFor(config, streamedFetch(transport)),
  };
}

/** Statuses beside 404 that say that there is no such thing (RFC 9110). */
const LACKING: readonly (number | null)[] = [405, 501];

const isLacking = (error: unknown): boolean =>
  error instanceof CallFailure &&
  (error.reason.kind === 'not-found' || LACKING.includes(error.circumstances.status));

function unlessGone(error: unknown): undefined {
  if (error instanceof CallFailure && error.reason.kind === 'not-found') return undefined;
  throw error;
}

async function* none(): AsyncGenerator<Uint8Array> {}
