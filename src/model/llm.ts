/** What is asked of a language model and what comes back: the seam between the client (llm) and who asks. */
import { JudgeError } from './errors.ts';

/** One question to a model: chat messages, and the JSON Schema that its reply must have. */
export interface ChatRequest {
  messages: readonly ChatMessage[];
  /** Strict JSON Schema of the reply; servers that do not take one get it in words, and the reply is checked all the same. */
  schema: { name: string; schema: object };
  /** Tokens of the reply at most. */
  maxTokens: number;
  /** Temperature asked for; servers that refuse one are asked without, and the reply says so. */
  temperature: number;
  /** For servers that draw the same reply from the same seed. */
  seed?: number;
}

export interface ChatMessage {
  role: 'system' | 'user';
  content: string;
}

export interface ChatReply {
  /** Parsed JSON of the reply; its shape is not checked beyond being JSON. */
  value: unknown;
  /** Tokens, as the server counts them; where it does not, an estimate. */
  usage: { prompt: number; completion: number };
  /** As the server names it. */
  model: string;
  /** What was really sent: null where the server's default was used. */
  temperature: number | null;
  /** Whether the server took the schema. */
  strict: boolean;
  /** Read from the cache: nothing was sent or paid. */
  cached: boolean;
  /** Says that it is of no use, so that it is not kept and the question is asked again the next time. */
  forget?(): void;
}

/** What was used so far. */
export interface LlmUsage {
  /** Requests that were sent, repeats among them. */
  calls: number;
  /** Tokens. */
  prompt: number;
  completion: number;
  /** Replies that came from the cache. */
  cached: number;
  /** In the currency of the price table; null where a model has no price. */
  cost: number | null;
}

/** What was used of a model while a report was made. */
export interface ModelUsage extends LlmUsage {
  /** As it was asked for. */
  model: string;
}

/** A model that can be asked. */
export interface ChatClient {
  readonly model: string;
  /** What of the client decides a reply, for fingerprints; no key and no address. */
  readonly identity: { model: string; provider: string };
  /** Throws LlmError, never anything else. */
  chat(request: ChatRequest, options?: { signal?: AbortSignal }): Promise<ChatReply>;
  usage(): LlmUsage;
}

/** How a call can fail, and whether the calls after it must fail in the same way. */
const STOPS_RUN = {
  /** The server takes no such key (401, 403). */
  'refused-key': true,
  /** Nothing left to pay with. */
  quota: true,
  /** --max-calls or --max-cost would be exceeded. */
  budget: true,
  /** No such model, or no chat completions under that address (404). */
  'not-found': true,
  /** The server points elsewhere; the key does not follow. */
  redirect: true,
  /** Ended by the user. */
  cancelled: true,
  /** Too many calls at a time, still so after the repeats, or a wait longer than we wait. */
  'rate-limited': false,
  /** No whole reply within the deadline. */
  timeout: false,
  /** No such host, connection refused or broken. */
  unreachable: false,
  /** The server failed (5xx, 408, 409). */
  server: false,
  /** The reply, or the request, is longer than is taken. */
  'too-large': false,
  /** The reply is no JSON, or no chat completion. */
  'not-json': false,
  /** The reply ended at its limit of tokens. */
  'cut-off': false,
  /** The server or the model refused to reply to this text. */
  'content-filter': false,
  /** The server cannot read the request (400, 422). */
  'bad-request': false,
  /** A batch of the server ended without it. */
  'no-reply': false,
} as const;

export type LlmFailure = keyof typeof STOPS_RUN;

/** A call that brought no reply: why, in plain words, without a key. Exit 3. */
export class LlmError extends JudgeError {
  override readonly name = 'LlmError';
  readonly kind: LlmFailure;
  /** Whether every later call would fail too: a batch ends here and can be resumed. */
  readonly stopsRun: boolean;

  /** @param stopsRun where it is not the ordinary for this kind. */
  constructor(kind: LlmFailure, message: string, stopsRun: boolean = STOPS_RUN[kind]) {
    super(message);
    this.kind = kind;
    this.stopsRun = stopsRun;
  }
}
