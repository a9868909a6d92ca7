/** A refusal of the server: what its status and its words mean. */
import type { LlmFailure } from '../model/llm.ts';
import { CallFailure, type Circumstances } from './failure.ts';

/** What a server says of a refusal, whichever of the usual shapes its error has. */
export interface Refusal {
  status: number;
  /** Its message, its code, its type and the parameter that it names, in one text. */
  says: string;
  message: string;
  retryAfter: number | null;
}

/** Not "billing" alone: an ordinary rate limit of OpenAI tells where to pay for a higher one. */
const OUT_OF_QUOTA =
  /insufficient_quota|billing_(?:hard_limit|not_active)|exceeded your current quota|insufficient (?:balance|credit)/i;
/** Google words its limits per minute so too; they pass. */
const PASSING_QUOTA = /RESOURCE_EXHAUSTED|retry in/i;
const TOO_LONG =
  /context_length|context (?:length|window|size)|maximum context|too many tokens|prompt is too long/i;
const FILTERED = /content_filter|content_policy|content management policy|safety system|moderation/i;

/** Statuses above 499 that tell of too much work rather than of a fault. */
const CROWDED: ReadonlySet<number> = new Set([503, 529]);

/** A refusal by its status (RFC 9110; 402, 429 and 529 as providers use them). */
export function refused({ status, says, message, retryAfter }: Refusal): CallFailure {
  const told = message === '' ? '' : ` It says: "${message}"`;
  const fail = (kind: LlmFailure, why: string, circumstances: Partial<Circumstances> = {}) =>
    new CallFailure(kind, why, { says, status, mayCost: false, ...circumstances });
  if (status === 401) return fail('refused-key', 'The server refuses the key (401). Check OPENAI_API_KEY.');
  if (status === 402 || (status === 429 && OUT_OF_QUOTA.test(says) && !PASSING_QUOTA.test(says)))
    return fail('quota', `Nothing is left to pay the model with (${status}).${told}`);
  if (status === 403) return fail('refused-key', `The server refuses access with this key (403).${told}`);
  if (status === 404)
    return fail('not-found', `Not there (404): check MOCKLOOP_MODEL, and OPENAI_BASE_URL up to /v1.${told}`);
  if (status === 429)
    return fail('rate-limited', `Too many requests for the server (429).${told}`, {
      passes: true,
      isCrowded: true,
      retryAfter,
    });
  if (status === 413 || (status < 500 && TOO_LONG.test(says)))
    return fail('too-large', `The question is too long for the model (${status}).${told}`);
  if (status === 408 || status === 409 || status >= 500)
    return fail('server', `The server failed (${status}).${told}`, {
      passes: true,
      isCrowded: CROWDED.has(status),
      retryAfter,
    });
  if (FILTERED.test(says))
    return fail('content-filter', `The server does not reply to this text (${status}).${told}`);
  return fail('bad-request', `The server does not take the request (${status}).${told}`);
}

/**
 * OpenAI's `{error: {message, code, type, param}}`, Google's list of one such, others' `{error: "..."}`, `{message}` and
 * `{detail}`, or plain text.
 */
export function wordsOf(text: string): { message: string; says: string } {
  const value = parsed(text);
  return value === undefined ? { message: /^\s*</.test(text) ? '' : text, says: text } : wordsIn(value, text);
}

/** The same of what was read already, however deep it is. @param text what it was read from, as far as it is known. */
export function wordsIn(value: unknown, text: string): { message: string; says: string } {
  const [whole] = Array.isArray(value) ? value : [value];
  const { error = whole, detail } = Object(whole) as { error?: unknown; detail?: unknown };
  const { message = error, code, type, status, param } = Object(error) as Record<string, unknown>;
  const told = typeof message === 'string' ? message : typeof detail === 'string' ? detail : '';
  const named = [code, type, status, param].filter(it => typeof it === 'string');
  return { message: told, says: [told || text, ...named].join(' ') };
}

function parsed(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' ? value : undefined;
  } catch {
    return undefined;
  }
}
