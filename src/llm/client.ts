/** The one client of OpenAI-compatible servers: everything between a question and a reply. */
import type { Clock } from '../model/clock.ts';
import { type ChatClient, type ChatReply, type ChatRequest, LlmError, type LlmUsage } from '../model/llm.ts';
import { type Audit, audited } from './audit.ts';
import { Budget, type Limits } from './budget.ts';
import { cacheKey, type Kept, type ReplyCache } from './cache.ts';
import type { LlmConfig } from './config.ts';
import { bodyOf, type Dialect, firstDialect, plainer } from './dialect.ts';
import { type Exchange, exchangesWith } from './exchange.ts';
import { CallFailure, type Circumstances } from './failure.ts';
import { type Outcome, Pace } from './pace.ts';
import type { Price } from './prices.ts';
import type { Completion } from './reply.ts';
import { LONGEST_ASKED, withRetries } from './retry.ts';
import { likelyTokensOf, mostTokensOf, type Tokens } from './tokens.ts';
import { following } from './waiting.ts';

export interface ClientOptions {
  config: LlmConfig;
  clock: Clock;
  /** Numbers in [0, 1), for the jitter of repeats. */
  random(): number;
  /** Seconds that one request may take, headers and body. */
  timeout?: number;
  /** Repeats of a request that failed in a way that may pass. */
  retries?: number;
  /** Requests under way at once, at most. */
  concurrency?: number;
  limits?: Limits;
  /** Of the model; null: not known. */
  price?: Price | null;
  cache?: ReplyCache;
  audit?: Audit;
  /** Somebody sits there and waits: a server that says nothing at all until a deadline is not asked again. */
  isAwaited?: boolean;
  /** Ends every call within a moment: Ctrl-C. */
  stop?: AbortSignal;
}

export const DEFAULTS = { timeout: 60, retries: 3, concurrency: 8 } as const;

/** A client for one run. Throws InputError where a limit of cost cannot be kept. Nothing is loaded or sent before it is asked. */
export function chatClient(options: ClientOptions): ChatClient {
  return new Client(options);
}

/** What ends a call on its way, and what ends one that waits. */
interface Ends {
  stop: AbortSignal;
  waiting: AbortSignal;
}

class Client implements ChatClient {
  readonly model: string;
  readonly identity: ChatClient['identity'];
  readonly #options: ClientOptions;
  readonly #budget: Budget;
  readonly #pace: Pace;
  readonly #exchange: Exchange;
  /** Aborted when a failure means that all later calls fail in the same way. */
  readonly #halt = new AbortController();
  #halted: LlmError | undefined;
  #dialect: Dialect;
  #wasTaken = false;
  #cached = 0;
  /** How often the server said anything, be it a refusal. */
  #heard = 0;

  constructor(options: ClientOptions) {
    const { config, clock, audit, limits = {}, price = null } = options;
    const { timeout = DEFAULTS.timeout, concurrency = DEFAULTS.concurrency } = options;
    this.model = config.model;
    this.identity = { model: config.model, provider: config.provider };
    this.#options = options;
    this.#budget = new Budget(limits, price, config.model);
    this.#pace = new Pace(clock, concurrency);
    this.#dialect = firstDialect(config.provider);
    const exchange = exchangesWith(config, clock, timeout);
    this.#exchange = audit ? audited(exchange, audit, clock, config) : exchange;
  }

