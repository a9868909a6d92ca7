/** What a server sent, read as a chat completion: nothing of it is taken on trust. */
import { CallFailure, notJson, repeated } from './failure.ts';
import { objectIn } from './json-text.ts';
import { refused, wordsIn } from './refusal.ts';
import { withoutKeyIn } from './secrets.ts';

/** A completion that holds one JSON object. */
export interface Completion {
  value: object;
  /** Tokens as the server counts them; null where it does not say. */
  usage: { prompt: number; completion: number } | null;
  model: string | null;
}

type Json = Readonly<Record<string, unknown>>;

/**
 * The reply in a completion. Throws CallFailure for a completion that was cut off or filtered, or that is none.
 *
 * @param key is kept out of messages and of the reply.
 * @param data what the model was given to read, as JSON: what it repeats of that is no reply.
 */
export function completionOf(body: unknown, key: string | undefined, data = ''): Completion {
  const { choices, error, usage, model } = recordOf(body);
  if (error && !Array.isArray(choices)) throw failedInside(body, recordOf(error).code, key);
  if (!Array.isArray(choices))
    throw notJson('The reply is no chat completion. Does OPENAI_BASE_URL name the API?');
  if (choices.length === 0) throw notJson('The reply holds no answer of the model.');
  const { message, finish_reason } = recordOf(choices[0]);
  const { content, refusal } = recordOf(message);
  if (finish_reason === 'length')
    throw new CallFailure('cut-off', 'The reply of the model was cut off at its limit of tokens.');
  if (finish_reason === 'content_filter' || (typeof refusal === 'string' && refusal !== ''))
    throw new CallFailure('content-filter', 'The model or its server does not reply to this text.');
  if (typeof content !== 'string' || content.trim() === '') throw notJson('The reply of the model is empty.');
  const value = objectIn(content, data);
  if (!value) throw notJson('The model did not reply with one JSON object of its own.');
  return {
    value: withoutKeyIn(value, key),
    usage: usageOf(usage),
    model: typeof model === 'string' ? repeated(model, key) : null,
  };
}

/** The value, where it is an object; else an empty one. */
export const recordOf = (value: unknown): Json =>
  value !== null && typeof value === 'object' ? (value as Json) : {};

/** Some servers tell of an error with status 200. */
function failedInside(body: unknown, code: unknown, key: string | undefined): CallFailure {
  const { message, says } = wordsIn(body, '');
  const status = typeof code === 'number' && code >= 400 && code < 600 ? code : 500;
  return refused({ status, says, message: repeated(message, key), retryAfter: null });
}

function usageOf(usage: unknown): Completion['usage'] {
  const { prompt_tokens: prompt, completion_tokens: completion } = recordOf(usage);
  return isCount(prompt) && isCount(completion) ? { prompt, completion } : null;
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