  usage(): LlmUsage {
    return { ...this.#budget.spent(), cached: this.#cached };
  }

  async chat(request: ChatRequest, { signal }: { signal?: AbortSignal } = {}): Promise<ChatReply> {
    const { cache, config } = this.#options;
    if (!cache) return { ...(await this.#asked(request, signal)), cached: false };
    const key = cacheKey(request, this.model, config.baseUrl);
    const known = cache.find(key);
    if (known) this.#cached++;
    const reply = known ?? (await this.#asked(request, signal));
    if (!known) cache.keep(key, reply);
    return { ...reply, cached: known !== undefined, forget: () => cache.forget(key) };
  }

  async #asked(request: ChatRequest, signal: AbortSignal | undefined): Promise<Kept> {
    const stop = following([this.#options.stop, signal]);
    // A halt ends what waits; what is under way may still be answered, and is paid.
    const waiting = following([stop.signal, this.#halt.signal]);
    try {
      return await this.#repeatedly(request, { stop: stop.signal, waiting: waiting.signal });
    } catch (error) {
      throw this.#told(error, stop.signal.aborted);
    } finally {
      waiting.end();
      stop.end();
    }
  }

  /** After a failure that all others would share, what waits and what comes later fails for the same reason. */
  #haltFor(error: unknown): void {
    const reason = error instanceof CallFailure ? error.reason : error;
    if (this.#halted || !(reason instanceof LlmError) || !reason.stopsRun || reason.kind === 'cancelled')
      return;
    this.#halted = reason;
    this.#halt.abort();
  }

  /** What was cancelled by a halt failed for its reason. */
  #told(error: unknown, wasStopped: boolean): unknown {
    const isHalt = error instanceof LlmError && error.kind === 'cancelled' && !wasStopped;
    return (isHalt && this.#halted) || error;
  }

  #repeatedly(request: ChatRequest, ends: Ends): Promise<Kept> {
    const { retries = DEFAULTS.retries, clock, random } = this.#options;
    return withRetries({ retries, clock, random }, ends.waiting, async number => {
      const place = await this.#pace.enter(ends.waiting, number > 0);
      let [outcome, wait]: [Outcome, number] = ['else', 0];
      const heard = this.#heard;
      try {
        const reply = await this.#negotiated(request, ends);
        outcome = 'well';
        return reply;
      } catch (thrown) {
        const error = this.#heard === heard ? this.#unheard(thrown) : thrown;
        // Before the place is given to the next.
        this.#haltFor(error);
        if (error instanceof CallFailure) [outcome, wait] = crowd(error.circumstances);
        throw error;
      } finally {
        place.leave(outcome, wait);
      }
    });
  }

  /** What a failure means when the server said nothing in the meantime. */
  #unheard(error: unknown): unknown {
    const isSilence = error instanceof CallFailure && error.reason.kind === 'timeout';
    if (!isSilence || !this.#options.isAwaited) return error;
    const why = `${error.reason.message} The server said nothing at all in that time, so it is not asked again.`;
    return new LlmError('timeout', why, true);
  }

  /** Asks in plainer and plainer words until the server takes them; what it took is how it is asked from then on. */
  async #negotiated(request: ChatRequest, ends: Ends): Promise<Kept> {
    for (let dialect = this.#dialect; ; ) {
      try {
        const { value, usage, model } = await this.#once(request, dialect, ends);
        this.#dialect = dialect;
        this.#wasTaken = true;
        return {
          value,
          usage: usage ?? likelyTokensOf(request),
          model: model ?? this.model,
          temperature: dialect.takesTemperature ? request.temperature : null,
          strict: dialect.format === 'schema',
        };
      } catch (error) {
        const wasTaken = this.#wasTaken && dialect === this.#dialect;
        const next = error instanceof CallFailure ? plainer(dialect, error, wasTaken) : undefined;
        if (!next) throw error;
        dialect = next;
      }
    }
  }

  async #once(request: ChatRequest, dialect: Dialect, { stop, waiting }: Ends): Promise<Completion> {
    const body = bodyOf(request, this.model, dialect);
    const reserved = await this.#budget.reserve(mostTokensOf(request), waiting);
    let used: Tokens | 'unknown' | 'nothing' = 'nothing';
    try {
      const completion = await this.#exchange(body, stop);
      this.#heard++;
      used = completion.usage ?? 'unknown';
      return completion;
    } catch (error) {
      if (error instanceof CallFailure && error.reason.kind !== 'timeout') this.#heard++;
      if (mayCost(error)) used = 'unknown';
      throw error;
    } finally {
      reserved.settle(used);
    }
  }
}

/** A request that was ended on the way may have been answered. */
const mayCost = (error: unknown) =>
  error instanceof CallFailure ? error.circumstances.mayCost : error instanceof LlmError;

/** What the pace hears of a failure. Nobody waits for as long as nothing is worth waiting for. */
function crowd({ isCrowded, retryAfter }: Circumstances): [Outcome, number] {
  if (!isCrowded) return ['else', 0];
  return ['crowded', retryAfter !== null && retryAfter <= LONGEST_ASKED ? retryAfter : 0];
}
